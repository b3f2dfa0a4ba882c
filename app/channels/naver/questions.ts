import { issue } from "#app/domain/issue/issue.ts";
import type { AskMall, MallQuestion } from "#app/domain/product/mall-questions.ts";
import { importerOf } from "./check.ts";

const importer: MallQuestion = { field: "importer", kind: "text", values: [], units: [], needed: true, group: null };

/** Who brings foreign goods into the country. */
export const askNaver: AskMall = (product) => {
  if (product.origin.kind !== "foreign") return { questions: [], issues: [] };
  const said = importerOf(product);
  const path = { mall: "naver", field: "mall.naver.importer", mallField: "importer" };
  return {
    questions: [{ ...importer, said }],
    issues: said === null ? [issue("mall_field.missing", path)] : [],
  };
};
