import iconv from "iconv-lite";
import sharp from "sharp";
import { afterEach, describe, expect, test } from "vitest";
import { type ElevenstRule, elevenstRefusals } from "#tests/malls/elevenst/refusals.ts";
import { type Refusal, wordsOf } from "#tests/malls/refusals.ts";
import { startSeller } from "./seller.ts";

let stop = () => undefined as unknown;
afterEach(() => stop());

function start(options?: Parameters<typeof startSeller>[0]) {
  const seller = startSeller(options);
  stop = () => seller.server.close();
  return seller;
}

test("a search for what is not there gives an empty list", async () => {
  const { send } = start();
  const search = await send(undefined, { method: "GET", path: "/prodmarketservice/sellerprodcode/NONE" });
  expect(search.text).toMatch(/<ns2:products [^>]*><\/ns2:products>/);
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

type Seller = ReturnType<typeof start>;
type Wrong = (seller: Seller) => ReturnType<Seller["send"]>;

/** The ready product's create with its XML changed. */
const creating =
  (change: (xml: string) => string): Wrong =>
  async ({ send, standIn }) => {
    const answer = await send(change);
    expect(standIn.listings()).toEqual([]);
    return answer;
  };

/** A create whose main picture is these bytes. */
const withPicture =
  (bytes: () => Promise<Buffer>): Wrong =>
  async ({ send, serve }) => {
    serve("https://pictures.baekseon.example/wrong.jpg", await bytes());
    return send(having("prdImage01", "https://pictures.baekseon.example/wrong.jpg"));
  };

/** Asked of the product that stands there. */
const of =
  (method: string, path: (remoteId: string) => string, change?: (xml: string) => string): Wrong =>
  async ({ send, standIn }) => {
    await send();
    return send(change, { method, path: path(standIn.listings()[0]?.remoteId ?? "") });
  };

const drawn = (side: number, format: "jpeg" | "gif" = "jpeg") =>
  sharp({ create: { width: side, height: side, channels: 3, background: "white" } })
    .toFormat(format)
    .toBuffer();

/** What breaks each rule of the mall. */
const wrongRequests: Record<ElevenstRule, Wrong> = {
  "another way of selling": creating(having("selMthdCd", "09")),
  "a category that is no leaf": creating(having("dispCtgrNo", "9911000")),
  "another kind of product": creating(having("prdTypCd", "99")),
  "no name": creating(having("prdNm", "")),
  "a name of more than 100 bytes": creating(having("prdNm", "가".repeat(51))),
  "no brand": creating(having("brand", null)),
  "an unknown kind of raw material": creating(having("rmaterialTypCd", "09")),
  "processed food without its raw material": creating(having("rmaterialTypCd", "03")),
  "an unknown origin": creating(having("orgnTypCd", "04")),
  "a foreign origin without its region": creating(having("orgnTypCd", "02")),
  "another origin without its words": creating(having("orgnTypCd", "03")),
  "an unknown beef trace": creating(having("beefTraceStat", "09")),
  "a seller's code of 51 characters": creating(having("sellerPrdCd", "X".repeat(51))),
  "an unknown tax": creating(having("suplDtyfrPrdClfCd", "04")),
  "goods bought abroad": creating(having("forAbrdBuyClf", "02")),
  "an unknown condition": creating(having("prdStatCd", "11")),
  "nothing said of minors": creating(having("minorSelCnYn", "X")),
  "no main picture": creating(having("prdImage01", null)),
  "a picture's address without https": creating(having("prdImage01", "http://pictures.baekseon.example/a.jpg")),
  "no detail page": creating(having("htmlDetail", "")),
  "a picture in the detail page that will not last": creating(
    having("htmlDetail", '<![CDATA[<img src="https://x.example/a.jpg?token=1">]]>'),
  ),
  "no words on repairs": creating(having("asDetail", "")),
  "no words on returns": creating(having("rtngExchDetail", null)),
  "a group of certificates left out": creating((xml) => xml.replace("<crtfGrpTypCd>03<", "<crtfGrpTypCd>09<")),
  "no certificate where one is due": creating((xml) => xml.replace("<crtfGrpObjClfCd>03<", "<crtfGrpObjClfCd>01<")),
  "a certificate of no known kind": creating((xml) =>
    xml.replace("<selPrdClfCd>", "<ProductCert><certTypeCd>1</certTypeCd></ProductCert><selPrdClfCd>"),
  ),
  "another length of the sale": creating(having("selPrdClfCd", "1y:110")),
  "no start of the sale": creating(having("aplBgnDy", null)),
  "an end that is not three years less a day": creating(having("aplEndDy", "2029/11/29")),
  "a price out of bounds": creating(having("selPrc", "0")),
  "a price between tens": creating(having("selPrc", "18005")),
  "no stock": creating(having("prdSelQty", "0")),
  "options on two axes": creating(withOptions(option("0", "빨강"), "색상", 2)),
  "a name of options of more than 40 bytes": creating(withOptions(option("0", "빨강"), "가".repeat(21))),
  "an option's price too far from the base": creating(withOptions(option("0", "빨강") + option("18010", "파랑"))),
  "an option's price between tens": creating(withOptions(option("0", "빨강") + option("5", "파랑"))),
  "no option at the base price": creating(withOptions(option("10", "빨강"))),
  "the same option twice": creating(withOptions(option("0", "빨강") + option("0", "빨강"))),
  "an option on offer without stock": creating(withOptions(option("0", "빨강", 0))),
  "an unknown way of delivery": creating(having("dlvCnAreaCd", "09")),
  "an unknown kind of delivery fee": creating(having("dlvCstInstBasiCd", "99")),
  "no delivery fee": creating(having("dlvCst1", null)),
  "nothing said of parcels together": creating(having("bndlDlvCnYn", null)),
  "an unknown way of paying for delivery": creating(having("dlvCstPayTypCd", "09")),
  "an unknown shipping address": creating(having("addrSeqOut", "1")),
  "an unknown return address": creating(having("addrSeqIn", "1")),
  "no fees for returns": creating(having("rtngdDlvCst", null)),
  "a notice of no known type": creating(having("type", "891030")),
  "a notice with an item missing": creating((xml) => xml.replace(/<item>.*?<\/item>/s, "")),
  "a notice with an empty item": creating((xml) => xml.replace(/<name>.*?<\/name>/s, "<name></name>")),
  "a notice with 51 characters in an item": creating((xml) =>
    xml.replace(/<name>.*?<\/name>/s, `<name>${"가".repeat(51)}</name>`),
  ),
  "a picture that can't be fetched": creating(having("prdImage02", "https://elsewhere.example/none.jpg")),
  "a picture of another format": withPicture(() => drawn(700, "gif")),
  "a picture below 600 pixels": withPicture(() => drawn(599)),
  "a picture above 3 megabytes": withPicture(async () => Buffer.concat([await drawn(700), Buffer.alloc(3_000_000)])),
  "letters outside KS X 1001": async ({ send, xml, standIn }) => {
    // Neither those that Windows adds nor UTF-8.
    const given = await xml();
    for (const bytes of [Buffer.from(given), iconv.encode(given.replace("저온압착", "똠방각하"), "cp949")]) {
      expect(await send(undefined, { bytes })).toMatchObject({ code: "500" });
    }
    expect(standIn.listings()).toEqual([]);
    return send(undefined, { bytes: Buffer.from(given) });
  },
  "no XML": creating(() => "<Product>"),
  "a list of 501": ({ send }) =>
    send(() => "<SearchProduct><limit>501</limit><start>1</start><end>501</end></SearchProduct>", {
      path: "/prodmarketservice/prodmarket",
    }),
  "another price out of bounds": of("GET", (id) => `/prodservices/product/price/${id}/18005`),
  "a price that jumps": of("GET", (id) => `/prodservices/product/price/${id}/27010`),
  "putting up what was banned": async (seller) => {
    await seller.send();
    const remoteId = seller.standIn.listings()[0]?.remoteId ?? "";
    seller.standIn.prohibit(remoteId);
    return seller.send(undefined, { method: "PUT", path: `/prodstatservice/stat/restartdisplay/${remoteId}` });
  },
  "the daily number of creates": async ({ send, standIn }) => {
    standIn.spendQuota();
    const answer = await send();
    expect(answer.message).toContain("(500개)");
    return answer;
  },
  "a product that is not there": ({ send }) =>
    send(undefined, { method: "GET", path: "/prodmarketservice/prodmarket/1" }),
  "an unknown path or method": async ({ send }) => {
    expect(await send(undefined, { path: "/prodservices/products" })).toMatchObject({ code: "-997" });
    return send(undefined, { method: "PUT" });
  },
  "no key": ({ send }) => send(undefined, { headers: { openapikey: "" } }),
  "an unknown key": ({ send }) => send(undefined, { headers: { openapikey: "x".repeat(32) } }),
  "another type than XML in EUC-KR": async ({ send, standIn }) => {
    for (const type of ["text/xml", "text/xml; charset=UTF-8"]) {
      expect(await send(undefined, { headers: { "content-type": type } })).toMatchObject({ status: 415, text: "" });
    }
    const answer = await send(undefined, { headers: { "content-type": "application/xml" } });
    expect(standIn.listings()).toEqual([]);
    return answer;
  },
};

describe("every rule of the mall is enforced, in its own words, mostly under HTTP 200", () => {
  test.each(Object.entries(wrongRequests))("%s", async (rule, wrong) => {
    const refusal: Refusal & { code?: string; status?: number } = elevenstRefusals[rule as ElevenstRule];
    const { code = "500", says, status } = refusal;
    const answer = await wrong(start());
    if (status !== undefined) return expect(answer).toMatchObject({ status, text: "" });
    expect(answer).toMatchObject({ status: 200, code, message: expect.stringMatching(wordsOf({ says })) });
    expect(answer.text).toContain(rule.endsWith(" key") ? "<ns2:AuthMessage" : "<ns2:ClientMessage");
  });

  test.each(["01", "02", "03", "04"])("group %s of certificates is asked for", async (group) => {
    const { send } = start();
    const answer = await send((xml) => xml.replace(`<crtfGrpTypCd>${group}<`, "<crtfGrpTypCd>09<"));
    expect(answer).toMatchObject({ code: "500", message: expect.stringContaining(`(${group})`) });
  });

  test.each<[string, Wrong]>([
    ["an update", of("PUT", () => "/prodservices/product/1")],
    ["a price", of("GET", () => "/prodservices/product/price/1/18000")],
    ["a stop", of("PUT", () => "/prodstatservice/stat/stopdisplay/1")],
  ])("%s of what is not there is 404 too", async (_, wrong) => {
    expect(await wrong(start())).toMatchObject({ status: 200, code: "404" });
  });
});
