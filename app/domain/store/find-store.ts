import type { Database } from "#app/services/database/database.ts";
import { loadWebPictures, type WebPicture } from "../picture/load-web-pictures.ts";
import { unedited } from "../picture/photo-edits.ts";
import type { StoreKind } from "../product/product-facts.ts";
import { photoOf, placeInclude, type SelectedProduct, selectedProduct } from "../season/selected-product.ts";
import { validOn } from "./designation.ts";
import { type OpeningHours, readOpeningHours } from "./opening-hours.ts";
import { receivesVisitors, receivesVisitorsInclude } from "./receives-visitors.ts";

/** A store as visitors see it, with what the law wants told of a seller. */
export interface StorePage {
  slug: string;
  name: string;
  kind: StoreKind;
  district: { ko: string; en: string };
  market: string | null;
  /** A paragraph a line; may be empty. */
  story: string;
  hours: string;
  /** What its hours say; null when they cannot be read. */
  openingHours: OpeningHours | null;
  postcode: string;
  address: string;
  visitable: boolean;
  foundedYear: number | null;
  /** Number and last day of a designation that holds today. */
  designation: { number: string; validTo: Date } | null;
  /** Ten digits. */
  businessNumber: string;
  mailOrderNumber: string | null;
  phone: string;
  picture: WebPicture | null;
  /** The latest season's first. */
  products: (SelectedProduct & { year: number })[];
}

/** An approved store; null for any other and for an address that never was one. */
export async function findStore(database: Database, slug: string, now = new Date()): Promise<StorePage | null> {
  if (slug.includes("\0")) return null;
  const store = await database.store.findFirst({
    where: { slug, state: "approved" },
    include: {
      district: true,
      market: { select: { name: true } },
      designations: { where: validOn(now), orderBy: { validTo: "desc" }, take: 1 },
      ...receivesVisitorsInclude,
    },
  });
  if (!store) return null;
  const places = await database.place.findMany({
    where: { submission: { state: "selected", product: { storeId: store.id } } },
    orderBy: [{ season: { year: "desc" } }, { number: "asc" }],
    include: { ...placeInclude, season: { select: { year: true } } },
  });
  // Chosen again in a later season, a product stands there only.
  const shown = places.filter(
    ({ submission }, index) =>
      places.findIndex((other) => other.submission.productId === submission.productId) === index,
  );
  const storePhoto = store.photoSha256 === null ? null : unedited(store.photoSha256);
  const pictureOf = await loadWebPictures(database, [storePhoto, ...shown.map(photoOf)]);
  const [designation] = store.designations;
  return {
    slug: store.slug,
    name: store.name,
    kind: store.kind,
    district: { ko: store.district.nameKo, en: store.district.nameEn },
    market: store.market?.name ?? null,
    story: store.story,
    hours: store.hours,
    openingHours: readOpeningHours(store.hours),
    postcode: store.postcode,
    address: store.address,
    visitable: receivesVisitors(store),
    foundedYear: store.foundedYear,
    designation: designation ? { number: designation.number, validTo: designation.validTo } : null,
    businessNumber: store.businessNumber,
    mailOrderNumber: store.mailOrderNumber,
    phone: store.phone,
    picture: pictureOf(storePhoto),
    products: shown.map((place) => ({ ...selectedProduct(place, pictureOf), year: place.season.year })),
  };
}
