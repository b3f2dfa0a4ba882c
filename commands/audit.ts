import { parseArgs } from "node:util";
import { type Chain, verifyChains } from "#app/domain/audit/verify-chains.ts";
import { tellFailure, withOurDatabase } from "./start/our-database.ts";

const usage = "Usage: npm run -s audit -- verify [--season YEAR] [--json]\n";

/**
 * `npm run -s audit -- verify [--season YEAR] [--json]`: recomputes the hashes of the audit, also while `npm start` runs, and names the
 * first line of each chain that is not what was sealed. Ends with 0 when all is as sealed; with 1 when a chain is broken or we
 * failed; with 2 when asked for something else.
 */
async function main(): Promise<number> {
  const asked = readWords();
  if (!asked) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    const chains = await withOurDatabase((database) => verifyChains(database, { year: asked.year }));
    if (asked.year !== undefined && chains.length === 0) {
      process.stderr.write(`${asked.year}년 시즌이 없어요. / There is no season of ${asked.year}.\n`);
      return 2;
    }
    process.stdout.write(asked.json ? `${JSON.stringify({ chains })}\n` : chains.map(asText).join(""));
    return chains.some(({ broken }) => broken) ? 1 : 0;
  } catch (error) {
    tellFailure(error);
    return 1;
  }
}

function readWords(): { year: number | undefined; json: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { season: { type: "string" }, json: { type: "boolean", default: false } },
    });
    const { season, json } = values;
    if (positionals.join() !== "verify" || (season !== undefined && !/^\d{4}$/.test(season))) return null;
    return { year: season === undefined ? undefined : Number(season), json };
  } catch {
    return null;
  }
}

const faultWords: Record<NonNullable<Chain["broken"]>["fault"], string> = {
  changed: "봉인할 때와 내용이나 차례가 달라요",
  missing: "봉인한 줄이 없어졌어요",
  added: "봉인한 뒤에 끼워 넣은 줄이에요",
};

function asText({ year, sealed, waiting, head, broken }: Chain): string {
  const name = year === null ? "시즌 밖의 일" : `${year}년 시즌`;
  const verdict = broken ? `끊어짐: ${broken.line}번 줄 — ${faultWords[broken.fault]}` : "온전함";
  const end = head === null ? "" : `\n  마지막 지문 ${head}`;
  return `${name}: ${verdict} (봉인 ${sealed}줄, 봉인을 기다림 ${waiting}줄)${end}\n`;
}

process.exitCode = await main();
