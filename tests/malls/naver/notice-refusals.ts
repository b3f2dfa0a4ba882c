import { checked, neverWritten, type Refusal } from "../refusals.ts";

/** A dotted path, a type and words. `{}` in a path is the first that the words name. */
export type InputRefusal = Refusal & { at: string; type: string };

/** What it has against a product's notice, whose fields are other ones for each kind of goods. */
export const noticeRefusals = {
  "no notice": {
    at: "originProduct.detailAttribute.productInfoProvidedNotice",
    type: "NotNull",
    ...neverWritten("상품정보제공고시를 입력해 주세요."),
  },
  "an unknown notice": {
    at: "originProduct.detailAttribute.productInfoProvidedNotice.productInfoProvidedNoticeType",
    type: "NotValidEnum",
    ...neverWritten(
      "originProduct.detailAttribute.productInfoProvidedNotice.productInfoProvidedNoticeType 항목이 유효하지 않습니다.",
    ),
  },
  "a notice of another type": {
    at: "originProduct.detailAttribute.productInfoProvidedNotice.{}",
    type: "NotNull",
    ...neverWritten("{} 항목만 입력해 주세요."),
  },
  "a notice's field left out": {
    at: "{}",
    type: "NotEmpty",
    ...checked("{} 항목을 입력해 주세요.", "notice.missing", { notice: {} }),
  },
  "a notice's yes or no left out": {
    at: "{}",
    type: "NotNull",
    ...checked("{} 항목을 입력해 주세요.", "notice.missing", { notice: {} }),
  },
  "a date beside its words, or neither": {
    at: "{}",
    type: "NotEmpty",
    ...checked("날짜와 직접 입력 중 하나만 입력해 주세요.", "notice.missing", { notice: {} }),
  },
  "another way of saying a date than was used": {
    at: "{}Type",
    type: "NotValidEnum",
    ...neverWritten("입력 방식이 값과 다릅니다."),
  },
  "a date that is none": { at: "{}", type: "Pattern", ...neverWritten("날짜 형식이 올바르지 않습니다.") },
  "none of several choices": {
    at: "{}",
    type: "NotEmpty",
    ...checked("{} 중 하나를 입력해 주세요.", "notice.missing", { categoryKey: "WEAR", notice: {} }),
  },
} satisfies Record<string, InputRefusal>;
