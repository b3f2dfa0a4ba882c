import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { checkForElevenst } from "#app/channels/elevenst/check.ts";
import { productXml } from "#app/channels/elevenst/map.ts";
import { hasNotice } from "#app/channels/elevenst/notice.ts";
import { askElevenst } from "#app/channels/elevenst/questions.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { categories } from "#app/domain/product/categories.ts";
import { readinessForMall } from "#app/domain/product/readiness.ts";
import { charactersLost } from "#app/services/text/euc-kr.ts";
import { childOf, childrenOf, readXml, textOf } from "#app/services/xml/xml-tree.ts";
import { sandboxElevenstCategories } from "#tests/malls/elevenst/categories.ts";
import { listingPictures, optionVariants, readyOrder, readyProduct } from "#tests/malls/ready-product.ts";
import { binding, settings, startSeller } from "./seller.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

function start(options?: Parameters<typeof startSeller>[0]) {
  const seller = startSeller(options);
  stop = () => seller.server.close();
  return seller;
}

const stated = (key: string) =>
  Object.fromEntries(noticeOf(key).fields.map((field) => [field.key, field.kind === "boolean" ? false : "500g"]));

describe("categories", () => {
  test("with known items are taken; the others are not offered here, whatever code the office has entered", async () => {
    const { connection, order, standIn } = start();
    const pictures = await listingPictures(1);
    for (const { key, kcRule } of categories) {
      const product = readyProduct({
        categoryKey: key,
        notice: stated(key),
        kcNumber: kcRule === "required" ? "CB061R1234" : null,
        mallFields: { elevenst: { 인증종류번호: "101" } },
      });
      const bound = { categoryCode: sandboxElevenstCategories[key] ?? "" };
      const rules = { key: "elevenst", check: checkForElevenst, bindings: new Map([[key, bound]]) };
      const readiness = readinessForMall(product, rules);
      expect(readiness, key).toMatchObject({ verdict: hasNotice(key) ? "ready" : "not_offered", issues: [] });
      if (!hasNotice(key)) continue;
      const answer = await connection.publish(
        await order({ reference: `BX-${key}`, product, binding: bound, pictures }),
      );
      expect(answer, key).toMatchObject({ outcome: "accepted" });
    }
    expect(standIn.listings()).toHaveLength(categories.filter(({ key }) => hasNotice(key)).length);
    const lacking = categories.filter(({ key }) => !hasNotice(key)).map(({ key }) => key);
    expect(lacking).toEqual(expect.arrayContaining(["WEAR", "JEWELLERY", "FOOD", "KIDS", "SPORTS_EQUIPMENT"]));
  });

  test("of goods under certification ask which certificate it is", async () => {
    const product = readyProduct({ categoryKey: "BIOCHEMISTRY", notice: stated("BIOCHEMISTRY"), kcNumber: "CB1" });
    expect(checkForElevenst(product, binding).map(({ code }) => code)).toEqual(["mall_field.missing"]);
    const [question] = askElevenst(product, []).questions;
    expect(question?.values.map((value) => question.words?.[value])).toContain("[어린이제품] 안전확인");
    for (const value of question?.values ?? []) {
      const answered = { ...product, mallFields: { elevenst: { [question?.field ?? ""]: value } } };
      expect([question?.words?.[value], checkForElevenst(answered, binding)]).toEqual([
        expect.stringMatching(/^\[.+\]/),
        [],
      ]);
    }
  });
});

describe("the product's XML", () => {
  const read = async (overrides: Parameters<typeof readyOrder>[0] = {}) =>
    readXml(productXml(await readyOrder({ binding, ...overrides }), settings, "2028-02-29"));

  test("holds nothing that EUC-KR does not have, also where the merchant wrote it", async () => {
    const product = readyProduct({ description: "<p>똠방각하 😀 한 그릇 — 简体 ]]&gt; ]]></p>" });
    const xml = productXml(await readyOrder({ binding, product }), settings, "2026-11-29");
    expect(charactersLost(xml)).toEqual([]);
    const detail = textOf(readXml(xml), "htmlDetail") ?? "";
    // A browser shows the letters by their numbers.
    expect(detail).toContain(`&#${"똠".codePointAt(0)};방각하`);
    expect(detail).toContain("]]></p>");
  });

  test("of a sale of three years ends the day before, also from a leap day", async () => {
    const product = await read();
    expect([textOf(product, "aplBgnDy"), textOf(product, "aplEndDy")]).toEqual(["2028/02/29", "2031/02/28"]);
  });

  test("links only our pictures in the detail page, and shows the whole disclosure there", async () => {
    const long = "참깨 100%(국내산), ".repeat(8).trim();
    const notice = { ...readyProduct().notice, ingredients: long };
    const product = await read({
      product: readyProduct({ notice, description: '<p>a</p><img src="https://elsewhere.example/x.jpg?token=1">' }),
    });
    const detail = textOf(product, "htmlDetail") ?? "";
    expect(detail).not.toContain("elsewhere.example");
    expect(detail).toContain(long.replaceAll("%", "%"));
    const items = childrenOf(childOf(product, "ProductNotification") ?? product, "item");
    expect(items.find((item) => textOf(item, "code") === "23757245")).toBeDefined();
    for (const item of items) expect((textOf(item, "name") ?? "").length).toBeLessThanOrEqual(50);
  });

  test.each([
    [{ text: "국내산", kind: "domestic", country: null }, ["01", null, null]],
    [{ text: "국내산(전남 고흥)", kind: "domestic", country: null }, ["01", "1012", null]],
    [{ text: "중국산", kind: "foreign", country: "중국" }, ["02", "1287", null]],
    [{ text: "베트남산", kind: "foreign", country: "베트남" }, ["03", null, "베트남산"]],
    [{ text: "국내산·중국산", kind: "mixed", country: null }, ["03", null, "국내산·중국산"]],
  ] as const)("origin %o", async (origin, expected) => {
    const product = await read({ product: readyProduct({ origin }) });
    expect(["orgnTypCd", "orgnTypDtlsCd", "orgnNmVal"].map((name) => textOf(product, name))).toEqual(expected);
  });

  test("of options is one list; one without stock is kept and not offered", async () => {
    const variants = optionVariants.map((one, at) => ({ ...one, stock: at === 0 ? 0 : 5 }));
    const product = await read({ product: readyProduct({ variants }) });
    expect(textOf(product, "colTitle")).toBe("색상/크기");
    expect(
      childrenOf(product, "ProductOption").map((line) => [textOf(line, "colValue0"), textOf(line, "useYn")]),
    ).toEqual([
      ["빨강/S", "N"],
      ["빨강/M", "Y"],
      ["파랑/S", "Y"],
      ["파랑/M", "Y"],
    ]);
  });
});

test("whatever the check has nothing against, the mall takes", async () => {
  const { connection, order } = start({ dailyCreates: 10_000 });
  const pictures = await listingPictures(1);
  const text = (letters: string, maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength });
  // Mostly what passes: of what is only refused, the mall would never be asked.
  const mostly = <T>(passes: fc.Arbitrary<T>, any: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 7, arbitrary: passes }, { weight: 1, arbitrary: any });
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        name: mostly(text("가나다 AB1·%&>]漢", 45), text("가나다<똠😀", 60)),
        price: mostly(
          fc.integer({ min: 1, max: 1_000 }).map((tens) => tens * 10),
          fc.integer({ min: -50, max: 10_000 }),
        ),
        deltas: mostly(
          fc.array(fc.constantFrom(0, 10), { maxLength: 2 }).map((deltas) => [0, ...deltas]),
          fc.array(fc.constantFrom(0, 10, 500, -500, 5), { maxLength: 3 }),
        ),
        words: mostly(text("가나 1,&<", 70), text("가😀똠", 70)),
      }),
      async ({ name, price, deltas, words }) => {
        const variants = deltas.map((priceDelta, at) => ({
          key: `${at}`,
          options: [{ name: "색상", value: `${at}번` }],
          priceDelta,
          stock: 3,
        }));
        const product = readyProduct({
          name,
          price,
          notice: { ...readyProduct().notice, ingredients: words, weight: words },
          ...(variants.length > 0 ? { variants } : {}),
        });
        if (checkForElevenst(product, binding).some(({ severity }) => severity === "error") || name.trim() === "")
          return;
        number += 1;
        const answer = await connection.publish(await order({ reference: `BX-${number}`, product, pictures }));
        expect(answer).toMatchObject({ outcome: "accepted" });
      },
    ),
    { numRuns: 40 },
  );
  expect(number).toBeGreaterThan(5);
});

describe("the daily quota", () => {
  test("parks what is left until midnight in Seoul without asking again, and then goes on", async () => {
    // 13:30 in Seoul.
    let time = Date.UTC(2026, 10, 29, 4, 30);
    const { connection, order, standIn } = start({ now: () => time, dailyCreates: 2 });
    for (const reference of ["BX-1", "BX-2"]) {
      expect(await connection.publish(await order({ reference }))).toMatchObject({ outcome: "accepted" });
    }
    const third = await order({ reference: "BX-3" });
    const untilMidnight = 10.5 * 3600;
    const parked = { outcome: "not_sent", reason: { code: "mall.quota_spent" }, retryAfterSeconds: untilMidnight };
    expect(await connection.publish(third)).toMatchObject(parked);
    const asked = standIn.requests();
    expect(await connection.publish(third)).toMatchObject(parked);
    expect(standIn.requests()).toBe(asked);
    // What is there already may be changed, looked up and taken down.
    const found = await connection.lookUp("BX-1", null);
    const remoteId = found.outcome === "found" ? found.heard.remoteId : null;
    expect(await connection.publish(await order({ reference: "BX-1", remoteId }))).toMatchObject({
      outcome: "accepted",
    });
    expect(await connection.withdraw("BX-1", remoteId)).toEqual({ outcome: "withdrawn" });

    time += (untilMidnight - 60) * 1000;
    expect(await connection.publish(third)).toMatchObject({ outcome: "not_sent", retryAfterSeconds: 60 });
    time += 60_000;
    expect(await connection.publish(third)).toMatchObject({ outcome: "accepted" });
  });
});

describe("answers", () => {
  test.each(["number-as-attribute", "no-number"] as const)("%s: it is the one that was made", async (fault) => {
    const { connection, order, standIn } = start();
    standIn.failNext(fault);
    const answer = await connection.publish(await order());
    expect(answer).toMatchObject({ outcome: "accepted", heard: { remoteId: standIn.listings()[0]?.remoteId } });
  });

  test("429: with a time that one, else a moment", async () => {
    const { connection, order, standIn } = start();
    standIn.failNext("429-retry-after");
    expect(await connection.publish(await order())).toMatchObject({ outcome: "not_sent", retryAfterSeconds: 7 });
    standIn.failNext("429");
    expect(await connection.publish(await order())).toMatchObject({ outcome: "not_sent", retryAfterSeconds: 2 });
  });

  test("a wrong key waits for the office; nothing is concluded from it", async () => {
    const { order } = start();
    const { connectElevenst } = await import("#app/channels/elevenst/index.ts");
    const stranger = connectElevenst({ ...settings, apiKey: "x".repeat(32) });
    const reason = { code: "mall.credentials_refused" };
    expect(await stranger.publish(await order())).toMatchObject({ outcome: "not_sent", reason });
    expect(await stranger.lookUp("BX26-READY-0001", null)).toMatchObject({ outcome: "unsure", reason });
    expect(await stranger.withdraw("BX26-READY-0001", "1")).toMatchObject({ outcome: "unsure", reason });
  });

  test("what was taken down is put up again by the next publish", async () => {
    const { connection, order, standIn } = start();
    await connection.publish(await order());
    const remoteId = standIn.listings()[0]?.remoteId ?? "";
    await connection.withdraw("BX26-READY-0001", remoteId);
    expect(standIn.listings()).toMatchObject([{ state: "withdrawn" }]);
    expect(await connection.publish(await order({ remoteId }))).toMatchObject({ outcome: "accepted" });
    expect(standIn.listings()).toMatchObject([{ remoteId, state: "live" }]);
    expect(standIn.stored(remoteId)?.children.map(({ name }) => name)).toContain("cuponcheck");
  });
});
