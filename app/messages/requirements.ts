import type { Basis, RequirementKey, RequirementReason } from "#app/domain/store/requirements.ts";
import type { Sentence } from "./sentence.ts";

/** What a store must meet to take part. */
export const requirementWords: Record<RequirementKey, Sentence> = {
  business_number: { ko: "사업자등록번호", en: "Business number" },
  business_status: { ko: "국세청 상태", en: "Status at the tax office" },
  business_registration: { ko: "사업자등록증", en: "Business registration" },
  kind_proof: { ko: "가게 종류를 확인할 서류", en: "Proof of the kind of store" },
  designation: { ko: "백년가게 지정번호와 날짜", en: "Designation number and dates" },
  district: { ko: "자치구", en: "District" },
  market: { ko: "시장", en: "Market" },
  store_photo: { ko: "가게 사진", en: "Photo of the store" },
  mail_order: { ko: "통신판매업 신고", en: "Mail-order registration" },
  delivery_terms: { ko: "배송비와 반품 비용", en: "Delivery and return fees" },
};

export const basisWords: Record<Basis, Sentence> = {
  computed: { ko: "저절로 확인", en: "Computed" },
  attested: { ko: "상인이 밝힘", en: "Attested" },
  verified: { ko: "눈으로 확인", en: "Looked at" },
};

export const reasonWords: Record<RequirementReason, Sentence> = {
  checksum_right: { ko: "검사 숫자가 맞아요.", en: "Its check digit is right." },
  checksum_wrong: { ko: "검사 숫자가 맞지 않아요.", en: "Its check digit is wrong." },
  status_active: { ko: "국세청에 계속사업자로 있어요.", en: "Active at the tax office." },
  status_suspended: { ko: "국세청에 휴업으로 있어요.", en: "Suspended at the tax office." },
  status_closed: { ko: "국세청에 폐업으로 있어요.", en: "Closed at the tax office." },
  status_unregistered: {
    ko: "국세청에 없는 번호예요. 갓 등록했다면 하루 이틀 걸려요.",
    en: "The tax office does not know the number. New ones take a day or two.",
  },
  status_not_checked: {
    ko: "국세청에 물어보지 않았어요. 직접 확인한 뒤에 표시해 주세요.",
    en: "The tax office was not asked. Check it yourself before you mark it.",
  },
  not_looked_at: { ko: "아직 보지 않았어요.", en: "Nobody has looked at it yet." },
  looked_at: { ko: "확인했어요.", en: "Looked at and right." },
  no_document: { ko: "올린 것이 없어요.", en: "Nothing was uploaded." },
  no_designation: { ko: "번호와 날짜를 적지 않았어요.", en: "Number and dates were not entered." },
  in_district: { ko: "주소의 자치구와 같아요.", en: "The address names it." },
  other_district: { ko: "주소의 자치구와 달라요.", en: "The address names another." },
  chosen_district: { ko: "주소에 자치구가 없어 상인이 골랐어요.", en: "Chosen: the address names none." },
  in_market: { ko: "시장 목록에 있고 같은 자치구예요.", en: "In the register, and in the same district." },
  no_market: { ko: "시장을 고르지 않았어요.", en: "No market was chosen." },
  other_market_district: { ko: "시장이 다른 자치구에 있어요.", en: "The market lies in another district." },
  photo_there: { ko: "사진이 있어요.", en: "There is one." },
  number_later: { ko: "아직 신고하지 않았다고 했어요.", en: "Not registered yet, the merchant says." },
  number_not_needed: { ko: "신고하지 않아도 된다고 했어요.", en: "Exempt, the merchant says." },
  number_not_said: { ko: "아무것도 적지 않았어요.", en: "Nothing was said." },
  terms_given: { ko: "상인이 정했어요.", en: "The merchant has set them." },
  terms_not_given: { ko: "아직 정하지 않았어요.", en: "Not set yet." },
};

/** The office's page of one store. */
export const storeFileMessages = {
  back: { ko: "가게", en: "Stores" },
  checklist: { ko: "확인할 것", en: "Checklist" },
  metCount: { ko: "{total}가지 가운데 {met}가지가 됐어요", en: "{met} of {total} are met" },
  requirement: { ko: "항목", en: "Requirement" },
  basis: { ko: "방법", en: "Basis" },
  state: { ko: "상태", en: "State" },
  documents: { ko: "서류", en: "Documents" },
  met: { ko: "됨", en: "Met" },
  open: { ko: "남음", en: "Open" },
  mark: { ko: "표시", en: "Mark" },
  verify: { ko: "확인했어요", en: "Mark as right" },
  verifyNamed: { ko: "{requirement} 확인했어요", en: "Mark {requirement} as right" },
  unverify: { ko: "확인 취소", en: "Take back" },
  unverifyNamed: { ko: "{requirement} 확인 취소", en: "Take back {requirement}" },
  entered: { ko: "상인이 적은 것", en: "What the merchant entered" },
  notEntered: {
    ko: "사무국이 넣은 가게라 상인이 적은 것이 없어요.",
    en: "The office added this store; nothing was entered.",
  },
  field: { ko: "칸", en: "Field" },
  answer: { ko: "적은 것", en: "Entered" },
  note: { ko: "고칠 것", en: "To be corrected" },
  noteOf: { ko: "{field}: 고칠 것", en: "{field}: to be corrected" },
  noteHint: {
    ko: "고칠 것을 칸 옆에 적고 돌려보내 주세요. 상인은 알림 한 번을 받고, 그 칸으로 바로 갈 수 있어요.",
    en: "Write next to a field what is to be put right. The merchant gets one notice that leads to it.",
  },
  giveBack: { ko: "돌려보내기", en: "Return it" },
  approve: { ko: "승인", en: "Approve" },
  approveFirst: { ko: "모두 확인하면 승인할 수 있어요.", en: "It can be approved when all is met." },
  close: { ko: "가게 닫기", en: "Close the store" },
  closeBody: {
    ko: "닫으면 되돌릴 수 없어요. 쇼핑몰에 올라간 상품이 없어야 닫을 수 있어요.",
    en: "This cannot be undone. Nothing of it may be at a mall.",
  },
  mailOrder: { ko: "통신판매업 신고번호", en: "Mail-order number" },
  mailOrderHint: {
    ko: "공정거래위원회에서 번호를 확인한 뒤에 적어 주세요. 이 번호가 없어 기다리던 상품은 바로 보내요.",
    en: "Look the number up at the Fair Trade Commission before you enter it. What waited for it is sent at once.",
  },
  mailOrderSave: { ko: "번호 저장", en: "Save the number" },
  doneMailOrder: { ko: "신고번호를 저장했어요", en: "The number is saved" },
  businessStatus: { ko: "국세청 확인", en: "Tax office" },
  askRegister: { ko: "국세청에 다시 물어보기", en: "Ask the tax office again" },
  sentAt: { ko: "보낸 때", en: "Sent" },
  notPossible: { ko: "하지 못했어요", en: "It was not possible" },
  publicPage: { ko: "가게 페이지", en: "Public page" },
  doneVerify: { ko: "확인했다고 표시했어요", en: "Marked as right" },
  doneUnverify: { ko: "확인을 취소했어요", en: "Taken back" },
  doneApprove: { ko: "승인했어요", en: "Approved" },
  doneReturn: { ko: "돌려보냈어요", en: "Returned" },
  doneCheck: {
    ko: "국세청에 물어보고 있어요. 조금 뒤에 다시 열어 주세요",
    en: "The tax office is being asked. Open this page again in a moment",
  },
  doneClose: { ko: "가게를 닫았어요", en: "Closed" },
} satisfies Record<string, Sentence>;
