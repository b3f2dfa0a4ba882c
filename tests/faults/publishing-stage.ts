import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import sharp from "sharp";
import { onTestFinished } from "vitest";
import { mallKeys } from "#app/channels/contract.ts";
import { readMallSettings } from "#app/channels/mall-settings.ts";
import { connectMall, malls } from "#app/channels/registry.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { saveProducts } from "#app/domain/product/save-products.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { submitProducts } from "#app/domain/season/submit-products.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import { inTransaction } from "#app/services/database/database.ts";
import { internet } from "#app/services/fetching/fetch-public.ts";
import { recorder } from "#app/services/messages/recorder.ts";
import { pageReader } from "#app/services/pages/page-reader.ts";
import { arrivingFiles } from "#app/services/uploads/arriving-files.ts";
import { servePictures } from "#commands/rehearsal/serve-pictures.ts";
import { giveWord } from "#prisma/seed/give-word.ts";
import { loadMallCategories, loadMallTerms, loadReferenceData } from "#prisma/seed/reference.ts";
import { testDatabase } from "#tests/database.ts";
import { readyProduct, readyStore } from "#tests/malls/ready-product.ts";
import { startSandbox } from "#tests/malls/sandbox.ts";
import { sandboxCategories } from "#tests/malls/sandbox-categories.ts";
import { sandboxSettings } from "#tests/malls/sandbox-settings.ts";
import { sandboxTerms } from "#tests/malls/sandbox-terms.ts";
import { openClaims } from "#workers/claims.ts";
import type { WorkerContext } from "#workers/context.ts";
import { createRenderPool } from "#workers/images/render-pool.ts";
import { fetchLimits } from "#workers/intake/fetch-limits.ts";
import { takePhoto } from "#workers/intake/take-photo.ts";
import { renderVersion } from "#workers/tasks/render-version.ts";

const publicUrl = "https://baekseon.example";

/** One selected product, rendered, with its listings about to be sent to the sandbox malls by real tasks. */
export async function publishingStage({
  timeoutMilliseconds = 2_500,
  product = {},
}: {
  timeoutMilliseconds?: number;
  product?: Partial<ProductFacts>;
} = {}) {
  const { client: database, url } = await testDatabase({ untilTestEnds: true });
  const folder = await mkdtemp(join(tmpdir(), "baekseon-publishing-"));
  const blobs = await openLocalBlobs(folder);
  const pictures = await servePictures(blobs, database);
  const sandbox = await startSandbox({
    port: 0,
    publicOrigin: publicUrl,
    localOrigin: pictures.origin,
    reviewMilliseconds: 0,
  });
  const renderPool = createRenderPool({ size: 1 });
  const claims = openClaims(url);
  onTestFinished(async () => {
    await renderPool.close();
    await claims.close();
    await sandbox.close();
    await pictures.close();
    await rm(folder, { recursive: true, force: true });
  });
  const connected = mallKeys.map((key) => {
    const given = readMallSettings(key, sandboxSettings(sandbox.origin)).settings;
    if (!given) throw new Error(`The sandbox gives no settings for ${key}`);
    return [key, connectMall(key, { ...given, timeoutMilliseconds })] as const;
  });
  const context: WorkerContext = {
    database,
    blobs,
    arriving: arrivingFiles(join(folder, "arriving")),
    renderPool,
    claims,
    fetching: { network: internet("image/*"), limits: fetchLimits },
    pages: pageReader(internet("text/html")),
    malls: Object.fromEntries(connected),
    refreshMalls: async () => {},
    messages: recorder(),
    businessRegistry: null,
    keepSecrets: true,
    publicUrl,
    webUrl: publicUrl,
    // No settling time: the stand-ins' books are true at once.
    followUpPace: 0.000_001,
    log: pino({ level: "silent" }),
    close: async () => {},
  };
  await loadReferenceData(database);
  await loadMallCategories(database, sandboxCategories);
  await loadMallTerms(database, sandboxTerms);
  const versionId = await selectOneProduct(context, product);
  await renderVersion(context, { versionId });
  const listings = await database.listing.findMany();
  const idOf = (mall: string) => listings.find(({ channelKey }) => channelKey === mall)?.id ?? "";
  return {
    context,
    sandbox,
    idOf,
    listing: (mall: string) => database.listing.findUniqueOrThrow({ where: { id: idOf(mall) } }),
  };
}

async function selectOneProduct(context: WorkerContext, over: Partial<ProductFacts>): Promise<string> {
  const { database } = context;
  const merchant = await database.account.create({
    data: { role: "merchant", name: "김백선", phone: "+821012345678" },
  });
  const actor = { kind: "person" as const, accountId: merchant.id, role: "merchant" as const };
  const { name, kind, ownerName, businessNumber, mailOrderNumber, phone, postcode, address, returnFee, exchangeFee } =
    readyStore;
  const store = await database.store.create({
    data: {
      slug: "ready",
      kind,
      state: "approved",
      name,
      ownerName,
      businessNumber,
      mailOrderNumber,
      phone,
      postcode,
      address,
      returnFee,
      exchangeFee,
      districtCode: "11440",
      members: { create: { accountId: merchant.id } },
    },
  });
  await giveWord(database, actor, store.id);
  const { store: _store, stock: _stock, photos: _photos, detailTemplate: _template, ...said } = readyProduct(over);
  const bytes = await sharp({ create: { width: 1200, height: 1200, channels: 3, background: "#b23a24" } })
    .jpeg()
    .toBuffer();
  const taken = await takePhoto(context, "oil.jpg", async () => bytes);
  if (!taken.ok) throw new Error(taken.issue.code);
  const photos = [{ sha256: createHash("sha256").update(bytes).digest("hex"), fileName: "oil.jpg" }];
  const [saved] = await inTransaction(database, (tx) => saveProducts(tx, actor, store.id, [{ ...said, photos }]));
  const season = await database.season.create({ data: { year: 2026, name: "2026", state: "intake" } });
  const { id: productId } = await database.product.findFirstOrThrow();
  await submitProducts(database, actor, { seasonId: season.id, storeId: store.id, productIds: [productId] });
  const submission = await database.submission.findFirstOrThrow();
  const selected = await selectSubmission(
    database,
    actor,
    { submissionId: submission.id },
    await loadMallRules(database, malls),
  );
  if (!selected.ok || !saved) throw new Error(selected.ok ? "nothing saved" : selected.issues[0]?.code);
  return saved.versionId;
}
