import { GraphQLError } from "graphql";
import { HttpResponse } from "msw";
import { checked, holdsBack, neverWritten, onlyTheMallKnows, type Refusal, sentenceOf } from "../refusals.ts";

const fourOptions = {
  key: "가",
  options: Array.from({ length: 4 }, (_, at) => ({ name: `${at}`, value: "가" })),
  priceDelta: 0,
  stock: 1,
};
const variantsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    key: `${at}`,
    options: [{ name: "번호", value: `${at}` }],
    priceDelta: 0,
    stock: 1,
  }));

/** What it has against what a mutation is given. Not every kind of these errors has a code. */
export const userRefusals = {
  "an id beside an identifier": {
    code: "ID_NOT_ALLOWED",
    ...neverWritten("Id is not allowed together with an identifier"),
  },
  "an identifier's handle left out": { code: "MISSING_FIELD_REQUIRED", ...neverWritten("Handle is required") },
  "another handle than the identifier's": {
    code: "INPUT_MISMATCH",
    ...neverWritten("Handle does not match the identifier"),
  },
  "a custom id that is not defined": {
    code: "INVALID_METAFIELD",
    ...onlyTheMallKnows("No metafield definition of type id exists"),
  },
  "a custom id's metafields left out": { code: "MISSING_FIELD_REQUIRED", ...neverWritten("Metafields are required") },
  "another custom id than the identifier's": {
    code: "METAFIELD_MISMATCH",
    ...neverWritten("The custom id is not among the metafields"),
  },
  "a product that is not there": { code: "NOT_FOUND", ...onlyTheMallKnows("Product does not exist") },
  "a handle that another has": { code: "HANDLE_NOT_UNIQUE", ...onlyTheMallKnows("Handle is not unique") },
  "no title": { code: "INVALID_PRODUCT", ...neverWritten("Title can't be blank") },
  "a title of 256 characters": {
    code: "INVALID_PRODUCT",
    ...checked("Title is too long", "name.too_long", { name: "가".repeat(256) }),
  },
  "a category that is not there": { code: "INVALID_PRODUCT", ...onlyTheMallKnows("Category is invalid") },
  "a file that is not there": { code: "INVALID_INPUT", ...onlyTheMallKnows("File id does not exist") },
  "a file without id and source": { code: "INVALID_INPUT", ...neverWritten("A file needs an id or a source") },
  "variants without options": {
    code: "PRODUCT_OPTIONS_INPUT_MISSING",
    ...neverWritten("Product options input is missing"),
  },
  "options without variants": { code: "VARIANTS_INPUT_MISSING", ...neverWritten("Variants input is missing") },
  "four options": {
    code: "OPTIONS_OVER_LIMIT",
    ...checked("Can't have more than 3 options", "options.too_many_names", { variants: [fourOptions] }),
  },
  "the same option twice": { code: "DUPLICATED_OPTION_NAME", ...neverWritten("Duplicated option name") },
  "the same value of an option twice": { code: "DUPLICATED_OPTION_VALUE", ...neverWritten("Duplicated option value") },
  "2,049 variants": {
    code: "VARIANTS_OVER_LIMIT",
    ...checked("Can't have more than 2048 variants", "options.too_many", { variants: variantsOf(2_049) }),
  },
  "a value that no option has": { code: "OPTION_VALUE_DOES_NOT_EXIST", ...neverWritten("Option value does not exist") },
  "a price below nothing": {
    code: "INVALID_VARIANT",
    ...checked("Price must be 0 or more", "price.step", { price: -1 }),
  },
  "stock at an unknown location": { code: "INVALID_VARIANT", ...onlyTheMallKnows("Location does not exist") },
  "stock of an unknown name": { code: "INVALID_VARIANT", ...neverWritten("Quantity name is invalid") },
  "a reference defined twice": { code: "TAKEN", ...onlyTheMallKnows("Key is in use for Product metafields") },
  "a reference of another type": { code: "INVALID_OPTION", ...neverWritten("Wrong type") },
  "prices of a product that is not there": {
    code: "PRODUCT_DOES_NOT_EXIST",
    ...onlyTheMallKnows("Product does not exist"),
  },
  "the price of a variant that is not there": {
    code: "PRODUCT_VARIANT_DOES_NOT_EXIST",
    ...onlyTheMallKnows("Product variant does not exist"),
  },
  "another price below nothing": {
    code: "GREATER_THAN_OR_EQUAL_TO",
    ...checked("Price must be greater than or equal to 0", "price.step", { price: -1 }),
  },
  "stock among prices": {
    code: "NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE",
    ...neverWritten("Inventory quantities can only be provided during create"),
  },
  "quantities of an unknown name": { code: "INVALID_NAME", ...neverWritten("The quantity name is invalid") },
  "quantities for an unknown reason": { code: "INVALID_REASON", ...neverWritten("The specified reason is invalid") },
  "quantities of the same item twice": {
    code: "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
    ...neverWritten("Must be unique"),
  },
  "quantities at an unknown location": { code: "INVALID_LOCATION", ...onlyTheMallKnows("Location not found") },
  "quantities of an unknown item": { code: "INVALID_INVENTORY_ITEM", ...onlyTheMallKnows("Inventory item not found") },
  "a quantity below nothing": { code: "INVALID_QUANTITY_NEGATIVE", ...neverWritten("Can't be negative") },
  "a quantity above a thousand million": { code: "INVALID_QUANTITY_TOO_HIGH", ...neverWritten("Too high") },
  "a quantity from a stale one": {
    code: "CHANGE_FROM_QUANTITY_STALE",
    ...onlyTheMallKnows("The quantity has changed"),
  },
  "a key of another input": {
    code: "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
    ...neverWritten("The same idempotency key cannot be used with different operation parameters."),
  },
  "publishing what is not there": { code: null, ...onlyTheMallKnows("Resource does not exist") },
  "publishing where there is nothing": { code: null, ...onlyTheMallKnows("Publication does not exist") },
  "another state of what is not there": { code: null, ...onlyTheMallKnows("Product does not exist") },
  "a second deletion": { code: null, ...onlyTheMallKnows("Product does not exist") },
} satisfies Record<string, Refusal & { code: string | null }>;

/** What it has against a document as a whole, beside the data. */
export const documentRefusals = {
  "no idempotency key": { code: "BAD_REQUEST", ...neverWritten("The @idempotent directive with a key is required") },
  "nothing said of the quantity before": {
    code: "BAD_REQUEST",
    ...neverWritten("changeFromQuantity must be given, or null"),
  },
  "a document that costs more than 1,000": { code: "MAX_COST_EXCEEDED", ...neverWritten("Query cost is too high") },
  "too few points": { code: "THROTTLED", ...holdsBack("Throttled", "mall.rate_limited") },
  "a list of 251": { code: "MAX_INPUT_SIZE_EXCEEDED", ...neverWritten("The input array {} is longer than 250") },
} satisfies Record<string, Refusal & { code: string }>;

const strangerRefusals = {
  "a wrong token": holdsBack("[API] Invalid API key or access token", "mall.credentials_refused"),
} satisfies Record<string, Refusal>;

/** What it tells whoever asks for a token, by the error's own name. */
export const tokenRefusals = {
  invalid_request: {
    status: 400,
    ...holdsBack("The request is missing a required parameter", "mall.credentials_refused"),
  },
  application_cannot_be_found: {
    status: 401,
    ...holdsBack("Could not find a Shopify API application with api_key", "mall.credentials_refused"),
  },
  unsupported_grant_type: { status: 400, ...holdsBack("Unsupported grant type", "mall.credentials_refused") },
  invalid_grant: {
    status: 400,
    ...holdsBack("This request requires an active refresh_token", "mall.credentials_refused"),
  },
} satisfies Record<string, Refusal & { status: number }>;

/** All that the shop refuses with, but for those of whoever asks for a token; what Shopify's schema itself has against a document comes on top. */
export const shopifyRefusals = { ...userRefusals, ...documentRefusals, ...strangerRefusals };
export type UserRule = keyof typeof userRefusals;
export type DocumentRule = keyof typeof documentRefusals;
export type TokenRule = keyof typeof tokenRefusals;

export interface UserError {
  field: string[] | null;
  message: string;
  code?: string;
}

export function userError(rule: UserRule, field: string[] | null): UserError {
  const { code, says } = userRefusals[rule];
  return code === null ? { field, message: says } : { field, message: says, code };
}

/** In the midst of carrying a document out. */
export function documentError(rule: "no idempotency key" | "nothing said of the quantity before"): GraphQLError {
  const { code, says } = documentRefusals[rule];
  return new GraphQLError(says, { extensions: { code } });
}

/** An error beside the data, under status 200. */
export function refuseDocument(rule: DocumentRule, extensions: object, ...about: unknown[]): Response {
  const { code } = documentRefusals[rule];
  const message = sentenceOf(documentRefusals[rule], about);
  return HttpResponse.json({ errors: [{ message, extensions: { code } }], extensions });
}

export function refuseStranger(): Response {
  return HttpResponse.json({ errors: strangerRefusals["a wrong token"].says }, { status: 401 });
}

export function refuseToken(error: TokenRule): Response {
  const { status, says } = tokenRefusals[error];
  return HttpResponse.json({ error, error_description: says }, { status });
}

/** Any of them, as the answer to our create. */
export function refuseByName(rule: string): Response {
  if (rule in tokenRefusals) return refuseToken(rule as TokenRule);
  if (rule in strangerRefusals) return refuseStranger();
  if (rule in documentRefusals) return refuseDocument(rule as DocumentRule, {});
  const userErrors = [userError(rule as UserRule, ["input"])];
  return HttpResponse.json({ data: { productSet: { product: null, userErrors } } });
}
