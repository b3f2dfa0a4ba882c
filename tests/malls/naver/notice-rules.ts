import { HttpResponse } from "msw";
import { type Examination, isObject } from "./body.ts";
import { type NoticeType, noticeTypes, typesWithoutFields } from "./notice-types.ts";
import { refuse } from "./refusals.ts";

const path = "originProduct.detailAttribute.productInfoProvidedNotice";
const dateForms = { month: /^\d{4}-(0[1-9]|1[0-2])$/, day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/ };

/** One child, the one of the type; mandatory fields; one of each date pair and the companion that says which. */
export function examineNotice(body: Examination): void {
  const notice = body.at(path);
  if (!isObject(notice)) {
    body.complain("no notice");
    return;
  }
  const allTypes = [...Object.keys(noticeTypes), ...typesWithoutFields];
  const type = body.oneOf("an unknown notice", allTypes);
  const expected = type ? noticeTypes[type] : undefined;
  if (!expected) return;
  const children = Object.keys(notice).filter((key) => key !== "productInfoProvidedNoticeType");
  if (children.length === 1 && children[0] === expected.child && isObject(notice[expected.child])) {
    examineFields(body, `${path}.${expected.child}`, expected);
  } else {
    body.complain("a notice of another type", expected.child, expected.child);
  }
}

function examineFields(body: Examination, child: string, expected: NoticeType): void {
  const { mandatory, yesNo = "", dates = {}, choices = [] } = expected;
  for (const key of words(mandatory)) {
    const field = `${child}.${key}`;
    const value = body.at(field);
    if (typeof value !== "string" || value.trim() === "") body.complain("a notice's field left out", field, field);
  }
  for (const key of words(yesNo)) {
    if (typeof body.at(`${child}.${key}`) !== "boolean") {
      body.complain("a notice's yes or no left out", `${child}.${key}`, key);
    }
  }
  for (const [key, form] of Object.entries(dates)) examineDate(body, `${child}.${key}`, dateForms[form]);
  for (const choice of choices) {
    const made = choice.some((keys) => keys.split("+").every((key) => isStated(body.at(`${child}.${key}`))));
    if (!made) body.complain("none of several choices", child, choice.join(", "));
  }
}

function examineDate(body: Examination, field: string, form: RegExp): void {
  const [date, text, kind = "CALENDER"] = [body.at(field), body.at(`${field}Text`), body.at(`${field}Type`)];
  if (isStated(date) === isStated(text)) {
    body.complain("a date beside its words, or neither", field);
  } else if (kind !== (isStated(date) ? "CALENDER" : "DIRECT")) {
    body.complain("another way of saying a date than was used", field);
  } else if (isStated(date) && !form.test(String(date))) {
    body.complain("a date that is none", field);
  }
}

export function answerNoticeTypes(): Response {
  return HttpResponse.json(Object.keys(noticeTypes).map(describeType));
}

export function answerNoticeType(type: string): Response {
  return noticeTypes[type] ? HttpResponse.json(describeType(type)) : refuse("a kind of notice that is not there");
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
