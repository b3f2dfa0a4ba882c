import type { MallKey } from "#app/channels/contract.ts";
import { sandboxCoupangCategories } from "./coupang/index.ts";
import { sandboxGachiSapsidaCategories } from "./gachi-sapsida/index.ts";
import { sandboxNaverCategories } from "./naver/index.ts";

/** Mall → the programme's category → the sandbox's own code for it. */
export const sandboxCategories: Record<MallKey, Record<string, string>> = {
  naver: sandboxNaverCategories,
  coupang: sandboxCoupangCategories,
  "gachi-sapsida": sandboxGachiSapsidaCategories,
};
