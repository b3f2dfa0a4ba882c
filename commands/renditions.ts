import { config } from "#app/config.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { openBlobs } from "#app/services/blobs/open-blobs.ts";
import { openClaims } from "#workers/claims.ts";
import { type Pruned, pruneRenditions } from "#workers/images/prune-renditions.ts";
import { type Rebuilt, rebuildRenditions } from "#workers/images/rebuild-renditions.ts";
import { createRenderPool } from "#workers/images/render-pool.ts";
import { tellFailure, withOurDatabase } from "./start/our-database.ts";

/**
 * `npm run -s renditions -- --rebuild|--prune [--json]`: makes every picture that is missing, or removes those that nothing shows any
 * more and no mall was ever sent; also while `npm start` runs. Ends with 0; with 1 when a picture could not be made or we failed; with 2
 * when asked for something else.
 */
async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const json = words.includes("--json");
  const [what, ...more] = words.filter((word) => word !== "--json");
  if ((what !== "--rebuild" && what !== "--prune") || more.length > 0) {
    process.stderr.write("Usage: npm run -s renditions -- --rebuild|--prune [--json]\n");
    return 2;
  }
  try {
    const settings = config();
    return await withOurDatabase(async (database, url) => {
      const blobs = await openBlobs(settings);
      const claims = openClaims(url);
      const renderPool = createRenderPool({ size: settings.renderProcesses });
      const context = { database, blobs, claims, renderPool };
      try {
        const outcome = what === "--prune" ? await pruneRenditions(context) : await rebuildRenditions(context);
        process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : asText(outcome));
        return "failed" in outcome && outcome.failed.length + outcome.lost.length > 0 ? 1 : 0;
      } finally {
        await renderPool.close();
        await claims.close();
      }
    });
  } catch (error) {
    tellFailure(error);
    return 1;
  }
}

function asText(outcome: Pruned | Rebuilt): string {
  if ("pruned" in outcome) {
    const { kept, pruned, bytes } = outcome;
    return `지움 ${pruned} (${(bytes / 1e6).toFixed(1)} MB), 남김 ${kept}\n`;
  }
  const { wanted, made, lost, failed } = outcome;
  const lines = [
    `필요한 그림 ${wanted}: 새로 만듦 ${made}, 되살리지 못함 ${lost.length}, 실패 ${failed.length}`,
    ...lost.map((address) => `  쇼핑몰에 보낸 그림이 없어졌어요  ${address}`),
    ...failed.map((one) => (typeof one === "string" ? `  원본이 없어요  ${one}` : `  ${sayIssue("ko", one)}`)),
  ];
  return `${lines.join("\n")}\n`;
}

process.exitCode = await main();
