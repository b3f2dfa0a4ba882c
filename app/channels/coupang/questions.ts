import type { AskMall, MallQuestion } from "#app/domain/product/mall-questions.ts";
import { attributeLines, namesOption } from "./attributes.ts";
import type { AttributeMetadata, CategoryMetadata } from "./metadata.ts";

const none = "없음";

/** The purchase options and search attributes of a category; Coupang has some two dozen of the latter, which help nobody to sell. */
export function questionsOf({ attributes }: Pick<CategoryMetadata, "attributes">): MallQuestion[] {
  return attributes
    .filter(({ required, exposed }) => required === "MANDATORY" || exposed === "EXPOSED")
    .map(({ attributeTypeName, dataType, inputType, inputValues, basicUnit, usableUnits, required, groupNumber }) => ({
      field: attributeTypeName,
      kind: dataType === "NUMBER" ? "number" : "text",
      values: inputType === "SELECT" ? inputValues : [],
      units: usableUnits.length > 0 ? usableUnits : [basicUnit ?? none].filter((unit) => unit !== none),
      needed: required === "MANDATORY",
      group: groupNumber === "NONE" ? null : groupNumber,
    }));
}

/** What the product's own options say, nobody is asked again. */
export const askCoupang: AskMall = (product, questions) => {
  const own = product.variants.flatMap(({ options }) => options.map(({ name }) => name));
  const asked = questions.filter(({ field }) => !own.some((name) => namesOption(field, name)));
  const attributes = questions.map(attributeOf);
  const described = product.variants.map((variant) => attributeLines(product, variant, { attributes }));
  const [first] = described;
  const lines = new Map(first?.lines.map((line) => [line.attributeTypeName, line.attributeValueName]));
  return {
    questions: asked.map((question) => ({ ...question, said: lines.get(question.field) ?? null })),
    issues: first?.issues ?? [],
  };
};

function attributeOf({ field, kind, values, units, needed, group }: MallQuestion): AttributeMetadata {
  return {
    attributeTypeName: field,
    dataType: kind === "number" ? "NUMBER" : "STRING",
    inputType: values.length > 0 ? "SELECT" : "INPUT",
    inputValues: values,
    basicUnit: units[0] ?? none,
    usableUnits: units,
    required: needed ? "MANDATORY" : "OPTIONAL",
    groupNumber: group ?? "NONE",
    exposed: "EXPOSED",
  };
}
