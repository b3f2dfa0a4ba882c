import { HttpResponse } from "msw";
import {
  type Broken,
  checked,
  holdsBack,
  neverWritten,
  onlyTheMallKnows,
  type Refusal,
  sentenceOf,
} from "../refusals.ts";

const sixOptions = Array.from({ length: 6 }, (_, at) => ({ name: `${at}`, value: "가" }));

/** All that the shop refuses with, and under which status; but for those of whoever asks for a token. */
export const cafe24Refusals = {
  "no name": { status: 422, ...neverWritten("`product_name` is a required field. (parameter.product_name)") },
  "no supply price": { status: 422, ...neverWritten("`supply_price` is a required field. (parameter.supply_price)") },
  "a name of 251 characters": {
    status: 422,
    ...checked("`product_name` must be 250 characters or less. (parameter.product_name)", "name.too_long", {
      name: "가".repeat(251),
    }),
  },
  "a price of nothing": {
    status: 422,
    ...checked("`price` must be a number above 0. (parameter.price)", "price.step", { price: 0 }),
  },
  "a price above all": {
    status: 422,
    ...checked("`price` must be 2147483647 or less. (parameter.price)", "price.above_maximum", {
      price: 2_147_483_648,
    }),
  },
  "a code of 41 characters": {
    status: 422,
    ...neverWritten("`custom_product_code` must be 40 characters or less. (parameter.custom_product_code)"),
  },
  "a summary of 256 characters": {
    status: 422,
    ...neverWritten("`summary_description` must be 255 characters or less. (parameter.summary_description)"),
  },
  "neither T nor F": { status: 422, ...neverWritten("`{}` must be T or F. (parameter.display)") },
  "an unknown tax": { status: 422, ...neverWritten("`tax_type` must be A, B or C. (parameter.tax_type)") },
  "an unknown condition": {
    status: 422,
    ...neverWritten("`product_condition` is invalid. (parameter.product_condition)"),
  },
  "an unknown origin": {
    status: 422,
    ...neverWritten("`origin_classification` is invalid. (parameter.origin_classification)"),
  },
  "another origin without its words": {
    status: 422,
    ...neverWritten("`origin_place_value` is a required field. (parameter.origin_place_value)"),
  },
  "an origin of 31 characters": {
    status: 422,
    ...neverWritten("`origin_place_value` must be 30 characters or less. (parameter.origin_place_value)"),
  },
  "a category that is not there": {
    status: 422,
    ...onlyTheMallKnows("`category_no` does not exist. (parameter.category_no)"),
  },
  "a path as the main picture": { status: 422, ...neverWritten("wrong image path. (parameter.detail_image)") },
  "six names of options": {
    status: 422,
    ...checked("`options` must have 1 to 5 names. (parameter.options)", "options.too_many_names", {
      variants: [{ key: "가", options: sixOptions, priceDelta: 0, stock: 1 }],
    }),
  },
  "a page of 101": { status: 422, ...neverWritten("`limit` must be 100 or less. (parameter.limit)") },
  "21 pictures in one upload": { status: 422, ...neverWritten("`requests` must have 20 images or less.") },
  "what is no picture": { status: 422, ...onlyTheMallKnows("`image` is invalid. (parameter.image)") },
  "21 further pictures": { status: 422, ...neverWritten("`additional_image` must have 20 images or less.") },
  "30 megabytes of further pictures": { status: 422, ...neverWritten("`additional_image` must be 30MB or less.") },
  "a further picture that is none": { status: 422, ...onlyTheMallKnows("`additional_image` is invalid.") },
  "options under the names of a create": {
    status: 422,
    ...neverWritten("`options` is invalid. (parameter.options)"),
  },
  "101 variants at once": { status: 422, ...neverWritten("`requests` must have 100 variants or less.") },
  "a variant that is not there": {
    status: 422,
    ...onlyTheMallKnows("`variant_code` does not exist. (parameter.variant_code)"),
  },
  "a quantity below nothing": { status: 422, ...neverWritten("`quantity` is invalid. (parameter.quantity)") },
  "options where there are some": { status: 409, ...onlyTheMallKnows("The product already has options.") },
  "no wrapper": { status: 400, ...neverWritten("`{}` is a required parameter.") },
  "no JSON": { status: 400, ...neverWritten("The request body is not valid JSON.") },
  "no version": { status: 400, ...neverWritten("X-Cafe24-Api-Version is required.") },
  "no token": {
    status: 401,
    ...holdsBack("access_token time expired. (invalid_token)", "mall.credentials_refused"),
  },
  "a product that is not there": { status: 404, ...onlyTheMallKnows("The product does not exist.") },
  "no further pictures to delete": { status: 404, ...onlyTheMallKnows("The additional image does not exist.") },
  "no options to delete": { status: 404, ...onlyTheMallKnows("The product has no options.") },
  "a full bucket": { status: 429, ...holdsBack("Too Many Requests", "mall.rate_limited") },
} satisfies Record<string, Refusal & { status: number }>;

/** What it tells whoever asks for a token, by the error's own name. */
export const tokenRefusals = {
  invalid_client: { status: 401, ...holdsBack("invalid_client.", "mall.credentials_refused") },
  invalid_request: { status: 400, ...holdsBack("invalid_request.", "mall.credentials_refused") },
  unsupported_grant_type: { status: 400, ...holdsBack("unsupported_grant_type.", "mall.credentials_refused") },
  invalid_grant: { status: 400, ...holdsBack("invalid_grant.", "mall.credentials_refused") },
} satisfies Record<string, Refusal & { status: number }>;

export type Cafe24Rule = keyof typeof cafe24Refusals;
export type TokenRule = keyof typeof tokenRefusals;

/** The mall's one shape of a refusal. */
export function refuse(...[rule, ...about]: Broken<Cafe24Rule>): Response {
  const { status } = cafe24Refusals[rule];
  return apiError(status, sentenceOf(cafe24Refusals[rule], about));
}

export function refuseToken(error: TokenRule): Response {
  const { status, says } = tokenRefusals[error];
  return HttpResponse.json({ error, error_description: says }, { status });
}

/** Any of them. */
export function refuseByName(rule: string): Response {
  return rule in tokenRefusals ? refuseToken(rule as TokenRule) : refuse(rule as Cafe24Rule);
}

/** Of a fault, which is nobody's rule. */
export function trouble(status: 500 | 503): Response {
  return apiError(status, status === 500 ? "Internal Server Error" : "Service Unavailable");
}

function apiError(status: number, message: string): Response {
  return HttpResponse.json({ error: { code: status, message, more_info: {} } }, { status });
}
