import type { Prisma } from "#app/services/database/database.ts";
import type { PictureOf, WebPicture } from "../picture/load-web-pictures.ts";
import { type EditedPhoto, storedPhoto } from "../picture/photo-edits.ts";

/** A chosen product as visitors see it. */
export interface SelectedProduct {
  id: string;
  /** Its place among the season's. */
  place: number;
  name: string;
  /** Won; the lowest of its variants. */
  price: number;
  /** Some of its variants cost more. */
  from: boolean;
  picture: WebPicture | null;
  /** Where it can be bought now: mall's key and page. */
  links: { mall: string; url: string }[];
}

/** Places that visitors see. A store that has left is not shown, also in a season that is over. */
export const isShown = {
  submission: { state: "selected", product: { store: { state: "approved" } } },
} satisfies Prisma.PlaceWhereInput;

/** What `selectedProduct` needs of a place. */
export const placeInclude = {
  submission: {
    include: {
      version: {
        include: { variants: { select: { priceDelta: true } }, photos: { orderBy: { position: "asc" }, take: 1 } },
      },
      product: {
        include: {
          store: { select: { slug: true, name: true } },
          listings: {
            where: { state: "live", pageUrl: { not: null } },
            select: { channelKey: true, pageUrl: true },
            orderBy: { channelKey: "asc" },
          },
        },
      },
    },
  },
} satisfies Prisma.PlaceInclude;

type StoredPlace = Prisma.PlaceGetPayload<{ include: typeof placeInclude }>;

export function photoOf({ submission }: StoredPlace): EditedPhoto | null {
  return storedPhoto(submission.version.photos[0]);
}

export function selectedProduct(place: StoredPlace, pictureOf: PictureOf): SelectedProduct {
  const { version, product } = place.submission;
  return {
    id: product.id,
    place: place.number,
    name: version.name,
    ...sellingPrice(version),
    picture: pictureOf(photoOf(place)),
    // What a mall answered becomes a link on our page.
    links: product.listings.flatMap(({ channelKey, pageUrl }) =>
      pageUrl && /^https?:\/\//i.test(pageUrl) ? [{ mall: channelKey, url: pageUrl }] : [],
    ),
  };
}

interface PricedVersion {
  price: number;
  loweredPrice: number | null;
  variants: readonly { priceDelta: number }[];
}

/** Won, the lowest of its variants; `from` when some of them cost more. */
export function sellingPrice({ price, loweredPrice, variants }: PricedVersion): { price: number; from: boolean } {
  const deltas = variants.map(({ priceDelta }) => priceDelta);
  const lowest = Math.min(...deltas);
  return { price: (loweredPrice ?? price) + lowest, from: deltas.some((delta) => delta > lowest) };
}
