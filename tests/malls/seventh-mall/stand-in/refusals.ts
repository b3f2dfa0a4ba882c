import { HttpResponse } from "msw";
import { checked, holdsBack, neverWritten, onlyTheMallKnows, type Refusal } from "../../refusals.ts";

/** Of a product: the field it is about. */
const goodsRefusals = {
  "no name": { field: "name", ...neverWritten("상품명이 없습니다.") },
  "a name of 41 characters": {
    field: "name",
    ...checked("상품명은 40자까지입니다.", "name.too_long", { name: "가".repeat(41) }),
  },
  "no price": { field: "price", ...checked("가격이 없습니다.", "price.step", { price: 0 }) },
  "an unknown category": { field: "category", ...onlyTheMallKnows("없는 분류입니다.") },
  "no picture": { field: "pictures", ...checked("사진이 없습니다.", "photo.none", { photos: [] }) },
} satisfies Record<string, Refusal & { field: string }>;

/** Of a request: its status. */
const requestRefusals = {
  "no key": { status: 401, ...holdsBack("API 키가 올바르지 않습니다.", "mall.credentials_refused") },
  "goods that are not there": { status: 404, ...onlyTheMallKnows("없는 상품입니다.") },
} satisfies Record<string, Refusal & { status: number }>;

export const cornerRefusals = { ...goodsRefusals, ...requestRefusals };
export type GoodsRule = keyof typeof goodsRefusals;
export type CornerRule = keyof typeof cornerRefusals;

export function refuse(rule: CornerRule): Response {
  const { status = 422, field, says }: Refusal & { status?: number; field?: string } = cornerRefusals[rule];
  return HttpResponse.json({ errors: [{ field, message: says }] }, { status });
}
