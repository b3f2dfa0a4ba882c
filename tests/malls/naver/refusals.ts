import { HttpResponse } from "msw";
import { sentenceOf } from "../refusals.ts";
import { koreanTime } from "./korean-time.ts";
import type { InputRefusal } from "./notice-refusals.ts";
import { productRefusals } from "./product-refusals.ts";
import { changeRefusals, tokenRefusals, uploadRefusals, type WholeRefusal, wholeRefusals } from "./request-refusals.ts";

const inputRefusals = { ...productRefusals, ...uploadRefusals, ...changeRefusals };
const allInputRefusals: Record<InputRule, InputRefusal> = { ...inputRefusals, ...tokenRefusals };

/** All that it refuses with, but for those of whoever asks for a token. */
export const naverRefusals = { ...inputRefusals, ...wholeRefusals };

export type ProductRule = keyof typeof productRefusals;
type InputRule = keyof typeof inputRefusals | keyof typeof tokenRefusals;
type WholeRule = keyof typeof wholeRefusals;
export type NaverRule = InputRule | WholeRule;

declare const ofARule: unique symbol;
/** One entry of `invalidInputs`; the name is a dotted path into the body. There are none but those of a rule. */
export interface Complaint {
  name: string;
  type: string;
  message: string;
  [ofARule]: true;
}

/** `at` stands for `{}` in the path, `about` for those in the words. */
export function complaintOf(rule: InputRule, at: unknown = "", ...about: unknown[]): Complaint {
  const refusal = allInputRefusals[rule];
  const name = refusal.at.replace("{}", String(at));
  return { name, type: refusal.type, message: sentenceOf(refusal, about) } as Complaint;
}

export function refuse(rule: NaverRule, at: unknown = "", ...about: unknown[]): Response {
  return rule in wholeRefusals
    ? errorOf(wholeRefusals[rule as WholeRule])
    : refuseInputs([complaintOf(rule as InputRule, at, ...about)]);
}

/** All at once; the mall sometimes leaves `invalidInputs` out, and then only the message tells. */
export function refuseInputs(complaints: readonly Complaint[], withInputs = true): Response {
  const message = complaints.map((complaint) => complaint.message).join(" ");
  const invalidInputs = withInputs ? { invalidInputs: complaints } : {};
  return errorOf({ status: 400, code: "BAD_REQUEST", says: message }, invalidInputs);
}

/** Of a fault, which is nobody's rule. */
export function trouble(status: 500 | 503): Response {
  return status === 500
    ? errorOf({ status, code: "GW.INTERNAL_SERVER_ERROR", says: "일시적인 오류가 발생했습니다." })
    : errorOf({ status, code: "GW.BLOCK.01", says: "서비스를 일시적으로 사용할 수 없습니다." });
}

/** The gateway has a shape of its own. */
function errorOf({ status, code, says }: Pick<WholeRefusal, "status" | "code" | "says">, inputs: object = {}) {
  const trace = code.startsWith("GW.") ? { traceId: crypto.randomUUID().replaceAll("-", "") } : {};
  const body = { code, message: says, ...inputs, timestamp: koreanTime(Date.now()), ...trace };
  return HttpResponse.json(body, { status });
}
