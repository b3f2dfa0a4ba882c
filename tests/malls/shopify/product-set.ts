import type { ShopifyAccount } from "./account.ts";
import { isCategory } from "./categories.ts";
import { type UserError, type UserRule, userError } from "./refusals.ts";

export interface FileInput {
  id?: string;
  originalSource?: string;
  filename?: string;
  alt?: string;
}

export interface VariantInput {
  optionValues: { optionName?: string; name?: string }[];
  price?: string;
  sku?: string;
  inventoryQuantities?: { locationId: string; name: string; quantity: number }[];
}

export interface SetInput {
  id?: string;
  title?: string;
  handle?: string;
  status?: "ACTIVE" | "DRAFT" | "ARCHIVED" | "UNLISTED";
  category?: string;
  descriptionHtml?: string;
  tags?: string[];
  files?: FileInput[];
  variants?: VariantInput[];
  productOptions?: { name?: string; values?: { name?: string }[] }[];
  metafields?: { namespace?: string; key?: string; type?: string; value?: string }[];
}

export interface SetIdentifier {
  id?: string;
  handle?: string;
  customId?: { namespace?: string; key: string; value: string };
}

const refuse = (rule: UserRule, field: string) => userError(rule, ["input", ...field.split(".")]);

/** What the mall has against the identity that a set claims; null: nothing. */
export function identityError(identifier: SetIdentifier, input: SetInput, defined: boolean): UserError | null {
  if (input.id !== undefined) return refuse("an id beside an identifier", "id");
  const { customId, handle } = identifier;
  if (handle !== undefined) {
    if (input.handle === undefined) return refuse("an identifier's handle left out", "handle");
    if (input.handle !== handle) return refuse("another handle than the identifier's", "handle");
  }
  if (!customId) return null;
  if (!defined) return refuse("a custom id that is not defined", "metafields");
  if (!input.metafields) return refuse("a custom id's metafields left out", "metafields");
  const same = input.metafields.find(({ key }) => key === customId.key);
  if (same?.value !== customId.value) {
    return refuse("another custom id than the identifier's", "metafields");
  }
  return null;
}

/** What the mall has against the product itself. `whole`: it is being made. */
export function inputErrors(
  input: SetInput,
  whole: boolean,
  account: ShopifyAccount,
  isFile: (id: string) => boolean,
): UserError[] {
  const { title, category, variants, productOptions, files = [] } = input;
  const errors: UserError[] = [];
  if ((whole || title !== undefined) && !title?.trim()) {
    errors.push(refuse("no title", "title"));
  }
  if ((title ?? "").length > 255) errors.push(refuse("a title of 256 characters", "title"));
  if (category !== undefined && !isCategory(category)) {
    errors.push(refuse("a category that is not there", "category"));
  }
  if (files.some(({ id }) => id !== undefined && !isFile(id))) {
    errors.push(refuse("a file that is not there", "files"));
  }
  if (files.some(({ id, originalSource }) => (id === undefined) === (originalSource === undefined))) {
    errors.push(refuse("a file without id and source", "files"));
  }
  if (variants && !productOptions) {
    errors.push(refuse("variants without options", "productOptions"));
  }
  if (productOptions && !variants) {
    errors.push(refuse("options without variants", "variants"));
  }
  errors.push(...optionErrors(input), ...variantErrors(input, account));
  return errors;
}

function optionErrors({ productOptions = [] }: SetInput): UserError[] {
  if (productOptions.length > 3) return [refuse("four options", "productOptions")];
  const names = productOptions.map(({ name }) => name);
  if (new Set(names).size < names.length) {
    return [refuse("the same option twice", "productOptions")];
  }
  const repeated = productOptions.some(
    ({ values = [] }) => new Set(values.map(({ name }) => name)).size < values.length,
  );
  return repeated ? [refuse("the same value of an option twice", "productOptions")] : [];
}

function variantErrors({ variants = [], productOptions = [] }: SetInput, account: ShopifyAccount): UserError[] {
  if (variants.length > 2_048) return [refuse("2,049 variants", "variants")];
  return variants.flatMap(({ optionValues, price, inventoryQuantities = [] }, index) => {
    const at = `variants.${index}`;
    const errors: UserError[] = [];
    const offered = ({ optionName, name }: VariantInput["optionValues"][number]) =>
      productOptions.some((one) => one.name === optionName && one.values?.some((value) => value.name === name));
    if (!optionValues.every(offered)) {
      errors.push(refuse("a value that no option has", `${at}.optionValues`));
    }
    if (Number(price) < 0) errors.push(refuse("a price below nothing", `${at}.price`));
    if (inventoryQuantities.some(({ locationId }) => locationId !== account.locationId)) {
      errors.push(refuse("stock at an unknown location", `${at}.inventoryQuantities`));
    }
    if (inventoryQuantities.some(({ name }) => name !== "available" && name !== "on_hand")) {
      errors.push(refuse("stock of an unknown name", `${at}.inventoryQuantities`));
    }
    return errors;
  });
}
