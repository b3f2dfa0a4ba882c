import { openSession } from "#app/domain/account/open-session.ts";
import { saveProducts } from "#app/domain/product/save-products.ts";
import { submitProducts } from "#app/domain/season/submit-products.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { giveWord } from "#prisma/seed/give-word.ts";
import { loadReferenceData } from "#prisma/seed/reference.ts";
import { content } from "../../integration/season-setup.ts";

export type Kind = "hundred_year" | "traditional_market" | "cooperative" | "craft";

const storesOf: Record<Kind, number> = { hundred_year: 5, traditional_market: 9, cooperative: 4, craft: 12 };
const productsEach = 10;

export interface EnteredSeason {
  seasonId: string;
  /** Who may log in, with the value of their cookie. */
  office: Seated;
  curators: Seated[];
  stores: { id: string; name: string; kind: Kind; merchant: Seated }[];
  products: EnteredProduct[];
}

export interface Seated {
  id: string;
  name: string;
  session: string;
}

export interface EnteredProduct {
  /** From 0; the product's name ends with it. */
  index: number;
  name: string;
  submissionId: string;
  productId: string;
  storeIndex: number;
  kind: Kind;
  at: number;
}

/** Thirty stores that entered 300 products, five curators and an office; the season takes products in and has no rules yet. */
export async function enterSeason(database: Database): Promise<EnteredSeason> {
  await loadReferenceData(database);
  const office = await seat(database, "office", "한사무");
  const curators: Seated[] = [];
  for (const name of ["강심사", "남심사", "도심사", "류심사", "문심사"]) {
    curators.push(await seat(database, "curator", name));
  }
  const season = await database.season.create({ data: { year: 2026, name: "2026 시즌", state: "intake" } });
  const stores: EnteredSeason["stores"] = [];
  const names = new Map<string, number>();
  for (const [kind, count] of Object.entries(storesOf) as [Kind, number][]) {
    for (let at = 0; at < count; at++) {
      const number = stores.length;
      const merchant = await seat(database, "merchant", `상인 ${number}`);
      const store = await database.store.create({
        data: {
          ...{ slug: `store-${number}`, kind, state: "approved", name: `가게 ${number}`, ownerName: merchant.name },
          ...{ businessNumber: String(2_208_162_500 + number), phone: "02-123-4567", postcode: "04018" },
          ...{ address: "서울특별시 마포구", districtCode: "11440" },
          members: { create: { accountId: merchant.id } },
        },
      });
      const actor = { kind: "person" as const, accountId: merchant.id, role: "merchant" as const };
      await giveWord(database, actor, store.id);
      const goods = Array.from({ length: productsEach }, (_, index) => {
        const position = number * productsEach + index;
        const sku = `P-${String(position).padStart(3, "0")}`;
        names.set(sku, position);
        const foreign = foreigners.includes(position);
        return content(sku, {
          name: `나무 도마 ${String(position).padStart(3, "0")}호`,
          ...(foreign && { origin: { text: "베트남산", kind: "foreign" as const, country: "VN" } }),
        });
      });
      await inTransaction(database, (transaction) => saveProducts(transaction, actor, store.id, goods));
      const saved = await database.product.findMany({ where: { storeId: store.id }, select: { id: true } });
      const productIds = saved.map(({ id }) => id);
      const sent = await submitProducts(database, actor, { seasonId: season.id, storeId: store.id, productIds });
      if (!sent.ok) throw new Error(JSON.stringify(sent.issues));
      stores.push({ id: store.id, name: store.name, kind, merchant });
    }
  }
  const submissions = await database.submission.findMany({
    include: { product: { select: { sku: true, storeId: true } }, version: { select: { name: true } } },
  });
  const products = submissions
    .map(({ id, productId, submittedAt, product, version }): EnteredProduct => {
      const storeIndex = stores.findIndex((store) => store.id === product.storeId);
      const kind = stores[storeIndex]?.kind ?? "craft";
      const index = names.get(product.sku) ?? -1;
      return { index, name: version.name, submissionId: id, productId, storeIndex, kind, at: submittedAt.getTime() };
    })
    .sort((one, other) => one.index - other.index);
  return { seasonId: season.id, office, curators, stores, products };
}

/** Not of the country: one of them gets in by a waiver. */
export const foreigners: readonly number[] = [55, 150];

/** Somebody with an account, logged in. */
export async function seat(database: Database, role: "office" | "curator" | "merchant", name: string): Promise<Seated> {
  const number = await database.account.count();
  const { id } = await database.account.create({
    data:
      role === "merchant"
        ? { role, name, phone: `+8210${String(10_000_000 + number)}` }
        : { role, name, email: `p${number}@example.com` },
  });
  const { token } = await openSession(database, { account: { id, role }, now: new Date() });
  return { id, name, session: token };
}
