import { HttpResponse } from "msw";
import { readyProduct } from "../ready-product.ts";
import { checked, holdsBack, neverWritten, onlyTheMallKnows, type Refusal, sentenceOf } from "../refusals.ts";

const [photo] = readyProduct().photos;
const smallPhoto = { ...photo, width: 599, height: 800 } as NonNullable<typeof photo>;

/** What the desk does not take in, and under which status. */
export const gachiSapsidaRefusals = {
  "another type than zip": { status: 422, ...neverWritten("zip 파일이 아닙니다.") },
  "a package damaged on its way": { status: 422, ...neverWritten("파일이 전송 중에 손상되었습니다.") },
  "no package": { status: 422, ...neverWritten("product.json 이 들어 있는 zip 파일이 아닙니다.") },
  "what was never received": { status: 404, ...onlyTheMallKnows("접수된 적이 없습니다.") },
  "a wrong token": { status: 401, ...holdsBack("인증 토큰이 올바르지 않습니다.", "mall.credentials_refused") },
} satisfies Record<string, Refusal & { status: number }>;

/** For what the operator sends a package back. */
export const gachiSapsidaReviewRefusals = {
  "facts left out": checked("상품 정보가 빠져 있습니다: {}", "notice.missing", { notice: {} }),
  "no sheet": neverWritten("상품정보.xlsx 를 열 수 없습니다."),
  "no list of papers": neverWritten("서류목록이 없습니다."),
  "no picture": checked("사진이 없습니다.", "photo.none", { photos: [] }),
  "a picture that does not open": neverWritten("열리지 않는 사진이 있습니다."),
  "a picture below 600 pixels": checked("600픽셀보다 작은 사진이 있습니다.", "photo.below_minimum", {
    photos: [smallPhoto],
  }),
  "another reference": neverWritten("접수번호가 다릅니다."),
  "foreign goods": checked("국내에서 생산한 상품만 입점할 수 있습니다.", "origin.not_domestic", {
    origin: { text: "중국산", kind: "foreign", country: "중국" },
  }),
  "a picture that is listed and missing": neverWritten("목록에 있는 사진이 없습니다."),
  "a paper that is missing": onlyTheMallKnows("원산지 증명 서류가 없습니다."),
} satisfies Record<string, Refusal>;

export type DeskRule = keyof typeof gachiSapsidaRefusals;
export type OperatorRule = keyof typeof gachiSapsidaReviewRefusals;

export function refuse(rule: DeskRule): Response {
  const { status, says } = gachiSapsidaRefusals[rule];
  return HttpResponse.json(status === 422 ? { reasons: [says] } : { message: says }, { status });
}

declare const ofARule: unique symbol;
/** In the operator's words. */
export type Reason = string & { [ofARule]: true };

export function reason(rule: OperatorRule, ...about: unknown[]): Reason {
  return sentenceOf(gachiSapsidaReviewRefusals[rule], about) as Reason;
}
