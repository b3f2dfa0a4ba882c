import { malls } from "#app/channels/registry.ts";
import type { Actor } from "#app/domain/account/actor.ts";
import { hashPassword } from "#app/domain/account/password.ts";
import { recordAudit } from "#app/domain/audit/record.ts";
import type { IssueCode } from "#app/domain/issue/codes.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import type { ProductContent } from "#app/domain/product/product-content.ts";
import { saveProducts } from "#app/domain/product/save-products.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { submitProducts } from "#app/domain/season/submit-products.ts";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import type { Season } from "#app/services/database/generated/client.ts";
import { cooperatives } from "./demonstration/cooperatives.ts";
import { craftMakers } from "./demonstration/craft-makers.ts";
import { hundredYearStores } from "./demonstration/hundred-year-stores.ts";
import { marketStalls } from "./demonstration/market-stalls.ts";
import { newcomers } from "./demonstration/newcomers.ts";
import { merchants, others } from "./demonstration/people.ts";
import { type DemonstrationProduct, type DemonstrationStore, terms } from "./demonstration/store.ts";
import { seedJudging } from "./demonstration-judging.ts";
import { photograph } from "./drawings/photograph.ts";
import { draw } from "./drawings/product-picture.ts";
import { drawShopFront } from "./drawings/shop-front.ts";
import { giveWord } from "./give-word.ts";
import { answerApplication, type KeepPaper, type Papers, sendApplication, takePapers } from "./join-stores.ts";

export { type DemonstrationLogin, demonstrationLogins } from "./demonstration/people.ts";

/** Stores a photo as intake does, with its first renditions. */
export type TakePhoto = (fileName: string, bytes: Buffer) => Promise<{ sha256: string }>;

/** `blob`: as it was uploaded. */
type Photo = { sha256: string; fileName: string; blob: string; bytes: number };
/** By file name. */
type Photos = ReadonlyMap<string, Photo>;

export interface SampleFiles {
  takePhoto: TakePhoto;
  keepPaper: KeepPaper;
}

/** How the sample season is decided: three products chosen directly, or all of them judged by marks. */
export type SampleSeason = "directly" | "by-marks";

const seasonYear = 2026;
const stores: readonly DemonstrationStore[] = [
  ...[...cooperatives, ...hundredYearStores, ...marketStalls, ...craftMakers],
  ...newcomers,
];

/** The whole product from the front, and a step closer from a little aside. */
const views = [
  { width: 1600, height: 1200, closeness: 1, tilt: 0 },
  { width: 1200, height: 1200, closeness: 1.3, tilt: 3 },
] as const;

/**
 * Loads the sample season: its people, stores and products, three of them already chosen or nearly all judged. Needs the reference data and the
 * malls' category codes. What an earlier, interrupted run left is finished; a whole season stays as it is.
 */
export async function seedDemonstration(
  database: Database,
  files: SampleFiles,
  decided: SampleSeason = "directly",
): Promise<void> {
  const season =
    (await database.season.findUnique({ where: { year: seasonYear } })) ??
    (await openSeason(database, await takePhotos(files), await takePapers(files.keepPaper)));
  if (season.state !== "intake" || (await database.place.count({ where: { seasonId: season.id } })) > 0) return;

  const office = await findActor(database, emailOf("office"));
  for (const store of stores) await answerApplication(database, office, store);
  for (const { slug } of stores) await submitAll(database, season.id, slug);
  if (decided === "by-marks") return seedJudging(database, season.id, office);
  const rules = await loadMallRules(database, malls);
  const curator = await findActor(database, emailOf("curator"));
  for (const { slug, products } of stores) {
    for (const { sku, selected } of products) {
      if (!selected) continue;
      const submission = await database.submission.findFirstOrThrow({
        where: { seasonId: season.id, product: { sku, store: { slug } } },
      });
      requireDone(await selectSubmission(database, curator, { submissionId: submission.id }, rules), [
        "submission.not_selectable",
      ]);
    }
  }
}

/** Drawn and taken side by side: a first start waits for them. */
async function takePhotos({ takePhoto, keepPaper }: SampleFiles): Promise<Photos> {
  const drawings = stores.flatMap(({ slug, front, products }) => [
    { fileName: frontName(slug), drawing: drawShopFront(front) },
    ...products.flatMap(({ sku, picture }) =>
      views.map((view, index) => ({ fileName: viewName(sku, index), drawing: draw({ ...picture, ...view }) })),
    ),
  ]);
  const photos = drawings.map(async ({ fileName, drawing }) => {
    const bytes = await photograph(drawing);
    const { sha256 } = await takePhoto(fileName, bytes);
    return [fileName, { sha256, fileName, blob: await keepPaper(bytes), bytes: bytes.length }] as const;
  });
  return new Map(await Promise.all(photos));
}

const frontName = (slug: string) => `${slug}.jpg`;
const viewName = (sku: string, index: number) => `${sku}_${index + 1}.jpg`;

/** People, stores, products and the season at once, so that there never is half a town. */
async function openSeason(database: Database, photos: Photos, papers: Papers): Promise<Pick<Season, "id" | "state">> {
  const staff = await Promise.all(
    others.map(async ({ role, name, email, password }) => ({
      ...{ role, name, email, demonstration: true },
      passwordHash: password === undefined ? null : await hashPassword(password),
    })),
  );
  return inTransaction(database, async (transaction) => {
    await transaction.account.createMany({ data: staff });
    for (const store of stores) await openStore(transaction, store, photos, papers);
    const season = await transaction.season.create({
      data: { year: seasonYear, name: "2026 백선", state: "intake", places: 100 },
    });
    await recordAudit(
      transaction,
      { kind: "program" },
      { action: "seed-demonstration", subject: { kind: "season", id: season.id } },
    );
    return season;
  });
}

async function openStore(
  transaction: Transaction,
  told: DemonstrationStore,
  photos: Photos,
  papers: Papers,
): Promise<void> {
  const {
    front: _front,
    products,
    designation: _designation,
    market,
    waits: _waits,
    givenBack: _back,
    ...facts
  } = told;
  const merchant = merchants.find(({ store }) => store === told.slug);
  if (!merchant) throw new Error(`Nobody keeps ${told.slug}`);
  const account = await transaction.account.create({
    data: { role: "merchant", name: merchant.name, phone: merchant.phone, demonstration: true },
  });
  // The register may have been loaded before the first start.
  const place =
    market &&
    (await transaction.market.upsert({
      where: { name_address: market },
      create: { ...market, districtCode: told.districtCode },
      update: { districtCode: told.districtCode },
    }));
  const front = photoOf(photos, frontName(told.slug));
  const store = await transaction.store.create({
    data: {
      ...facts,
      ...terms,
      state: "submitted",
      ownerName: merchant.name,
      marketId: place?.id ?? null,
      photoSha256: front.sha256,
      members: { create: { accountId: account.id } },
    },
  });
  await sendApplication(transaction, { store, told, accountId: account.id }, papers, front);
  const actor: Actor = { kind: "person", accountId: account.id, role: "merchant" };
  const contents = products.map((product) => contentOf(product, told.name, photos));
  await saveProducts(transaction, actor, store.id, contents);
}

function contentOf(told: DemonstrationProduct, maker: string, photos: Photos): ProductContent {
  const { picture: _picture, selected: _selected, option, stock, ...facts } = told;
  const { sku, origin, categoryKey } = told;
  return {
    ...facts,
    maker,
    origin: { text: origin, kind: "domestic", country: null },
    tax: categoryKey === "FOOD" ? "exempt" : "taxable",
    kcNumber: null,
    mallFields: {},
    shippingFee: null,
    variants: option
      ? Object.entries(option.stocks).map(([value, each]) => ({
          ...{ key: value, options: [{ name: option.name, value }], priceDelta: 0, stock: each },
        }))
      : [{ key: "", options: [], priceDelta: 0, stock }],
    photos: views.map((_, index) => {
      const { sha256, fileName } = photoOf(photos, viewName(sku, index));
      return { sha256, fileName };
    }),
  };
}

function photoOf(photos: Photos, fileName: string): Photo {
  const photo = photos.get(fileName);
  if (!photo) throw new Error(`No photo ${fileName}`);
  return photo;
}

async function submitAll(database: Database, seasonId: string, slug: string): Promise<void> {
  const store = await database.store.findUniqueOrThrow({
    where: { slug },
    include: { members: true, products: { select: { id: true } } },
  });
  const [member] = store.members;
  if (!member) throw new Error(`Nobody keeps ${slug}`);
  const actor = { kind: "person", accountId: member.accountId, role: "merchant" } as const;
  await giveWord(database, actor, store.state === "approved" ? store.id : null);
  const productIds = store.products.map(({ id }) => id);
  if (productIds.length === 0) return;
  requireDone(await submitProducts(database, actor, { seasonId, storeId: store.id, productIds }), [
    "submission.already_submitted",
  ]);
}

function emailOf(role: "curator" | "office"): string {
  return others.find((one) => one.role === role)?.email ?? "";
}

async function findActor(database: Database, email: string): Promise<Actor> {
  const { id, role } = await database.account.findUniqueOrThrow({ where: { email } });
  return { kind: "person", accountId: id, role };
}

/** `tolerated`: what an interrupted run may have done already. */
function requireDone(outcome: Outcome<unknown>, tolerated: IssueCode[]): void {
  if (outcome.ok || outcome.issues.every(({ code }) => tolerated.includes(code))) return;
  throw new Error(`The demonstration could not be loaded: ${outcome.issues.map(({ code }) => code).join(", ")}`);
}
