import { basename } from "node:path";
import { program } from "#app/domain/account/actor.ts";
import { type LoadedMarkets, loadMarkets } from "#app/domain/market/load-markets.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { openSheet, SheetRefused } from "#app/services/sheets/open-sheet.ts";
import { tellFailure, withOurDatabase } from "./start/our-database.ts";

/**
 * `npm run -s markets -- <file> [--json]`: loads the public register of markets into the database that `npm start` uses, also
 * while that runs. Ends with 0 when the file was read, whatever was refused; 2 when it cannot be read; 1 when we failed.
 */
async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const json = words.includes("--json");
  const [path, ...more] = words.filter((word) => word !== "--json");
  if (path === undefined || path.startsWith("--") || more.length > 0) {
    process.stderr.write("Usage: npm run -s markets -- <file> [--json]\n");
    return 2;
  }
  try {
    const sheet = await openSheet({ path, name: basename(path) });
    const loaded = await withOurDatabase((database) => loadMarkets(database, program, sheet));
    process.stdout.write(json ? `${JSON.stringify(countsOf(loaded))}\n` : asText(loaded));
    return 0;
  } catch (error) {
    if (error instanceof SheetRefused) {
      process.stderr.write(`${sayIssue("ko", error.issue)} / ${sayIssue("en", error.issue)}\n`);
      return 2;
    }
    tellFailure(error);
    return 1;
  }
}

function countsOf({ read, loaded, repaired, refused, seoul }: LoadedMarkets) {
  return { read, loaded, repaired, refused, seoul };
}

function asText({ read, loaded, repaired, refused, seoul, issues }: LoadedMarkets): string {
  const lines = [
    `읽음 ${read}: 실음 ${loaded} (바로잡음 ${repaired}), 싣지 않음 ${refused}`,
    `서울 ${seoul.read}: 자치구를 찾음 ${seoul.placed}, 확인할 곳 ${seoul.lookAt.length}`,
    ...seoul.lookAt.map(({ row, name, code }) => `  확인  ${row}  ${name}  ${code}`),
    "",
    ...issues.map(({ name, issue }) => `  ${String(issue.path.row).padStart(5)}  ${name}  ${sayIssue("ko", issue)}`),
  ];
  return `${lines.join("\n")}\n`;
}

process.exitCode = await main();
