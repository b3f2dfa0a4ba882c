import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type Recomputed, recomputeList } from "#app/domain/season/file/recompute-list.ts";
import { seasonFileSchema } from "#app/domain/season/file/season-file.ts";
import { writeSeasonFile } from "#app/domain/season/file/write-season-file.ts";
import { tellFailure, withOurDatabase } from "./start/our-database.ts";

const usage = "Usage: npm run -s season -- export YEAR | recompute FILE [--json]\n";

/**
 * `npm run -s season -- export YEAR` writes a season's file to standard output; `recompute FILE [--json]` computes the list from such a
 * file alone, without a database, and compares. Ends with 0 when all agrees; with 1 when something does not, or we failed; with 2 when
 * the file is none or something else was asked.
 */
async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const json = words.includes("--json");
  const [what, of, ...more] = words.filter((word) => word !== "--json");
  if (of !== undefined && more.length === 0) {
    if (what === "export" && /^\d{4}$/.test(of)) return await exportSeason(Number(of));
    if (what === "recompute") return await recompute(of, json);
  }
  process.stderr.write(usage);
  return 2;
}

async function exportSeason(year: number): Promise<number> {
  try {
    const file = await withOurDatabase((database) => writeSeasonFile(database, year));
    if (!file) {
      process.stderr.write(`${year}년 시즌이 없어요. / There is no season of ${year}.\n`);
      return 2;
    }
    process.stdout.write(`${JSON.stringify(file, null, 1)}\n`);
    return 0;
  } catch (error) {
    tellFailure(error);
    return 1;
  }
}

async function recompute(path: string, json: boolean): Promise<number> {
  let read: unknown;
  try {
    read = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    process.stderr.write(`파일을 읽을 수 없어요. / The file cannot be read: ${(error as Error).message}\n`);
    return 2;
  }
  const file = seasonFileSchema.safeParse(read);
  if (!file.success) {
    process.stderr.write(`시즌 파일이 아니에요. / This is no season's file:\n${z.prettifyError(file.error)}\n`);
    return 2;
  }
  const { season } = file.data;
  let recomputed: Recomputed;
  try {
    recomputed = recomputeList(file.data);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    process.stderr.write(`시즌 파일이 상했어요. / The season's file is damaged:\n${z.prettifyError(error)}\n`);
    return 2;
  }
  process.stdout.write(
    json ? `${JSON.stringify(recomputed)}\n` : asText(`${season.year}년 ${season.name}`, recomputed),
  );
  return recomputed.faults.length === 0 ? 0 : 1;
}

function asText(name: string, { faults, places, lines }: Recomputed): string {
  if (faults.length === 0) return `${name}: 다시 계산한 명단이 같아요 (${places}자리, 기록 ${lines}줄).\n`;
  const said = faults.map(sayFault);
  return `${name}: 달라요\n${said.map((line) => `  ${line}\n`).join("")}`;
}

function sayFault(one: Recomputed["faults"][number]): string {
  if (one.fault === "not_computed") return "점수로 정한 명단이 없어요. 직접 고른 시즌은 다시 계산할 수 없어요.";
  if (one.fault === "outcome") return `${one.result}번째 확정: 적힌 결과가 사실에서 나오는 결과와 달라요.`;
  if (one.fault === "line") return `기록 ${one.line}번 줄이 봉인과 달라요.`;
  return `${one.number}번 자리: 파일은 ${one.file ?? "빈자리"}, 계산은 ${one.computed ?? "빈자리"}`;
}

process.exitCode = await main();
