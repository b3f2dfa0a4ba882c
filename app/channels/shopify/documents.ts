import { shopifyLimits } from "./spec.ts";

/** What we ask of a product whenever we see it. A picture that is not ready has no address. */
const productState = `
  fragment ProductState on Product {
    id
    status
    onlineStoreUrl
    publishedOnPublication(publicationId: $publicationId)
    variants(first: 2) { nodes { price inventoryQuantity } }
    media(first: ${shopifyLimits.media}) {
      nodes { id status mediaErrors { code message } ... on MediaImage { image { url } } }
    }
  }`;

export const documents = {
  readShop: "query ReadShop { shop { currencyCode } }",

  /** Only where the connection does not say them. */
  readPlaces: `
    query ReadPlaces {
      publications(first: 20, catalogType: APP) { nodes { id channels(first: 5) { nodes { handle } } } }
      locations(first: 20) { nodes { id shipsInventory } }
    }`,

  defineReference: `
    mutation DefineReference($definition: MetafieldDefinitionInput!) {
      metafieldDefinitionCreate(definition: $definition) { createdDefinition { id } userErrors { field message code } }
    }`,

  /** By our reference, and by the number that all its variants carry: a copy made by hand has only that. */
  findProducts: `
    query FindProducts($identifier: ProductIdentifierInput!, $search: String!, $publicationId: ID!) {
      productByIdentifier(identifier: $identifier) { ...ProductState }
      products(first: 10, query: $search) {
        nodes { id status publishedOnPublication(publicationId: $publicationId) variants(first: 1) { nodes { sku } } }
      }
    }${productState}`,

  /** All of the shop's products, whoever made them. */
  listProducts: `
    query ListProducts($after: String, $publicationId: ID!) {
      products(first: ${shopifyLimits.listPage}, after: $after) {
        nodes {
          id title status onlineStoreUrl createdAt
          publishedOnPublication(publicationId: $publicationId)
          variants(first: 2) { nodes { sku price } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }`,

  readProduct: `
    query ReadProduct($id: ID!, $publicationId: ID!) {
      product(id: $id) { ...ProductState }
    }${productState}`,

  setProduct: `
    mutation SetProduct($identifier: ProductSetIdentifiers!, $input: ProductSetInput!, $publicationId: ID!) {
      productSet(identifier: $identifier, input: $input, synchronous: true) {
        product { ...ProductState }
        userErrors { field message code }
      }
    }${productState}`,

  readVariants: `
    query ReadVariants($id: ID!) {
      product(id: $id) {
        variants(first: ${shopifyLimits.variantsRead}) {
          nodes { id selectedOptions { name value } inventoryItem { id } }
        }
      }
    }`,

  setPrices: `
    mutation SetPrices($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { field message code } }
    }`,

  /** Without a key of its own the mall refuses it. */
  setQuantities: `
    mutation SetQuantities($input: InventorySetQuantitiesInput!, $key: String!) {
      inventorySetQuantities(input: $input) @idempotent(key: $key) { userErrors { field message code } }
    }`,

  showProduct: `
    mutation ShowProduct($id: ID!, $publicationId: ID!) {
      productUpdate(product: { id: $id, status: ACTIVE }) { product { id } userErrors { field message } }
      publishablePublish(id: $id, input: [{ publicationId: $publicationId }]) { userErrors { field message } }
    }`,

  hideProduct: `
    mutation HideProduct($id: ID!, $publicationId: ID!) {
      publishableUnpublish(id: $id, input: [{ publicationId: $publicationId }]) { userErrors { field message } }
      productUpdate(product: { id: $id, status: DRAFT }) { product { id } userErrors { field message } }
    }`,
} as const;

export type DocumentName = keyof typeof documents;
