import type { ShopifyAccount } from "./account.ts";
import { isCategory } from "./categories.ts";

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

export interface SetError {
  field: string[];
  message: string;
  code: string;
}

const refuse = (code: string, field: string, message: string): SetError => ({
  field: ["input", ...field.split(".")],
  message,
  code,
});

/** What the mall has against the identity that a set claims; null: nothing. */
export function identityError(identifier: SetIdentifier, input: SetInput, defined: boolean): SetError | null {
  if (input.id !== undefined) return refuse("ID_NOT_ALLOWED", "id", "Id is not allowed together with an identifier");
  const { customId, handle } = identifier;
  if (handle !== undefined) {
    if (input.handle === undefined) return refuse("MISSING_FIELD_REQUIRED", "handle", "Handle is required");
    if (input.handle !== handle) return refuse("INPUT_MISMATCH", "handle", "Handle does not match the identifier");
  }
  if (!customId) return null;
  if (!defined) return refuse("INVALID_METAFIELD", "metafields", "No metafield definition of type id exists");
  if (!input.metafields) return refuse("MISSING_FIELD_REQUIRED", "metafields", "Metafields are required");
  const same = input.metafields.find(({ key }) => key === customId.key);
  if (same?.value !== customId.value) {
    return refuse("METAFIELD_MISMATCH", "metafields", "The custom id is not among the metafields");
  }
  return null;
}

/** What the mall has against the product itself. `whole`: it is being made. */
export function inputErrors(
  input: SetInput,
  whole: boolean,
  account: ShopifyAccount,
  isFile: (id: string) => boolean,
): SetError[] {
  const { title, category, variants, productOptions, files = [] } = input;
  const errors: SetError[] = [];
  if ((whole || title !== undefined) && !title?.trim()) {
    errors.push(refuse("INVALID_PRODUCT", "title", "Title can't be blank"));
  }
  if ((title ?? "").length > 255) errors.push(refuse("INVALID_PRODUCT", "title", "Title is too long"));
  if (category !== undefined && !isCategory(category)) {
    errors.push(refuse("INVALID_PRODUCT", "category", "Category is invalid"));
  }
  if (files.some(({ id }) => id !== undefined && !isFile(id))) {
    errors.push(refuse("INVALID_INPUT", "files", "File id does not exist"));
  }
  if (files.some(({ id, originalSource }) => (id === undefined) === (originalSource === undefined))) {
    errors.push(refuse("INVALID_INPUT", "files", "A file needs an id or a source"));
  }
  if (variants && !productOptions) {
    errors.push(refuse("PRODUCT_OPTIONS_INPUT_MISSING", "productOptions", "Product options input is missing"));
  }
  if (productOptions && !variants) {
    errors.push(refuse("VARIANTS_INPUT_MISSING", "variants", "Variants input is missing"));
  }
  errors.push(...optionErrors(input), ...variantErrors(input, account));
  return errors;
}

function optionErrors({ productOptions = [] }: SetInput): SetError[] {
  if (productOptions.length > 3)
    return [refuse("OPTIONS_OVER_LIMIT", "productOptions", "Can't have more than 3 options")];
  const names = productOptions.map(({ name }) => name);
  if (new Set(names).size < names.length) {
    return [refuse("DUPLICATED_OPTION_NAME", "productOptions", "Duplicated option name")];
  }
  const repeated = productOptions.some(
    ({ values = [] }) => new Set(values.map(({ name }) => name)).size < values.length,
  );
  return repeated ? [refuse("DUPLICATED_OPTION_VALUE", "productOptions", "Duplicated option value")] : [];
}

function variantErrors({ variants = [], productOptions = [] }: SetInput, account: ShopifyAccount): SetError[] {
  if (variants.length > 2_048) return [refuse("VARIANTS_OVER_LIMIT", "variants", "Can't have more than 2048 variants")];
  return variants.flatMap(({ optionValues, price, inventoryQuantities = [] }, index) => {
    const at = `variants.${index}`;
    const errors: SetError[] = [];
    const offered = ({ optionName, name }: VariantInput["optionValues"][number]) =>
      productOptions.some((one) => one.name === optionName && one.values?.some((value) => value.name === name));
    if (!optionValues.every(offered)) {
      errors.push(refuse("OPTION_VALUE_DOES_NOT_EXIST", `${at}.optionValues`, "Option value does not exist"));
    }
    if (Number(price) < 0) errors.push(refuse("INVALID_VARIANT", `${at}.price`, "Price must be 0 or more"));
    if (inventoryQuantities.some(({ locationId }) => locationId !== account.locationId)) {
      errors.push(refuse("INVALID_VARIANT", `${at}.inventoryQuantities`, "Location does not exist"));
    }
    if (inventoryQuantities.some(({ name }) => name !== "available" && name !== "on_hand")) {
      errors.push(refuse("INVALID_VARIANT", `${at}.inventoryQuantities`, "Quantity name is invalid"));
    }
    return errors;
  });
}
