import { type Issue, issue } from "#app/domain/issue/issue.ts";
import type { ProductFacts, VariantFacts } from "#app/domain/product/product-facts.ts";
import type { AttributeMetadata, CategoryMetadata } from "./metadata.ts";
import { limits } from "./spec.ts";

export interface AttributeLine {
  attributeTypeName: string;
  attributeValueName: string;
}

/** What merchants call an option, and what the mall calls it. */
const optionAliases: Record<string, string[]> = {
  색상: ["색상", "색깔", "컬러"],
  사이즈: ["사이즈", "크기", "치수"],
  수량: ["수량", "개수"],
};

/** One piece is sold unless the merchant says otherwise. */
const defaults: Record<string, string> = { 수량: "1", "개당 수량": "1" };

/** Where the notice says what a mandatory attribute asks for. */
const noticeKeys: Record<string, string> = { 색상: "color", 사이즈: "size" };

/** The mall's attributes of one variant: its options, what the merchant wrote for this mall, what the notice already says. */
export function attributeLines(
  product: ProductFacts,
  variant: VariantFacts,
  metadata: Pick<CategoryMetadata, "attributes">,
): { lines: AttributeLine[]; issues: Issue[] } {
  const lines: AttributeLine[] = [];
  const issues: Issue[] = [];
  const takenOptions = new Set<string>();

  for (const attribute of metadata.attributes) {
    const option = variant.options.find(({ name }) => namesOption(attribute.attributeTypeName, name));
    if (option) takenOptions.add(option.name);
    const text = option?.value ?? valueFor(attribute, product);
    if (text === "") continue;
    const value = withUnit(text, attribute);
    const complaint = value === null ? unitUnknown(attribute, text) : complain(attribute, value);
    if (complaint) issues.push(complaint);
    else if (value !== null) lines.push({ attributeTypeName: attribute.attributeTypeName, attributeValueName: value });
  }
  for (const { name, value } of variant.options) {
    if (!takenOptions.has(name)) lines.push({ attributeTypeName: name, attributeValueName: value });
  }
  return { lines, issues: [...issues, ...missingAttributes(metadata, lines, issues)] };
}

/** Attributes of one group are alternatives: one of them is enough. */
function missingAttributes(
  metadata: Pick<CategoryMetadata, "attributes">,
  lines: AttributeLine[],
  earlier: Issue[],
): Issue[] {
  const spoken = new Set([
    ...lines.map((line) => line.attributeTypeName),
    ...earlier.map((one) => one.path.mallField ?? ""),
  ]);
  const groups = new Map<string, string[]>();
  for (const { attributeTypeName, required, groupNumber } of metadata.attributes) {
    if (required !== "MANDATORY") continue;
    const group = groupNumber === "NONE" ? attributeTypeName : `group ${groupNumber}`;
    groups.set(group, [...(groups.get(group) ?? []), attributeTypeName]);
  }
  return [...groups.values()]
    .filter((names) => !names.some((name) => spoken.has(name)))
    .map((names) => issue("mall_field.missing", pathOf(names[0] ?? ""), { params: { field: names.join(", ") } }));
}

/** Whether an option of a merchant is what the mall calls so. */
export function namesOption(attributeName: string, optionName: string): boolean {
  return attributeName === optionName || (optionAliases[attributeName] ?? []).includes(optionName);
}

function valueFor({ attributeTypeName, usableUnits, required }: AttributeMetadata, product: ProductFacts): string {
  const own = product.mallFields.coupang?.[attributeTypeName]?.trim();
  const stated = required === "MANDATORY" ? product.notice[noticeKeys[attributeTypeName] ?? ""] : undefined;
  return (
    own ||
    (typeof stated === "string" ? stated.trim() : "") ||
    measured(product, usableUnits, attributeTypeName) ||
    (defaults[attributeTypeName] ?? "")
  );
}

/** A weight or volume which the notice already states, when it is in one of the attribute's own units. */
function measured({ notice }: ProductFacts, usableUnits: string[], attributeTypeName: string): string {
  if (!/중량|용량/.test(attributeTypeName)) return "";
  for (const key of ["weight", "capacity"]) {
    const [, number, unit] = /(\d+(?:\.\d+)?)\s*([A-Za-z]+)/.exec(String(notice[key] ?? "")) ?? [];
    const usable = usableUnits.find((one) => one.toLowerCase() === unit?.toLowerCase());
    if (number !== undefined && usable !== undefined) return `${number}${usable}`;
  }
  return "";
}

/** The mall has no field for a unit: it is the end of the text. Null: a unit the mall does not take here. */
function withUnit(text: string, { dataType, basicUnit, usableUnits }: AttributeMetadata): string | null {
  const hasUnits = usableUnits.length > 0;
  if (dataType !== "NUMBER" || (!hasUnits && (basicUnit ?? "없음") === "없음")) return text;
  const [, number, unit] = /^([\d,]+(?:\.\d+)?)\s*(.*)$/.exec(text) ?? [];
  if (number === undefined) return null;
  const wanted = unit || (basicUnit ?? "");
  const allowed = hasUnits ? usableUnits.includes(wanted) : wanted === basicUnit;
  return allowed ? `${number.replaceAll(",", "")}${wanted}` : null;
}

function unitUnknown({ attributeTypeName, usableUnits, basicUnit }: AttributeMetadata, text: string): Issue {
  const units = usableUnits.length > 0 ? usableUnits.join(", ") : (basicUnit ?? "");
  return issue("mall_field.unit_unknown", pathOf(attributeTypeName), {
    params: { field: attributeTypeName, units },
    raw: text,
  });
}

function complain({ attributeTypeName, inputType, inputValues }: AttributeMetadata, value: string): Issue | null {
  const field = attributeTypeName;
  if (value.length > limits.attributeValue) {
    const params = { field, maximum: limits.attributeValue, text: value };
    return issue("mall_field.too_long", pathOf(field), { params, raw: value });
  }
  if (inputType === "SELECT" && inputValues.length > 0 && !inputValues.includes(value)) {
    return issue("mall_field.not_offered", pathOf(field), {
      params: { field, values: inputValues.join(", ") },
      raw: value,
    });
  }
  return null;
}

function pathOf(attributeTypeName: string) {
  return { mall: "coupang", field: `mall.coupang.${attributeTypeName}`, mallField: attributeTypeName };
}
