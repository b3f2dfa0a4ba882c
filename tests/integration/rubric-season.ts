import { giveJudgement } from "#app/domain/judging/give-judgement.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import type { ProductContent } from "#app/domain/product/product-content.ts";
import type { StoreKind } from "#app/domain/product/product-facts.ts";
import { saveProducts } from "#app/domain/product/save-products.ts";
import { advanceSeason } from "#app/domain/season/advance-season.ts";
import { changeRules } from "#app/domain/season/change-rules.ts";
import { defaultRules } from "#app/domain/season/default-rules.ts";
import type { Rubric, Rules } from "#app/domain/season/rules.ts";
import { submitProducts } from "#app/domain/season/submit-products.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import { giveWord } from "#prisma/seed/give-word.ts";
import { content, openSeason, twoMalls } from "./season-setup.ts";

/** A person of the staff, as an actor. */
export type Staff = { kind: "person"; accountId: string; role: "curator" | "office" };

export interface RubricSeason {
  database: Database;
  seasonId: string;
  office: Staff;
  curators: Staff[];
  /** In the order of their codes. */
  products: { submissionId: string; productId: string; storeId: string; kind: StoreKind; merchantId: string }[];
  rules: Rules;
}

/** Rules of a small season: two judgements, no gate but the domestic one. */
export function smallRules(over: Partial<Rules> = {}, rubric: Partial<Rubric> = {}): Rules {
  const base = defaultRules(2);
  return {
    ...base,
    gates: ["domestic"],
    reserveSize: 2,
    ...over,
    rubric: { ...(base.rubric as Rubric), judgements: 2, ...rubric },
  };
}

/** A season in intake with rules, curators and a store with products for each kind that is asked for. */
export async function openRubricSeason(
  database: Database,
  {
    rules = smallRules(),
    curators = 2,
    products,
    over = () => ({}),
  }: {
    rules?: Rules;
    curators?: number;
    products: StoreKind[];
    /** What is different about the product of that index. */
    over?: (index: number) => Partial<ProductContent>;
  },
): Promise<RubricSeason> {
  const opened = await openSeason(database, { places: rules.places });
  const office = await staff(database, "office", 0);
  const others = await Promise.all(
    Array.from({ length: curators - 1 }, (_, index) => staff(database, "curator", index + 1)),
  );
  const { seasonId } = opened;
  done(await changeRules(database, office, { seasonId, rules }, twoMalls));
  const stores = new Map<StoreKind, { id: string; merchantId: string }>();
  const entered: RubricSeason["products"] = [];
  for (const kind of [...new Set(products)]) {
    const number = stores.size + 1;
    const merchant = await database.account.create({
      data: { role: "merchant", name: `상인 ${number}`, phone: `+8210999900${String(number).padStart(2, "0")}` },
    });
    const { id: storeId } = await database.store.create({
      data: {
        ...{ slug: `store-${number}`, kind, state: "approved", name: `가게 ${number}`, ownerName: merchant.name },
        ...{ businessNumber: `22081625${String(number).padStart(2, "0")}`, phone: "02-123-4567", postcode: "04018" },
        ...{ address: "서울특별시 마포구", districtCode: "11440" },
        members: { create: { accountId: merchant.id } },
      },
    });
    const actor = { kind: "person" as const, accountId: merchant.id, role: "merchant" as const };
    await giveWord(database, actor, storeId);
    stores.set(kind, { id: storeId, merchantId: merchant.id });
    const contents = products.flatMap((one, index) =>
      one === kind ? [content(`R-${String(index).padStart(3, "0")}`, over(index))] : [],
    );
    await inTransaction(database, (transaction) => saveProducts(transaction, actor, storeId, contents));
    const saved = await database.product.findMany({ where: { storeId } });
    done(await submitProducts(database, actor, { seasonId, storeId, productIds: saved.map(({ id }) => id) }));
  }
  const submissions = await database.submission.findMany({
    where: { seasonId },
    include: { product: { include: { store: { include: { members: true } } } } },
  });
  for (const { id, product } of submissions.sort((a, b) => (a.product.sku < b.product.sku ? -1 : 1))) {
    const merchantId = product.store.members[0]?.accountId ?? "";
    const { storeId, id: productId } = product;
    entered.push({ submissionId: id, productId, storeId, kind: product.store.kind, merchantId });
  }
  return { database, seasonId, office, curators: [opened.curator as Staff, ...others], products: entered, rules };
}

export async function advance(
  { database, office, seasonId }: RubricSeason,
  to: "judging" | "frozen" | "published" | "closed",
  reason?: string,
): Promise<Outcome<unknown>> {
  return advanceSeason(database, office, { seasonId, to, ...(reason !== undefined && { reason }) }, twoMalls);
}

/** Everybody who was dealt a product marks it with the same mark throughout: `marks` by the product's index. */
export async function judgeAll({ database, curators, products, rules }: RubricSeason, marks: number[]): Promise<void> {
  const slots = await database.judgingSlot.findMany({ where: { givenAt: null } });
  for (const { submissionId, curatorId } of slots) {
    const curator = curators.find(({ accountId }) => accountId === curatorId);
    const index = products.findIndex((one) => one.submissionId === submissionId);
    if (!curator) continue;
    const { versionId } = await database.submission.findUniqueOrThrow({ where: { id: submissionId } });
    done(
      await giveJudgement(database, curator, {
        ...{ submissionId, versionId },
        marks: Object.fromEntries((rules.rubric as Rubric).criteria.map(({ key }) => [key, marks[index] ?? 3])),
      }),
    );
  }
}

/** The result of what must have been done. */
export function done<Result>(outcome: Outcome<Result>): Result {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.result;
}

export function codesOf(outcome: Outcome<unknown>): string[] {
  return outcome.ok ? [] : outcome.issues.map(({ code }) => code);
}

async function staff(database: Database, role: Staff["role"], number: number): Promise<Staff> {
  const email = `${role}${number}@example.com`;
  const { id } = await database.account.create({ data: { role, name: `${role} ${number}`, email } });
  return { kind: "person", accountId: id, role };
}
