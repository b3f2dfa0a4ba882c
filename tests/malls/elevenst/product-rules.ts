import iconv from "iconv-lite";
import { childOf, childrenOf, textOf, type XmlElement } from "#app/services/xml/xml-tree.ts";
import type { Broken } from "../refusals.ts";
import type { ElevenstAccount } from "./account.ts";
import { isLeaf, noticeTypes } from "./categories.ts";
import type { ProductRule } from "./refusals.ts";

/** Which rule a product breaks: the mall tells the first only. Null: it takes it. */
export function complaintAbout(product: XmlElement, account: ElevenstAccount): Broken<ProductRule> | null {
  for (const rule of [basics, pictures, texts, certificates, period, prices, options, delivery, notice]) {
    const complaint = rule(product, account);
    if (complaint !== null) return complaint;
  }
  return null;
}

type Rule = (product: XmlElement, account: ElevenstAccount) => Broken<ProductRule> | null;

const basics: Rule = (product) => {
  const said = (name: string) => textOf(product, name) ?? "";
  if (said("selMthdCd") !== "01") return ["another way of selling"];
  if (!isLeaf(said("dispCtgrNo"))) return ["a category that is no leaf"];
  if (said("prdTypCd") !== "01") return ["another kind of product"];
  if (said("prdNm") === "") return ["no name"];
  if (iconv.encode(said("prdNm"), "euc-kr").length > 100) return ["a name of more than 100 bytes"];
  if (said("brand") === "") return ["no brand"];
  if (!/^0[1-5]$/.test(said("rmaterialTypCd"))) return ["an unknown kind of raw material"];
  if (said("rmaterialTypCd") === "03" && !childOf(product, "ProductRmaterial"))
    return ["processed food without its raw material"];
  if (!/^0[1-3]$/.test(said("orgnTypCd"))) return ["an unknown origin"];
  if (said("orgnTypCd") === "02" && said("orgnTypDtlsCd") === "") return ["a foreign origin without its region"];
  if (said("orgnTypCd") === "03" && said("orgnNmVal") === "") return ["another origin without its words"];
  if (!/^0[1-3]$/.test(said("beefTraceStat"))) return ["an unknown beef trace"];
  if (said("sellerPrdCd").length > 50) return ["a seller's code of 51 characters"];
  if (!/^0[1-3]$/.test(said("suplDtyfrPrdClfCd"))) return ["an unknown tax"];
  if (said("forAbrdBuyClf") !== "01") return ["goods bought abroad"];
  if (!/^(0[1-9]|10)$/.test(said("prdStatCd"))) return ["an unknown condition"];
  return /^[YN]$/.test(said("minorSelCnYn")) ? null : ["nothing said of minors"];
};

const pictures: Rule = (product) => {
  if (!textOf(product, "prdImage01")) return ["no main picture"];
  const urls = [1, 2, 3, 4].map((number) => textOf(product, `prdImage0${number}`)).filter((url) => url !== null);
  const bad = urls.find((url) => !/^https:\/\/\S+\.(jpe?g|png|webp)$/i.test(url));
  return bad === undefined ? null : ["a picture's address without https", bad];
};

const texts: Rule = (product) => {
  const detail = textOf(product, "htmlDetail") ?? "";
  if (detail === "") return ["no detail page"];
  // They are linked for ever.
  const linked = [...detail.matchAll(/<img\b[^>]*\bsrc="([^"]*)"/gi)].map(([, url = ""]) => url);
  const bad = linked.find((url) => !/^https:\/\//.test(url) || /[?&](token|expires|signature)=/i.test(url));
  if (bad !== undefined) return ["a picture in the detail page that will not last", bad];
  if (!textOf(product, "asDetail")) return ["no words on repairs"];
  return textOf(product, "rtngExchDetail") ? null : ["no words on returns"];
};

const certificates: Rule = (product) => {
  const groups = new Map(
    childrenOf(product, "ProductCertGroup").map((group) => [
      textOf(group, "crtfGrpTypCd") ?? "",
      textOf(group, "crtfGrpObjClfCd") ?? "",
    ]),
  );
  const answers: Record<string, string[]> = {
    "01": ["01", "02", "03"],
    "02": ["01", "02", "03"],
    "03": ["01", "02", "03"],
    "04": ["04", "05"],
  };
  for (const [group, allowed] of Object.entries(answers)) {
    if (!allowed.includes(groups.get(group) ?? "")) return ["a group of certificates left out", group];
  }
  const subject = [...groups.values()].some((answer) => answer === "01" || answer === "04");
  const given = childrenOf(product, "ProductCert");
  if (subject && given.length === 0) return ["no certificate where one is due"];
  const types = new Set("101 102 103 104 105 123 124 127 128 129 130 132 133 134 135 136".split(" "));
  const bad = given.find((one) => !types.has(textOf(one, "certTypeCd") ?? "") || !textOf(one, "certKey"));
  return bad ? ["a certificate of no known kind"] : null;
};

const period: Rule = (product) => {
  if (textOf(product, "selPrdClfCd") !== "3y:110") return ["another length of the sale"];
  const dates = ["aplBgnDy", "aplEndDy"].map((name) => textOf(product, name) ?? "");
  if (!dates.every((date) => /^\d{4}\/\d\d\/\d\d$/.test(date))) return ["no start of the sale"];
  const [start = 0, end = 0] = dates.map((date) => Date.parse(`${date.replaceAll("/", "-")}T00:00:00Z`));
  const exact = new Date(start);
  exact.setUTCFullYear(exact.getUTCFullYear() + 3);
  exact.setUTCDate(exact.getUTCDate() - 1);
  return exact.getTime() === end ? null : ["an end that is not three years less a day"];
};

const prices: Rule = (product) => {
  const price = Number(textOf(product, "selPrc"));
  if (!Number.isInteger(price) || price < 10 || price > 999_999_990) return ["a price out of bounds"];
  if (price % 10 !== 0) return ["a price between tens"];
  const stock = Number(textOf(product, "prdSelQty"));
  return Number.isInteger(stock) && stock >= 1 ? null : ["no stock"];
};

const options: Rule = (product) => {
  const lines = childrenOf(product, "ProductOption");
  if (lines.length === 0) return null;
  if (textOf(product, "optSelectYn") !== "Y" || textOf(product, "txtColCnt") !== "1") return ["options on two axes"];
  const title = textOf(product, "colTitle") ?? "";
  const bytes = iconv.encode(title, "euc-kr").length;
  if (bytes === 0 || bytes > 40) return ["a name of options of more than 40 bytes"];
  const price = Number(textOf(product, "selPrc"));
  const extras = lines.map((line) => Number(textOf(line, "colOptPrice")));
  if (extras.some((extra) => extra > price || extra < -price / 2)) return ["an option's price too far from the base"];
  if (extras.some((extra) => extra % 10 !== 0)) return ["an option's price between tens"];
  if (!extras.includes(0)) return ["no option at the base price"];
  const values = lines.map((line) => textOf(line, "colValue0") ?? "");
  if (values.includes("") || new Set(values).size < values.length) return ["the same option twice"];
  const counts = lines.map((line) => [textOf(line, "useYn"), Number(textOf(line, "colCount"))] as const);
  return counts.some(([use, count]) => use === "Y" && !(count >= 1)) ? ["an option on offer without stock"] : null;
};

const delivery: Rule = (product, account) => {
  const said = (name: string) => textOf(product, name) ?? "";
  if (said("dlvCnAreaCd") !== "01" || said("dlvWyCd") !== "01") return ["an unknown way of delivery"];
  if (!["01", "02"].includes(said("dlvCstInstBasiCd"))) return ["an unknown kind of delivery fee"];
  if (said("dlvCstInstBasiCd") === "02" && !(Number(said("dlvCst1")) > 0)) return ["no delivery fee"];
  if (!/^[YN]$/.test(said("bndlDlvCnYn"))) return ["nothing said of parcels together"];
  if (!/^0[1-3]$/.test(said("dlvCstPayTypCd"))) return ["an unknown way of paying for delivery"];
  if (said("addrSeqOut") !== "" && said("addrSeqOut") !== account.outboundAddress)
    return ["an unknown shipping address"];
  if (said("addrSeqIn") !== "" && said("addrSeqIn") !== account.returnAddress) return ["an unknown return address"];
  const fees = [said("rtngdDlvCst"), said("exchDlvCst")];
  return fees.every((fee) => /^\d+$/.test(fee)) ? null : ["no fees for returns"];
};

const notice: Rule = (product) => {
  const given = childOf(product, "ProductNotification");
  const items = given && noticeTypes.get(textOf(given, "type") ?? "");
  if (!given || !items) return ["a notice of no known type"];
  const values = new Map(childrenOf(given, "item").map((item) => [textOf(item, "code"), textOf(item, "name") ?? ""]));
  const codes = [...items.keys()];
  if (values.size !== codes.length || codes.some((code) => !values.has(code))) {
    return ["a notice with an item missing"];
  }
  const [empty] = [...values].find(([, value]) => value === "") ?? [];
  if (empty !== undefined) return ["a notice with an empty item", empty];
  const [long] = [...values].find(([, value]) => value.length > 50) ?? [];
  return long === undefined ? null : ["a notice with 51 characters in an item", long];
};
