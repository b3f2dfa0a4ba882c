import iconv from "iconv-lite";
import { childOf, childrenOf, textOf, type XmlElement } from "#app/services/xml/xml-tree.ts";
import type { ElevenstAccount } from "./account.ts";
import { isLeaf, noticeTypes } from "./categories.ts";

/** Why the mall refuses a product, in one sentence: it tells the first thing only. Null: it takes it. */
export function complaintAbout(product: XmlElement, account: ElevenstAccount): string | null {
  for (const rule of [basics, pictures, texts, certificates, period, prices, options, delivery, notice]) {
    const complaint = rule(product, account);
    if (complaint !== null) return complaint;
  }
  return null;
}

type Rule = (product: XmlElement, account: ElevenstAccount) => string | null;

const basics: Rule = (product) => {
  const said = (name: string) => textOf(product, name) ?? "";
  if (said("selMthdCd") !== "01") return "판매방식 코드가 올바르지 않습니다.";
  if (!isLeaf(said("dispCtgrNo"))) return "카테고리 번호가 올바르지 않거나 최하위 카테고리가 아닙니다.";
  if (said("prdTypCd") !== "01") return "상품타입 코드가 올바르지 않습니다.";
  if (said("prdNm") === "") return "상품명을 입력해 주십시오.";
  if (iconv.encode(said("prdNm"), "euc-kr").length > 100) return "상품명은 100Byte까지 입력 가능합니다.";
  if (said("brand") === "") return "브랜드를 입력해 주십시오.";
  if (!/^0[1-5]$/.test(said("rmaterialTypCd"))) return "원재료 유형 코드가 올바르지 않습니다.";
  if (said("rmaterialTypCd") === "03" && !childOf(product, "ProductRmaterial")) return "원재료 정보를 입력해 주십시오.";
  if (!/^0[1-3]$/.test(said("orgnTypCd"))) return "원산지 코드가 올바르지 않습니다.";
  if (said("orgnTypCd") === "02" && said("orgnTypDtlsCd") === "") return "원산지 상세지역을 선택해 주십시오.";
  if (said("orgnTypCd") === "03" && said("orgnNmVal") === "") return "원산지명을 입력해 주십시오.";
  if (!/^0[1-3]$/.test(said("beefTraceStat"))) return "축산물 이력번호 코드가 올바르지 않습니다.";
  if (said("sellerPrdCd").length > 50) return "판매자 상품코드는 50자까지 입력 가능합니다.";
  if (!/^0[1-3]$/.test(said("suplDtyfrPrdClfCd"))) return "부가세 코드가 올바르지 않습니다.";
  if (said("forAbrdBuyClf") !== "01") return "해외구매대행 카테고리가 아닙니다.";
  if (!/^(0[1-9]|10)$/.test(said("prdStatCd"))) return "상품상태 코드가 올바르지 않습니다.";
  return /^[YN]$/.test(said("minorSelCnYn")) ? null : "미성년자 구매가능 여부를 입력해 주십시오.";
};

const pictures: Rule = (product) => {
  if (!textOf(product, "prdImage01")) return "대표이미지를 입력해 주십시오.";
  const urls = [1, 2, 3, 4].map((number) => textOf(product, `prdImage0${number}`)).filter((url) => url !== null);
  const bad = urls.find((url) => !/^https:\/\/\S+\.(jpe?g|png|webp)$/i.test(url));
  return bad === undefined ? null : `이미지 URL이 올바르지 않습니다. (${bad})`;
};

const texts: Rule = (product) => {
  const detail = textOf(product, "htmlDetail") ?? "";
  if (detail === "") return "상품상세설명을 입력해 주십시오.";
  // They are linked for ever.
  const linked = [...detail.matchAll(/<img\b[^>]*\bsrc="([^"]*)"/gi)].map(([, url = ""]) => url);
  const bad = linked.find((url) => !/^https:\/\//.test(url) || /[?&](token|expires|signature)=/i.test(url));
  if (bad !== undefined) return `상품상세설명의 이미지 주소가 올바르지 않습니다. (${bad})`;
  if (!textOf(product, "asDetail")) return "A/S 안내를 입력해 주십시오.";
  return textOf(product, "rtngExchDetail") ? null : "반품/교환 안내를 입력해 주십시오.";
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
    if (!allowed.includes(groups.get(group) ?? "")) return `인증정보그룹(${group})의 KC인증대상여부를 입력해 주십시오.`;
  }
  const subject = [...groups.values()].some((answer) => answer === "01" || answer === "04");
  const given = childrenOf(product, "ProductCert");
  if (subject && given.length === 0) return "인증정보를 입력해 주십시오.";
  const types = new Set("101 102 103 104 105 123 124 127 128 129 130 132 133 134 135 136".split(" "));
  const bad = given.find((one) => !types.has(textOf(one, "certTypeCd") ?? "") || !textOf(one, "certKey"));
  return bad ? "인증유형 또는 인증번호가 올바르지 않습니다." : null;
};

const period: Rule = (product) => {
  if (textOf(product, "selPrdClfCd") !== "3y:110") return "판매기간코드가 올바르지 않습니다.";
  const dates = ["aplBgnDy", "aplEndDy"].map((name) => textOf(product, name) ?? "");
  if (!dates.every((date) => /^\d{4}\/\d\d\/\d\d$/.test(date))) return "판매 시작일을 입력해 주십시오.";
  const [start = 0, end = 0] = dates.map((date) => Date.parse(`${date.replaceAll("/", "-")}T00:00:00Z`));
  const exact = new Date(start);
  exact.setUTCFullYear(exact.getUTCFullYear() + 3);
  exact.setUTCDate(exact.getUTCDate() - 1);
  return exact.getTime() === end ? null : "판매 종료일이 판매기간과 일치하지 않습니다.";
};

const prices: Rule = (product) => {
  const price = Number(textOf(product, "selPrc"));
  if (!Number.isInteger(price) || price < 10 || price > 999_999_990)
    return "판매가는 10원 이상 10억원 미만으로 입력해 주십시오.";
  if (price % 10 !== 0) return "판매가는 10원 단위로 입력해 주십시오.";
  const stock = Number(textOf(product, "prdSelQty"));
  return Number.isInteger(stock) && stock >= 1 ? null : "재고수량은 1개 이상 입력해 주십시오.";
};

const options: Rule = (product) => {
  const lines = childrenOf(product, "ProductOption");
  if (lines.length === 0) return null;
  if (textOf(product, "optSelectYn") !== "Y" || textOf(product, "txtColCnt") !== "1")
    return "옵션 설정이 올바르지 않습니다.";
  const title = textOf(product, "colTitle") ?? "";
  const bytes = iconv.encode(title, "euc-kr").length;
  if (bytes === 0 || bytes > 40) return "옵션명은 40Byte까지 입력 가능합니다.";
  const price = Number(textOf(product, "selPrc"));
  const extras = lines.map((line) => Number(textOf(line, "colOptPrice")));
  if (extras.some((extra) => extra > price || extra < -price / 2))
    return "옵션가는 판매가의 -50%~+100% 범위에서 입력해 주십시오.";
  if (extras.some((extra) => extra % 10 !== 0)) return "옵션가는 10원 단위로 입력해 주십시오.";
  if (!extras.includes(0)) return "옵션가가 0원인 옵션이 반드시 1개 이상 있어야 합니다.";
  const values = lines.map((line) => textOf(line, "colValue0") ?? "");
  if (values.includes("") || new Set(values).size < values.length) return "옵션값이 없거나 중복되었습니다.";
  const counts = lines.map((line) => [textOf(line, "useYn"), Number(textOf(line, "colCount"))] as const);
  return counts.some(([use, count]) => use === "Y" && !(count >= 1))
    ? "옵션 재고수량은 1개 이상 입력해 주십시오."
    : null;
};

const delivery: Rule = (product, account) => {
  const said = (name: string) => textOf(product, name) ?? "";
  if (said("dlvCnAreaCd") !== "01" || said("dlvWyCd") !== "01")
    return "배송가능지역 또는 배송방법이 올바르지 않습니다.";
  if (!["01", "02"].includes(said("dlvCstInstBasiCd"))) return "배송비 종류가 올바르지 않습니다.";
  if (said("dlvCstInstBasiCd") === "02" && !(Number(said("dlvCst1")) > 0)) return "배송비를 입력해 주십시오.";
  if (!/^[YN]$/.test(said("bndlDlvCnYn"))) return "묶음배송 여부를 입력해 주십시오.";
  if (!/^0[1-3]$/.test(said("dlvCstPayTypCd"))) return "배송비 결제방법이 올바르지 않습니다.";
  if (said("addrSeqOut") !== "" && said("addrSeqOut") !== account.outboundAddress)
    return "출고지 주소가 올바르지 않습니다.";
  if (said("addrSeqIn") !== "" && said("addrSeqIn") !== account.returnAddress)
    return "반품지 주소가 올바르지 않습니다.";
  const fees = [said("rtngdDlvCst"), said("exchDlvCst")];
  return fees.every((fee) => /^\d+$/.test(fee)) ? null : "반품 배송비와 교환 배송비를 입력해 주십시오.";
};

const notice: Rule = (product) => {
  const given = childOf(product, "ProductNotification");
  const items = given && noticeTypes.get(textOf(given, "type") ?? "");
  if (!given || !items) return "상품정보제공고시 유형코드가 올바르지 않습니다.";
  const values = new Map(childrenOf(given, "item").map((item) => [textOf(item, "code"), textOf(item, "name") ?? ""]));
  const codes = [...items.keys()];
  if (values.size !== codes.length || codes.some((code) => !values.has(code))) {
    return "상품정보제공고시 항목의 개수가 일치하지 않습니다.";
  }
  const [empty] = [...values].find(([, value]) => value === "") ?? [];
  if (empty !== undefined) return `상품정보제공고시 항목(${empty})의 값을 입력해 주십시오.`;
  const [long] = [...values].find(([, value]) => value.length > 50) ?? [];
  return long === undefined ? null : `상품정보제공고시 항목(${long})은 50자까지 입력 가능합니다.`;
};
