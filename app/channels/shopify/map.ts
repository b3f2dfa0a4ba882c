import type { ListingPicture, PublishOrder } from "#app/channels/contract.ts";
import { detailHtml } from "#app/channels/detail-html.ts";
import { stockOf } from "#app/channels/general-rules.ts";
import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import type { Places } from "./shop.ts";
import { shopifyLimits } from "./spec.ts";

/** The metafield that holds our reference; without a namespace it is our app's own, which nobody else writes. */
export const referenceField = { key: "baekseon_reference", type: "id" } as const;

/** A picture that the mall has already, by its own number. */
export interface KnownPicture {
  id: string;
  /** Its name there begins with what we called it. */
  url: string;
}

/**
 * The whole product: a list that is sent replaces the mall's. @throws RangeError for a product that the check refuses
 */
export function productInput(
  { product, binding, pictures, reference, detail }: PublishOrder,
  { locationId }: Pick<Places, "locationId">,
  known: readonly KnownPicture[],
) {
  if (!binding.categoryCode) throw new RangeError("A listing needs a category code");
  return {
    title: product.name,
    descriptionHtml: detailHtml(
      { product, detail },
      detail.pictures.map(({ url }) => url),
    ),
    vendor: product.store.name,
    category: `gid://shopify/TaxonomyCategory/${binding.categoryCode}`,
    tags: product.tags.slice(0, shopifyLimits.tags),
    files: pictures.map((picture) => fileOf(picture, product.name, known)),
    productOptions: optionsOf(product),
    variants: product.variants.map(({ options, priceDelta, stock }) => ({
      optionValues: options.length > 0 ? options.map(({ name, value }) => ({ optionName: name, name: value })) : [only],
      price: String(product.price + priceDelta),
      sku: reference,
      taxable: product.tax === "taxable",
      inventoryItem: {
        // Else the stock would count for nothing.
        tracked: true,
        requiresShipping: true,
        ...(product.origin.kind === "domestic" ? { countryCodeOfOrigin: "KR" } : {}),
      },
      inventoryQuantities: [
        { locationId, name: "available", quantity: options.length > 0 ? (stock ?? 0) : stockOf(product) },
      ],
    })),
  };
}

/** What a create says besides: who it is, and that nobody sees it yet. */
export function firstInput(reference: string) {
  return {
    handle: reference.toLowerCase(),
    status: "DRAFT",
    metafields: [{ ...referenceField, value: reference }],
  };
}

/** A product without options has one all the same. */
const only = { optionName: "Title", name: "Default Title" };

function optionsOf({ variants }: ProductFacts) {
  const names = variants[0]?.options.map(({ name }) => name) ?? [];
  if (names.length === 0) return [{ name: only.optionName, values: [{ name: only.name }] }];
  return names.map((name, index) => ({
    name,
    values: [...new Set(variants.map(({ options }) => options[index]?.value ?? ""))].map((value) => ({ name: value })),
  }));
}

/** The same address sent twice would be two pictures. */
function fileOf({ address, url, mediaType }: ListingPicture, alt: string, known: readonly KnownPicture[]) {
  const there = known.find((one) => one.url.includes(address));
  if (there) return { id: there.id, alt };
  const filename = `${address}.${mediaType === "image/png" ? "png" : "jpg"}`;
  return { originalSource: url, filename, contentType: "IMAGE", alt };
}
