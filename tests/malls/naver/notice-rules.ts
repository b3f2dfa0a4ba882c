import { HttpResponse } from "msw";
import { apiError } from "./answers.ts";
import { type Examination, isObject } from "./body.ts";
import { type NoticeType, noticeTypes, typesWithoutFields } from "./notice-types.ts";

const path = "originProduct.detailAttribute.productInfoProvidedNotice";
const dateForms = { month: /^\d{4}-(0[1-9]|1[0-2])$/, day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/ };

/** One child, the one of the type; mandatory fields; one of each date pair and the companion that says which. */
export function examineNotice(body: Examination): void {
  const notice = body.at(path);
  if (!isObject(notice)) {
    body.complain(path, "NotNull", "상품정보제공고시를 입력해 주세요.");
    return;
  }
  const allTypes = [...Object.keys(noticeTypes), ...typesWithoutFields];
  const type = body.oneOf(`${path}.productInfoProvidedNoticeType`, allTypes);
  const expected = type ? noticeTypes[type] : undefined;
  if (!expected) return;
  const children = Object.keys(notice).filter((key) => key !== "productInfoProvidedNoticeType");
  if (children.length === 1 && children[0] === expected.child && isObject(notice[expected.child])) {
    examineFields(body, `${path}.${expected.child}`, expected);
  } else {
    body.complain(`${path}.${expected.child}`, "NotNull", `${expected.child} 항목만 입력해 주세요.`);
  }
}

function examineFields(body: Examination, child: string, expected: NoticeType): void {
  const { mandatory, yesNo = "", dates = {}, choices = [] } = expected;
  for (const key of words(mandatory)) body.text(`${child}.${key}`);
  for (const key of words(yesNo)) {
    if (typeof body.at(`${child}.${key}`) !== "boolean") {
      body.complain(`${child}.${key}`, "NotNull", `${key} 항목을 입력해 주세요.`);
    }
  }
  for (const [key, form] of Object.entries(dates)) examineDate(body, `${child}.${key}`, dateForms[form]);
  for (const choice of choices) {
    const made = choice.some((keys) => keys.split("+").every((key) => isStated(body.at(`${child}.${key}`))));
    if (!made) body.complain(child, "NotEmpty", `${choice.join(", ")} 중 하나를 입력해 주세요.`);
  }
}

function examineDate(body: Examination, field: string, form: RegExp): void {
  const [date, text, kind = "CALENDER"] = [body.at(field), body.at(`${field}Text`), body.at(`${field}Type`)];
  if (isStated(date) === isStated(text)) {
    body.complain(field, "NotEmpty", "날짜와 직접 입력 중 하나만 입력해 주세요.");
  } else if (kind !== (isStated(date) ? "CALENDER" : "DIRECT")) {
    body.complain(`${field}Type`, "NotValidEnum", "입력 방식이 값과 다릅니다.");
  } else if (isStated(date) && !form.test(String(date))) {
    body.complain(field, "Pattern", "날짜 형식이 올바르지 않습니다.");
  }
}

export function answerNoticeTypes(): Response {
  return HttpResponse.json(Object.keys(noticeTypes).map(describeType));
}

export function answerNoticeType(type: string): Response {
  return noticeTypes[type]
    ? HttpResponse.json(describeType(type))
    : apiError(404, "NOT_FOUND", "고시 유형이 존재하지 않습니다.");
}

function describeType(type: string) {
  const { mandatory = "", yesNo = "", dates = {} } = noticeTypes[type] ?? {};
  const fields = [...words(mandatory), ...words(yesNo), ...Object.keys(dates).flatMap((key) => [key, `${key}Text`])];
  return {
    productInfoProvidedNoticeType: type,
    productInfoProvidedNoticeContents: fields.map((fieldName) => ({ fieldName })),
  };
}

function words(text: string): string[] {
  return text.split(" ").filter(Boolean);
}

function isStated(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && value.trim() !== "");
}
