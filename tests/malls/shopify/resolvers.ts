import { GraphQLError, type GraphQLResolveInfo } from "graphql";
import type { ShopifyAccount } from "./account.ts";
import { createInventory, idempotencyKey, inventoryItemId, type QuantitiesInput, stockAt } from "./inventory.ts";
import { identityError, inputErrors, type SetIdentifier, type SetInput } from "./product-set.ts";
import { type UserRule, userError } from "./refusals.ts";
import { type createShelf, productId, type ShelfProduct } from "./shelf.ts";

interface VariantChange {
  id?: string;
  price?: string;
  inventoryQuantities?: object[];
}

const variantId = ({ number }: ShelfProduct, index: number) => `gid://shopify/ProductVariant/${number}${index}`;

export interface ResolverOptions {
  account: ShopifyAccount;
  shelf: ReturnType<typeof createShelf>;
  now: () => number;
  /** How long a search does not find what was written. */
  searchLagMilliseconds: number;
  pageUrlOf(number: number): string;
}

type PublicationInputs = { publicationId?: string }[];

/** What the mall's operations do; the schema decides what may be asked of what they give. */
export function createResolvers({ account, shelf, now, searchLagMilliseconds, pageUrlOf }: ResolverOptions) {
  const isPublication = (id: string | undefined) => id === account.publicationId;

  function shown(product: ShelfProduct): object {
    return {
      __typename: "Product",
      id: productId(product.number),
      status: product.status,
      title: product.title,
      createdAt: new Date(product.createdAt).toISOString(),
      handle: product.handle,
      tags: product.tags,
      descriptionHtml: product.descriptionHtml,
      onlineStoreUrl: product.status === "ACTIVE" && product.publications.size > 0 ? pageUrlOf(product.number) : null,
      publishedOnPublication: ({ publicationId }: { publicationId: string }) => {
        if (!isPublication(publicationId)) throw new GraphQLError("Publication does not exist");
        return product.publications.has(publicationId);
      },
      media: ({ first = 50 }: { first?: number }) => ({
        nodes: product.files.slice(0, first).map((id) => {
          const file = shelf.file(id);
          const image = file?.status === "READY" ? { url: file.url } : null;
          return { __typename: "MediaImage", id, status: file?.status, mediaErrors: file?.errors ?? [], image };
        }),
      }),
      variants: ({ first = 50 }: { first?: number }) => ({
        nodes: product.variants.slice(0, first).map(({ sku, price }, index) => {
          return {
            id: variantId(product, index),
            sku: sku ?? null,
            price,
            selectedOptions: product.variants[index]?.optionValues.map(({ optionName, name }) => ({
              name: optionName,
              value: name,
            })),
            inventoryQuantity: stockAt(product, index),
            inventoryItem: { id: inventoryItemId(product, index) },
          };
        }),
      }),
    };
  }

  const inventory = createInventory(account, shelf);

  const orNull = (product: ShelfProduct | null) => product && shown(product);

  function publishing(id: string, input: PublicationInputs, work: (product: ShelfProduct, id: string) => void) {
    const product = shelf.find({ id });
    if (!product) return { userErrors: [userError("publishing what is not there", ["id"])] };
    if (!input.every(({ publicationId }) => isPublication(publicationId))) {
      return { userErrors: [userError("publishing where there is nothing", ["input", "0", "publicationId"])] };
    }
    for (const { publicationId = "" } of input) work(product, publicationId);
    return { userErrors: [] };
  }

  return {
    shop: () => ({ currencyCode: account.currencyCode }),
    /** The till's comes first: the online store has to be chosen by what it is. */
    publications: () => ({
      nodes: [
        { id: "gid://shopify/Publication/2", channels: { nodes: [{ handle: "pos" }] } },
        { id: account.publicationId, channels: { nodes: account.hasOnlineStore ? [{ handle: "online_store" }] : [] } },
      ],
    }),
    locations: () => ({
      nodes: [
        { id: "gid://shopify/Location/2", shipsInventory: false },
        { id: account.locationId, shipsInventory: account.ships },
      ],
    }),
    product: ({ id }: { id: string }) => orNull(shelf.find({ id })),
    productByIdentifier: ({ identifier }: { identifier: SetIdentifier }) => orNull(shelf.find(identifier)),

    /** A search is not exact: what begins alike is found too, and what was written just now is not. Without one all are listed. */
    products: ({ query, first = 50, after }: { query?: string; first?: number; after?: string | null }) => {
      const sku = /^sku:"?([^"]*)"?$/.exec(query ?? "")?.[1];
      const found =
        query === undefined
          ? shelf.all()
          : shelf
              .all()
              .filter(({ changedAt }) => changedAt + searchLagMilliseconds <= now())
              .filter(({ variants }) => sku !== undefined && variants.some((one) => one.sku?.startsWith(sku)));
      const rest = found.filter(({ number }) => number > Number(after ?? 0));
      const page = rest.slice(0, first);
      const endCursor = page.length > 0 ? String(page.at(-1)?.number) : null;
      return { nodes: page.map(shown), pageInfo: { hasNextPage: rest.length > first, endCursor } };
    },

    metafieldDefinitionCreate: ({ definition }: { definition: { key: string; type: string; ownerType: string } }) => {
      const refused = (rule: UserRule) => ({ userErrors: [userError(rule, ["definition"])] });
      if (definition.ownerType !== "PRODUCT" || definition.type !== "id") return refused("a reference of another type");
      return shelf.define() ? { userErrors: [] } : refused("a reference defined twice");
    },

    productSet: async ({ identifier = {}, input }: { identifier?: SetIdentifier; input: SetInput }) => {
      const refused = (...userErrors: object[]) => ({ product: null, userErrors });
      const wrongIdentity = identityError(identifier, input, shelf.isDefined());
      if (wrongIdentity) return refused(wrongIdentity);
      const known = shelf.find(identifier);
      if (identifier.id !== undefined && !known) {
        return refused(userError("a product that is not there", ["identifier", "id"]));
      }
      const errors = inputErrors(input, known === null, account, (id) => shelf.file(id) !== null);
      const holder = input.handle === undefined ? null : shelf.find({ handle: input.handle });
      if (holder && holder !== known) {
        errors.push(userError("a handle that another has", ["input", "handle"]));
      }
      if (errors.length > 0) return refused(...errors);
      const product = await shelf.set(known, input, identifier.customId?.value ?? null);
      await shelf.settle();
      return { product: shown(product), userErrors: [] };
    },

    productUpdate: async ({ product: input }: { product: { id: string; status?: ShelfProduct["status"] } }) => {
      const product = shelf.find({ id: input.id });
      if (!product) return { product: null, userErrors: [userError("another state of what is not there", ["id"])] };
      if (input.status) product.status = input.status;
      product.changedAt = now();
      return { product: shown(product), userErrors: [] };
    },

    productDelete: ({ input: { id } }: { input: { id: string } }) => {
      const product = shelf.find({ id });
      if (!product) return { userErrors: [userError("a second deletion", ["id"])] };
      shelf.remove(product.number);
      return { deletedProductId: id, userErrors: [] };
    },

    productVariantsBulkUpdate: ({ productId: id, variants }: { productId: string; variants: VariantChange[] }) => {
      const product = shelf.find({ id });
      const refused = (rule: UserRule, at = 0, field = "id") => ({
        userErrors: [userError(rule, ["variants", `${at}`, field])],
      });
      if (!product) return refused("prices of a product that is not there");
      const found = variants.map((change) => ({
        change,
        index: product.variants.findIndex((_, index) => variantId(product, index) === change.id),
      }));
      const unknown = found.findIndex(({ index }) => index < 0);
      if (unknown >= 0) return refused("the price of a variant that is not there", unknown);
      const negative = variants.findIndex(({ price }) => Number(price) < 0);
      if (negative >= 0) return refused("another price below nothing", negative, "price");
      if (variants.some(({ inventoryQuantities }) => inventoryQuantities)) return refused("stock among prices");
      product.variants = product.variants.map((variant, index) => {
        const price = found.find((one) => one.index === index)?.change.price;
        return price === undefined ? variant : { ...variant, price };
      });
      product.changedAt = now();
      return { userErrors: [] };
    },

    inventorySetQuantities: (
      { input }: { input: QuantitiesInput },
      _context: unknown,
      { fieldNodes, variableValues }: GraphQLResolveInfo,
    ) => inventory.set(input, idempotencyKey(fieldNodes, variableValues)),

    publishablePublish: ({ id, input }: { id: string; input: PublicationInputs }) =>
      publishing(id, input, (product, publication) => product.publications.add(publication)),

    publishableUnpublish: ({ id, input }: { id: string; input: PublicationInputs }) =>
      publishing(id, input, (product, publication) => product.publications.delete(publication)),
  };
}
