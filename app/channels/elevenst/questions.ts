import { categoryOf } from "#app/domain/product/categories.ts";
import type { AskMall, MallQuestion } from "#app/domain/product/mall-questions.ts";
import { certificateField, checkForElevenst } from "./check.ts";
import { certificateTypes } from "./spec.ts";

const certificateType: MallQuestion = {
  field: certificateField,
  kind: "text",
  // Those of one law beside each other.
  values: Object.entries(certificateTypes)
    .sort(([, one], [, other]) => one.localeCompare(other, "ko"))
    .map(([type]) => type),
  words: certificateTypes,
  units: [],
  needed: true,
  group: null,
};

/** Goods under certification say by the mall's own number which certificate they have. */
export const askElevenst: AskMall = (product) => {
  if (product.kcNumber === null || categoryOf(product.categoryKey).kcRule !== "required") {
    return { questions: [], issues: [] };
  }
  const said = product.mallFields.elevenst?.[certificateField]?.trim() || null;
  const issues = checkForElevenst(product, { categoryCode: "" }).filter(
    ({ path }) => path.mallField === certificateField,
  );
  return { questions: [{ ...certificateType, said }], issues };
};
