import { z } from "zod";
import type { Database } from "#app/services/database/database.ts";
import { type FilledField, filledFields } from "../notice/filled-fields.ts";
import { loadWebPictures, type WebPicture } from "../picture/load-web-pictures.ts";
import { loadProductFacts } from "../product/load-product-facts.ts";
import type { Origin, StoreKind } from "../product/product-facts.ts";
import { placeInclude, type SelectedProduct, selectedProduct } from "./selected-product.ts";

/** A chosen product as visitors see it on a page of its own, with what the law wants told of it. */
export interface ChosenProductPage extends SelectedProduct {
  year: number;
  category: string;
  origin: Origin;
  maker: string;
  /** Sanitised HTML; may be empty. */
  description: string;
  /** Won. */
  shippingFee: number;
  kcNumber: string | null;
  /** Every variant with its price in won; one without a name when there is nothing to choose. */
  variants: { key: string; price: number }[];
  /** All that are made, the main one first. */
  pictures: (WebPicture & { caption: string })[];
  notice: FilledField[];
  store: { slug: string; name: string; kind: StoreKind; district: { ko: string; en: string } };
}

/** A product that was ever chosen and whose store is still with us, as it was chosen last; null for any other. */
export async function findChosenProduct(database: Database, productId: string): Promise<ChosenProductPage | null> {
  if (!z.uuid().safeParse(productId).success) return null;
  const place = await database.place.findFirst({
    where: { submission: { state: "selected", productId, product: { store: { state: "approved" } } } },
    orderBy: { season: { year: "desc" } },
    include: { ...placeInclude, season: { select: { year: true } } },
  });
  if (!place) return null;
  const { versionId, version } = place.submission;
  const [facts, category, store] = await Promise.all([
    loadProductFacts(database, [versionId]).then((found) => found.get(versionId)),
    database.category.findUniqueOrThrow({ where: { key: version.categoryKey } }),
    database.store.findFirstOrThrow({
      where: { products: { some: { id: productId } } },
      select: { slug: true, name: true, kind: true, district: true },
    }),
  ]);
  if (!facts) return null;
  const pictureOf = await loadWebPictures(database, facts.photos);
  return {
    ...selectedProduct(place, pictureOf),
    year: place.season.year,
    category: category.nameKo,
    ...{ origin: facts.origin, maker: facts.maker, description: facts.description },
    ...{ shippingFee: facts.shippingFee, kcNumber: facts.kcNumber },
    variants: facts.variants.map(({ key, priceDelta }) => ({ key, price: facts.price + priceDelta })),
    pictures: facts.photos.flatMap((photo) => {
      const picture = pictureOf(photo);
      return picture ? [{ ...picture, caption: photo.caption }] : [];
    }),
    notice: filledFields(facts),
    store: {
      ...{ slug: store.slug, name: store.name, kind: store.kind },
      district: { ko: store.district.nameKo, en: store.district.nameEn },
    },
  };
}

/** As many as a site map's part may hold. */
const most = 50_000;

/** Ids of all products that have such a page. */
export async function listChosenProductIds(database: Database): Promise<string[]> {
  const products = await database.product.findMany({
    where: { store: { state: "approved" }, submissions: { some: { state: "selected" } } },
    orderBy: { id: "asc" },
    take: most,
    select: { id: true },
  });
  return products.map(({ id }) => id);
}
