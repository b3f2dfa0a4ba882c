import type { Database } from "#app/services/database/database.ts";
import { readOrigin } from "../intake/origin.ts";
import { findCategory } from "../product/categories.ts";
import { type DraftCells, draftSteps } from "./steps.ts";

/** Asked of every product of a kind, and seldom answered in another way. */
const sameForAKind = new Set([
  "location",
  "foodType",
  "geneticallyModified",
  "importDeclarationCheck",
  "importDeclaration",
  "warrantyPolicy",
  "consumerSafetyCaution",
  "adCaution",
  "keep",
  "storageMethod",
  "caution",
  "distributor",
  "importer",
  "afterServiceDirector",
  "customerServicePhoneNumber",
]);

const productsName = new Set(["productName", "itemName", "foodItem", "title"]);

/**
 * What could be the answer to a question that has none yet: from the store's last product, its own address and telephone, or from
 * what the draft says elsewhere. Nothing of it counts until the merchant has seen it and gone on.
 */
export async function suggestCells(
  database: Database,
  { storeId, cells }: { storeId: string; cells: DraftCells },
): Promise<Record<string, string>> {
  const store = await database.store.findUniqueOrThrow({ where: { id: storeId } });
  const category = findCategory(cells.category ?? "");
  const latest = { where: { product: { storeId } }, orderBy: [{ createdAt: "desc" as const }, { id: "asc" as const }] };
  const last = await database.productVersion.findFirst(latest);
  const alike =
    category &&
    (await database.productVersion.findFirst({ ...latest, where: { ...latest.where, categoryKey: category.key } }));
  const noticed = (alike?.notice ?? {}) as Record<string, string | boolean>;
  const maker = cells.maker ?? last?.maker ?? store.name;
  const domestic = readOrigin(cells.origin ?? "")?.kind === "domestic";

  const suggested: Record<string, string> = { maker };
  if (last) suggested.origin = last.originText;
  for (const { field } of draftSteps(cells)) {
    if (!field) continue;
    const { key, labelKo } = field;
    const text = earlier(noticed[key]);
    if (sameForAKind.has(key) && text !== undefined) suggested[`notice.${key}`] = text;
    else if (productsName.has(key)) suggested[`notice.${key}`] = cells.name ?? "";
    else if (labelKo.startsWith("제조국")) suggested[`notice.${key}`] = domestic ? "대한민국" : "";
    else if (key === "producer" || key === "manufacturer") suggested[`notice.${key}`] = maker;
    else if (key === "location") suggested[`notice.${key}`] = store.address;
    else if (key === "customerServicePhoneNumber") suggested[`notice.${key}`] = store.phone;
    else if (key === "afterServiceDirector") suggested[`notice.${key}`] = `${store.name} ${store.phone}`;
  }
  return Object.fromEntries(Object.entries(suggested).filter(([key, text]) => text !== "" && cells[key] === undefined));
}

function earlier(value: string | boolean | undefined): string | undefined {
  return typeof value === "boolean" ? (value ? "예" : "아니오") : value;
}
