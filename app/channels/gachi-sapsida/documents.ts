import type { ProductFacts, StoreKind } from "#app/domain/product/product-facts.ts";

/** A paper the operator asks of a merchant. */
export interface WantedDocument {
  name: string;
  required: boolean;
}

/** What open markets and support programmes ask for; the operator has published no list of its own. */
export function wantedDocuments({ kcNumber }: ProductFacts): WantedDocument[] {
  return [
    { name: "사업자등록증", required: true },
    { name: "통신판매업 신고증", required: true },
    { name: "정산 계좌 통장 사본", required: true },
    { name: "국내 생산 증빙(원산지 증명, 생산 사실 확인 등)", required: true },
    { name: "소상공인 확인서", required: false },
    ...(kcNumber === null ? [] : [{ name: `안전 인증서(${kcNumber})`, required: true }]),
  ];
}

/** Partner malls run sections for these. */
export const programmeTags: Record<StoreKind, string> = {
  hundred_year: "백년가게",
  traditional_market: "전통시장",
  cooperative: "협동조합",
  craft: "소공인",
};

export function documentList(product: ProductFacts): string {
  const lines = wantedDocuments(product).map(({ name, required }) => `[ ] ${name}${required ? " (필수)" : ""}`);
  return [`서류 목록: ${product.store.name} / ${product.name}`, ...lines, ""].join("\r\n");
}
