/** The five terms every disclosure carries; without them the mall shows "see the detail page", which the law discourages. */
export const standardTerms = {
  returnCostReason: "상품의 하자나 오배송으로 인한 청약철회의 경우 반품 배송비는 판매자가 부담합니다.",
  noRefundReason:
    "소비자의 책임 있는 사유로 상품이 멸실·훼손되었거나 시간이 지나 다시 판매하기 어려울 만큼 가치가 떨어진 경우 청약철회가 제한됩니다(전자상거래 등에서의 소비자보호에 관한 법률 제17조 제2항).",
  qualityAssuranceStandard:
    "교환·반품·보증 조건과 품질 보증 기준은 소비자분쟁해결기준(공정거래위원회 고시)에 따릅니다.",
  compensationProcedure:
    "대금 환불은 반품 접수와 상품 확인 후 3영업일 이내에 이루어지며, 지연되는 경우 관련 법령에 따른 지연배상금을 지급합니다.",
  troubleShootingContents:
    "소비자 피해보상, 불만 처리와 분쟁 처리는 판매자 연락처로 문의해 주시면 소비자분쟁해결기준에 따라 처리합니다.",
} as const;

export function afterServiceGuide(storeName: string, phone: string): string {
  return `${storeName} 고객 문의 ${phone} (평일 10:00~17:00)`;
}
