import { randomUUID } from "node:crypto";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asksMore, type MallKey, mallKeys } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { findQuestions, keepQuestions } from "#app/domain/channel/keep-questions.ts";
import { buildPage } from "#app/domain/detail-page/build-page.ts";
import { findDraft } from "#app/domain/draft/find-draft.ts";
import { finishDraft } from "#app/domain/draft/finish-draft.ts";
import type { JudgedStep } from "#app/domain/draft/judge-draft.ts";
import { saveDraftCells } from "#app/domain/draft/save-cells.ts";
import { suggestCells } from "#app/domain/draft/suggest-cells.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { inDetails, mayReferToDetails } from "#app/domain/notice/details.ts";
import { assessProduct } from "#app/domain/product/assess-product.ts";
import { type Category, categories } from "#app/domain/product/categories.ts";
import { editProduct } from "#app/domain/product/edit-product.ts";
import { findProduct } from "#app/domain/product/find-product.ts";
import { loadMallRules } from "#app/domain/product/load-mall-rules.ts";
import type { MallQuestion } from "#app/domain/product/mall-questions.ts";
import { countryExample, noticeExamples } from "#app/messages/notice-examples.ts";
import type { Database } from "#app/services/database/database.ts";
import { whereToMend } from "#app/ui/plain/where-to-mend.ts";
import { loadMallCategories, loadReferenceData } from "#prisma/seed/reference.ts";
import { testDatabase } from "#tests/database.ts";
import { type MallUnderTest, mallUnderTest } from "#tests/malls/contract/mall-under-test.ts";
import { listingPictures } from "#tests/malls/ready-product.ts";
import { sandboxCategories } from "#tests/malls/sandbox-categories.ts";
import { addPhoto } from "./season-setup.ts";

let database: Database;
let drop: () => Promise<void>;
let own: { storeId: string; accountId: string };
const tested = Object.fromEntries(mallKeys.map((key) => [key, mallUnderTest(key)])) as Record<MallKey, MallUnderTest>;
const server = setupServer(...Object.values(tested).flatMap(({ standIn }) => standIn.handlers));

beforeAll(async () => {
  ({ client: database, drop } = await testDatabase());
  server.listen({ onUnhandledRequest: "error" });
  await loadReferenceData(database);
  await loadMallCategories(database, sandboxCategories);
  const merchant = await database.account.create({
    data: { role: "merchant", name: "김순자", phone: "+821067890001" },
  });
  const store = await database.store.create({
    data: {
      slug: "sesame",
      kind: "traditional_market",
      state: "approved",
      name: "망원 참기름집",
      ownerName: "김순자",
      businessNumber: "1248100998",
      mailOrderNumber: "제2026-서울마포-0001호",
      phone: "02-123-4567",
      postcode: "04018",
      address: "서울특별시 마포구 포은로6길 27",
      districtCode: "11440",
      shippingFee: 3_000,
      returnFee: 3_000,
      exchangeFee: 6_000,
    },
  });
  own = { storeId: store.id, accountId: merchant.id };
});

afterAll(async () => {
  server.close();
  await drop();
});

const actor = () => ({ kind: "person" as const, accountId: own.accountId, role: "merchant" as const });

/** What somebody types who knows no more than the screen shows: the example beside the field, or one of its buttons. */
function typed({ key, field }: JudgedStep): string {
  if (field) {
    if (field.kind === "boolean") return "아니오";
    const example = field.labelKo.startsWith("제조국") ? countryExample : noticeExamples[field.key];
    if (example) return example.split(" 또는 ")[0] ?? "";
    if (mayReferToDetails(field)) return inDetails;
    throw new Error(`Nothing says what to write into ${key}`);
  }
  const plain: Record<string, string> = {
    name: "망원시장 물건",
    price: "18000",
    tax: "과세",
    origin: "국내산",
    maker: "망원 참기름집",
    kc: "CB061R1234-1001",
    description: "망원시장에서 정성껏 만들어 하나하나 살펴보고 보내 드리는 물건이에요.",
    stock: "40",
    shipping_fee: "",
  };
  const text = plain[key];
  if (text === undefined) throw new Error(`Nobody knows what ${key} asks`);
  return text;
}

/** One photo, then every question in its order, each answered with what is suggested or what the screen shows. */
async function makeProduct({ key }: Category): Promise<string> {
  const draftId = randomUUID();
  const { sha256 } = await addPhoto(database, `${key}.jpg`);
  await database.productDraft.create({
    data: {
      id: draftId,
      ...own,
      photos: {
        create: [{ id: randomUUID(), position: 0, fileName: `${key}.jpg`, blob: key, state: "ready", sha256 }],
      },
    },
  });
  const asked = { ...own, draftId };
  await saveDraftCells(database, actor(), { ...asked, cells: { category: key } });
  for (let answered = new Set(["photos", "category"]); ; ) {
    const draft = await findDraft(database, asked);
    const next = draft?.steps.find((step) => !answered.has(step.key));
    if (!draft || !next) break;
    const suggested = await suggestCells(database, { storeId: own.storeId, cells: draft.cells });
    const text = suggested[next.key] ?? typed(next);
    await saveDraftCells(database, actor(), { ...asked, cells: { [next.key]: text } });
    answered = answered.add(next.key);
  }
  const done = await findDraft(database, asked);
  expect(done?.steps.filter(({ state }) => state === "wrong" || state === "lacking")).toEqual([]);
  const finished = await finishDraft(database, actor(), asked);
  if (!finished.ok) throw new Error(JSON.stringify(finished.issues));
  return finished.result.productId;
}

async function judge(productId: string) {
  const product = await findProduct(database, { storeId: own.storeId, productId });
  if (!product) throw new Error("The product is gone");
  const rules = await loadMallRules(database, malls);
  return { facts: product.facts, rules, ...assessProduct(product.facts, rules, { otherPrices: [] }) };
}

/** As that mall's form takes it. */
function answered({ kind, values, units }: MallQuestion): string {
  return values[0] ?? (kind === "number" ? `1${units[0] ?? ""}` : "하나");
}

/** What only one mall asks is answered in that mall's own form. */
async function answerMall(productId: string, mall: MallKey): Promise<void> {
  const { facts } = await judge(productId);
  const asked = (await findQuestions(database, facts.categoryKey)).get(mall) ?? [];
  const { questions } = malls[mall].ask(facts, asked);
  const missing = questions.filter(({ needed, said }) => needed && said === null);
  const fields = Object.fromEntries(missing.map((one) => [`mall.${mall}.${one.field}`, answered(one)]));
  const outcome = await editProduct(database, actor(), { storeId: own.storeId, productId, fields });
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ ok: true });
}

describe("whoever answers what the screens ask has a product that every mall takes", () => {
  test.each(categories)("$nameKo", async (category) => {
    const productId = await makeProduct(category);
    for (const mall of mallKeys) {
      const mallCode = sandboxCategories[mall][category.key];
      const { connection } = tested[mall];
      if (mallCode && asksMore(connection)) {
        const questions = await connection.readQuestions(mallCode);
        expect(questions).not.toBeNull();
        await keepQuestions(database, { channelKey: mall, categoryKey: category.key, mallCode }, questions ?? []);
      }
      await answerMall(productId, mall);
    }
    const { facts, rules, malls: readiness, grade, hints } = await judge(productId);
    const told = (issues: readonly Issue[]) =>
      issues.map((one) => `${one.code} ${one.path.field} → ${whereToMend(one, productId)?.to}`);
    // 11번가 says for itself which categories it has no item codes of; everybody else takes all.
    const takers = readiness.filter(({ mall, verdict }) => verdict !== "not_offered" || mall !== "elevenst");
    for (const { mall, verdict, issues } of takers) expect([mall, verdict, told(issues)]).toEqual([mall, "ready", []]);
    expect([grade, told(hints)]).not.toContain("poor");
    for (const { key, bindings } of rules.filter(({ key }) => takers.some(({ mall }) => mall === key))) {
      const mall = tested[key as MallKey];
      const pictures = await listingPictures();
      mall.serve(pictures);
      const answer = await mall.connection.publish({
        reference: `BX26-${category.key.replaceAll("_", "-")}`.slice(0, 30),
        product: facts,
        binding: bindings.get(category.key) ?? { categoryCode: null },
        remoteId: null,
        picturesStand: false,
        pictures,
        detail: { blocks: buildPage(facts), pictures },
      });
      expect([key, answer]).toMatchObject([key, { outcome: "accepted" }]);
    }
  });
});
