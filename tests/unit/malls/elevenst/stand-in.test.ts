import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { afterEach, describe, expect, test } from "vitest";
import { checkForElevenst } from "#app/channels/elevenst/check.ts";
import { complaintIssues } from "#app/channels/elevenst/complaints.ts";
import { productXml } from "#app/channels/elevenst/map.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import { optionVariants, readyOrder, readyProduct, readyStore } from "#tests/malls/ready-product.ts";
import { binding, settings, startSeller } from "./seller.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

function start(options?: Parameters<typeof startSeller>[0]) {
  const seller = startSeller(options);
  stop = () => seller.server.close();
  return seller;
}

describe("what the mall refuses before it reads", () => {
  test("no key and a wrong one are told in an AuthMessage, under HTTP 200", async () => {
    const { send } = start();
    expect(await send(undefined, { headers: { openapikey: "" } })).toMatchObject({ status: 200, code: "100" });
    const wrong = await send(undefined, { headers: { openapikey: "x".repeat(32) } });
    expect(wrong).toMatchObject({ status: 200, code: "200" });
    expect(wrong.text).toContain("AuthMessage");
  });

  test.each(["application/xml", "text/xml", "text/xml; charset=UTF-8"])("%s is 415 with nothing", async (type) => {
    const { send, standIn } = start();
    expect(await send(undefined, { headers: { "content-type": type } })).toMatchObject({ status: 415, text: "" });
    expect(standIn.listings()).toEqual([]);
  });

  test("letters outside KS X 1001 are refused, also those that Windows adds", async () => {
    const { send, standIn } = start();
    const xml = productXml(await readyOrder({ binding }), settings, "2026-11-29");
    for (const bytes of [iconv.encode(xml.replace("저온압착", "똠방각하"), "cp949"), Buffer.from(xml)]) {
      expect(await send(undefined, { bytes })).toMatchObject({ status: 200, code: "500" });
    }
    expect(standIn.listings()).toEqual([]);
  });

  test("an unknown path and a wrong method look alike", async () => {
    const { send } = start();
    expect(await send(undefined, { path: "/prodservices/products" })).toMatchObject({ status: 200, code: "-997" });
    expect(await send(undefined, { method: "PUT" })).toMatchObject({ status: 200, code: "-997" });
  });

  test("what is not there is 404 in a ClientMessage, and a search gives an empty list", async () => {
    const { send } = start();
    const read = await send(undefined, { method: "GET", path: "/prodmarketservice/prodmarket/1" });
    expect(read).toMatchObject({ status: 200, code: "404" });
    expect(read.text).toContain("ClientMessage");
    const search = await send(undefined, { method: "GET", path: "/prodmarketservice/sellerprodcode/NONE" });
    expect(search.text).toMatch(/<ns2:products [^>]*><\/ns2:products>/);
    expect(await send(undefined, { method: "PUT", path: "/prodservices/product/1" })).toMatchObject({ code: "404" });
  });
});

describe("a product", () => {
  test("as it should be is taken; the answer is EUC-KR with a namespace, its reason in `message`", async () => {
    const { send, standIn } = start();
    const answer = await send();
    expect(answer).toMatchObject({ status: 200, code: "200", message: "상품이 등록되었습니다." });
    expect(answer.text).toContain("<ns2:ClientMessage");
    expect(answer.text).not.toContain("resultMessage");
    expect(standIn.listings()).toMatchObject([{ name: "저온압착 참기름 300ml", state: "live" }]);
  });

  test("the 501st of a day is code 400, and the next day goes on", async () => {
    let time = Date.UTC(2026, 10, 29, 3);
    const { send } = start({ now: () => time, dailyCreates: 1 });
    expect(await send()).toMatchObject({ code: "200" });
    expect(await send()).toMatchObject({ status: 200, code: "400" });
    // 23:59 and 00:00 in Seoul.
    time = Date.UTC(2026, 10, 29, 14, 59);
    expect(await send()).toMatchObject({ code: "400" });
    time = Date.UTC(2026, 10, 29, 15);
    expect(await send()).toMatchObject({ code: "200" });
  });

  test("an update replaces everything: what it leaves out is lost", async () => {
    const { send, standIn } = start();
    await send();
    const [before] = standIn.listings();
    const path = `/prodservices/product/${before?.remoteId}`;
    const changed = await send((xml) => xml.replace(/<prdImage02>.*?<\/prdImage02>/, ""), { method: "PUT", path });
    expect(changed).toMatchObject({ code: "200" });
    expect(standIn.stored(before?.remoteId ?? "")?.children.map(({ name }) => name)).not.toContain("prdImage02");
  });
});

/** One field with another value, or without any. */
function having(name: string, value: string | null): (xml: string) => string {
  return (xml) => {
    const changed = xml.replace(
      new RegExp(`<${name}>.*?</${name}>`, "s"),
      value === null ? "" : `<${name}>${value}</${name}>`,
    );
    if (changed === xml) throw new Error(`${name} was not there to change`);
    return changed;
  };
}

const option = (extra: string, value: string, count = 1) =>
  `<ProductOption><useYn>Y</useYn><colOptPrice>${extra}</colOptPrice><colValue0>${value}</colValue0><colCount>${count}</colCount></ProductOption>`;
const withOptions =
  (lines: string, title = "색상", axes = 1) =>
  (xml: string) =>
    xml.replace(
      "<dlvCnAreaCd>",
      `<optSelectYn>Y</optSelectYn><txtColCnt>${axes}</txtColCnt><colTitle>${title}</colTitle>${lines}<dlvCnAreaCd>`,
    );

/**
 * Every sentence the mall refuses a product with, what provokes it, and why it never reaches a merchant as a surprise:
 * `check`: our own check says so first, of this product; `never`: the map can't write such a thing; `mall`: only it can know.
 */
const refusals: [
  sentence: string,
  provoke: (xml: string) => string,
  before: { check: string; product: Partial<ProductFacts>; code?: null } | "never" | "mall",
][] = [
  ["판매방식 코드", having("selMthdCd", "09"), "never"],
  ["카테고리 번호", having("dispCtgrNo", "9911000"), "mall"],
  ["상품타입 코드", having("prdTypCd", "99"), "never"],
  ["상품명을 입력", having("prdNm", ""), "never"],
  [
    "상품명은 100Byte",
    having("prdNm", "가".repeat(51)),
    { check: "name.too_many_bytes", product: { name: "가".repeat(51) } },
  ],
  ["브랜드를 입력", having("brand", null), "never"],
  ["원재료 유형 코드", having("rmaterialTypCd", "09"), "never"],
  ["원재료 정보", having("rmaterialTypCd", "03"), "never"],
  ["원산지 코드", having("orgnTypCd", "04"), "never"],
  ["원산지 상세지역", having("orgnTypCd", "02"), "never"],
  ["원산지명을 입력", having("orgnTypCd", "03"), "never"],
  ["축산물 이력번호 코드", having("beefTraceStat", "09"), "never"],
  ["판매자 상품코드", having("sellerPrdCd", "X".repeat(51)), "never"],
  ["부가세 코드", having("suplDtyfrPrdClfCd", "04"), "never"],
  ["해외구매대행 카테고리", having("forAbrdBuyClf", "02"), "never"],
  ["상품상태 코드", having("prdStatCd", "11"), "never"],
  ["미성년자 구매가능", having("minorSelCnYn", "X"), "never"],
  ["대표이미지를 입력", having("prdImage01", null), { check: "photo.none", product: { photos: [] } }],
  ["이미지 URL이", having("prdImage01", "http://pictures.baekseon.example/a.jpg"), "never"],
  ["상품상세설명을 입력", having("htmlDetail", ""), "never"],
  [
    "상품상세설명의 이미지 주소",
    having("htmlDetail", '<![CDATA[<img src="https://x.example/a.jpg?token=1">]]>'),
    "never",
  ],
  ["A/S 안내", having("asDetail", ""), "never"],
  ["반품/교환 안내", having("rtngExchDetail", null), "never"],
  ["인증정보그룹(", (xml) => xml.replace("<crtfGrpTypCd>03<", "<crtfGrpTypCd>09<"), "never"],
  ["인증정보를 입력", (xml) => xml.replace("<crtfGrpObjClfCd>03<", "<crtfGrpObjClfCd>01<"), "never"],
  [
    "인증유형 또는 인증번호",
    (xml) => xml.replace("<selPrdClfCd>", "<ProductCert><certTypeCd>1</certTypeCd></ProductCert><selPrdClfCd>"),
    {
      check: "mall_field.not_offered",
      product: { categoryKey: "BIOCHEMISTRY", kcNumber: "CB1", mallFields: { elevenst: { 인증종류번호: "1" } } },
    },
  ],
  ["판매기간코드", having("selPrdClfCd", "1y:110"), "never"],
  ["판매 시작일", having("aplBgnDy", null), "never"],
  ["판매 종료일", having("aplEndDy", "2029/11/29"), "never"],
  ["판매가는 10원 이상", having("selPrc", "0"), { check: "price.step", product: { price: 0 } }],
  ["판매가는 10원 단위", having("selPrc", "18005"), { check: "price.step", product: { price: 18_005 } }],
  [
    "재고수량은 1개 이상",
    having("prdSelQty", "0"),
    { check: "stock.none", product: { stock: 0, variants: [{ key: "", options: [], priceDelta: 0, stock: 0 }] } },
  ],
  ["옵션 설정", withOptions(option("0", "빨강"), "색상", 2), "never"],
  [
    "옵션명은 40Byte",
    withOptions(option("0", "빨강"), "가".repeat(21)),
    {
      check: "mall_field.too_long",
      product: {
        variants: [{ key: "빨강", options: [{ name: "가".repeat(21), value: "빨강" }], priceDelta: 0, stock: 1 }],
      },
    },
  ],
  [
    "옵션가는 판매가의 -50%~+100%",
    withOptions(option("0", "빨강") + option("18010", "파랑")),
    {
      check: "options.price_too_far",
      product: { variants: optionVariants.map((one, at) => ({ ...one, priceDelta: at === 0 ? 18_010 : 0 })) },
    },
  ],
  [
    "옵션가는 10원 단위",
    withOptions(option("0", "빨강") + option("5", "파랑")),
    { check: "price.step", product: { variants: optionVariants.map((one, at) => ({ ...one, priceDelta: at * 5 })) } },
  ],
  [
    "옵션가가 0원인 옵션",
    withOptions(option("10", "빨강")),
    {
      check: "options.no_base_price",
      product: { variants: optionVariants.map((one) => ({ ...one, priceDelta: 500 })) },
    },
  ],
  ["옵션값이 없거나", withOptions(option("0", "빨강") + option("0", "빨강")), "never"],
  ["옵션 재고수량", withOptions(option("0", "빨강", 0)), "never"],
  ["배송가능지역", having("dlvCnAreaCd", "09"), "never"],
  ["배송비 종류", having("dlvCstInstBasiCd", "99"), "never"],
  ["배송비를 입력", having("dlvCst1", null), "never"],
  ["묶음배송 여부", having("bndlDlvCnYn", null), "never"],
  ["배송비 결제방법", having("dlvCstPayTypCd", "09"), "never"],
  ["출고지 주소", having("addrSeqOut", "1"), "mall"],
  ["반품지 주소", having("addrSeqIn", "1"), "mall"],
  [
    "반품 배송비와 교환",
    having("rtngdDlvCst", null),
    { check: "store.return_terms_missing", product: { store: { ...readyStore, returnFee: null } } },
  ],
  [
    "상품정보제공고시 유형코드",
    having("type", "891030"),
    { check: "category.not_offered", product: { categoryKey: "FOOD" } },
  ],
  ["상품정보제공고시 항목의 개수", (xml) => xml.replace(/<item>.*?<\/item>/s, ""), "never"],
  ["상품정보제공고시 항목(176317774)의 값", (xml) => xml.replace(/<name>.*?<\/name>/s, "<name></name>"), "never"],
  [
    "상품정보제공고시 항목(176317774)은 50자",
    (xml) => xml.replace(/<name>.*?<\/name>/s, `<name>${"가".repeat(51)}</name>`),
    { check: "notice.told_in_detail", product: { notice: { ...readyProduct().notice, productName: "가".repeat(51) } } },
  ],
];

describe("every refusal of a product", () => {
  test.each(refusals)("%s…", async (sentence, provoke, before) => {
    const { send, standIn } = start();
    const answer = await send(provoke);
    expect(answer).toMatchObject({ status: 200, code: "500", message: expect.stringContaining(sentence) });
    expect(standIn.listings()).toEqual([]);
    expect(complaintIssues(answer.message ?? "")).toMatchObject([{ path: { mall: "elevenst" }, raw: answer.message }]);
    if (typeof before === "string") return;
    const found = checkForElevenst(readyProduct(before.product), binding).map(({ code }) => code);
    expect(found).toContain(before.check);
  });

  test("is in the list", () => {
    const source = readFileSync(new URL("../../../malls/elevenst/product-rules.ts", import.meta.url), "utf8");
    const said = [...source.matchAll(/(["`])([^"`\n]*[가-힣][^"`\n]*[.)])\1/g)].map(([, , text = ""]) => text);
    expect(said.length).toBeGreaterThan(40);
    const listed = refusals.map(([sentence]) => sentence.replace("176317774", "…"));
    const missing = said.filter((text) => !listed.some((one) => text.replace(/\$\{\w+\}/, "…").startsWith(one)));
    expect(missing).toEqual([]);
  });
});
