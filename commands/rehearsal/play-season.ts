import { setTimeout as sleep } from "node:timers/promises";
import { malls } from "#app/channels/registry.ts";
import { requestImport } from "#app/domain/intake/request-import.ts";
import { fromStored } from "#app/domain/issue/stored-issues.ts";
import { settledStates } from "#app/domain/listing/states.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { submitProducts } from "#app/domain/season/submit-products.ts";
import { rankForSelection } from "./rank-for-selection.ts";
import { type Report, writeReport } from "./report.ts";
import type { Stage } from "./stage.ts";

/** Nothing moved for so long that waiting on would help nobody; what is left is reported as waiting. */
const patienceMilliseconds = 180_000;

export interface Play {
  sheet: { name: string; blob: string };
  photos: { name: string; blob: string } | null;
  /** How many products to select at most. */
  select: number;
  /** Called when products are about to be selected: each is published from then on. */
  onSelecting?: () => void;
  /** Called, and waited for, when all are selected. */
  onSelected?: () => Promise<void>;
}

/** Plays intake, photos, readiness, selection, rendering, publishing and the malls' reviews with the real pieces. */
export async function playSeason(
  stage: Stage,
  { sheet, photos, select, onSelecting, onSelected }: Play,
): Promise<Report> {
  const started = Date.now();
  const { importId, photoSeconds } = await takeIn(stage, sheet, photos);
  const takenIn = Date.now();
  await submitEverything(stage);
  onSelecting?.();
  const selected = await selectTheBest(stage, importId, select);
  await onSelected?.();
  await settle(stage);
  const ended = Date.now();
  return writeReport(stage, {
    importId,
    selected,
    seconds: {
      intake: rounded((takenIn - started) / 1000 - photoSeconds),
      photos: rounded(photoSeconds),
      publish: rounded((ended - takenIn) / 1000),
      total: rounded((ended - stage.openedAt) / 1000),
    },
  });
}

async function takeIn(
  { database, merchant, storeId }: Stage,
  sheet: Play["sheet"],
  photos: Play["photos"],
): Promise<{ importId: string; photoSeconds: number }> {
  const { importId } = await requestImport(database, merchant, { storeId, sheet, photos, unattended: true });
  let photosFrom = 0;
  let photosTo = 0;
  for (;;) {
    const { state, issues } = await database.import.findUniqueOrThrow({ where: { id: importId } });
    const progress = await database.progress.findUnique({ where: { id_kind: { id: importId, kind: "photos" } } });
    if (progress && photosFrom === 0) photosFrom = Date.now();
    if (progress && progress.done < progress.total) photosTo = 0;
    if (progress && progress.done >= progress.total && photosTo === 0) photosTo = Date.now();
    if (state === "failed") throw new Error(`The sheet was refused: ${fromStored(issues)[0]?.code}`);
    if (state === "done") return { importId, photoSeconds: Math.max(0, photosTo - photosFrom) / 1000 };
    await sleep(40);
  }
}

async function submitEverything({ database, merchant, storeId, seasonId }: Stage): Promise<void> {
  const products = await database.product.findMany({ where: { storeId }, select: { id: true } });
  if (products.length === 0) return;
  const productIds = products.map(({ id }) => id);
  const outcome = await submitProducts(database, merchant, { seasonId, storeId, productIds });
  if (!outcome.ok) throw new Error(`The products could not be submitted: ${outcome.issues[0]?.code}`);
}

async function selectTheBest(stage: Stage, importId: string, select: number): Promise<number> {
  const { database, curator } = stage;
  const rules = await loadMallRules(database, malls);
  const ranked = await rankForSelection(stage, importId, rules);
  let selected = 0;
  for (const { submissionId } of ranked.slice(0, select)) {
    const outcome = await selectSubmission(database, curator, { submissionId }, rules);
    if (outcome.ok) selected += 1;
    else if (outcome.issues[0]?.code === "season.full") break;
    else throw new Error(`Submission ${submissionId} could not be selected: ${outcome.issues[0]?.code}`);
  }
  return selected;
}

/** Waits until every listing has come to its end, or nothing has moved for too long. */
async function settle({ database }: Stage): Promise<void> {
  let before = "";
  let movedAt = Date.now();
  while (Date.now() - movedAt < patienceMilliseconds) {
    const counts = await database.listing.groupBy({ by: ["state"], _count: true, orderBy: { state: "asc" } });
    const open = counts.filter(({ state }) => !settledStates.includes(state));
    if (open.length === 0) return;
    const now = JSON.stringify(counts);
    if (now !== before) movedAt = Date.now();
    before = now;
    await sleep(100);
  }
}

function rounded(seconds: number): number {
  return Math.max(0, Math.round(seconds * 100) / 100);
}
