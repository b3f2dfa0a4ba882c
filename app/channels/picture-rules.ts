import type { RenditionFormat, RenditionSpec } from "#app/domain/picture/rendition.ts";

/** All that a mall's pictures are made by. */
export interface PictureSpec {
  pictures: PictureRules;
  detail: DetailSpec;
}

/** What one mall asks of its pictures. Pixels and bytes of what is sent, unless said otherwise. */
export interface PictureRules {
  /** What the main photo and every further photo are sent as. */
  main: RenditionSpec;
  extra: RenditionSpec;
  /** Photos besides the main one. */
  maximumExtra: number;
  /** An original with a shorter side than this is refused by the mall, or padded where it permits that. */
  minimumSide: number;
  /** From this shorter side on white makes up what an original lacks; null: the mall does not permit it. */
  paddedFrom: number | null;
  maximumSide: number;
  formats: readonly RenditionFormat[];
  maximumBytes: number;
  mainPhoto: MainPhotoRules;
}

/** What only an eye can judge. */
export interface MainPhotoRules {
  background: "white" | "any";
  /** Whether letters, logos and borders may be laid over the photo. */
  overlay: "forbidden" | "any";
  /** Share of the frame that the product fills at least; null: nothing is asked. */
  productShare: number | null;
}

/** The page under the pictures. Pixels and bytes. */
export interface DetailSpec {
  /** As HTML with pictures of its photos, or drawn as pictures, one below the other. */
  as: "html" | "pictures";
  /** What a photo on the page is sent as, and how wide a drawn page is. */
  photo: RenditionSpec;
  /** No picture of it is higher or heavier: what is, is cut. */
  slice: { maximumHeight: number; maximumBytes: number };
}

export const anyMainPhoto: MainPhotoRules = { background: "any", overlay: "any", productShare: null };

/** The square that every mall takes: under 2 MB whatever the photo. */
export const square1000: RenditionSpec = {
  key: "square-1000",
  shape: "square",
  size: 1000,
  format: "jpeg",
  quality: 85,
};

/** Sellers' practice in Korea: 860 pixels wide, 780 at Coupang. */
export function detailPhoto(width: 860 | 780): RenditionSpec {
  return { key: `detail-${width}`, shape: "width", size: width, format: "jpeg", quality: 85 };
}

/** Below 5,000 pixels and 3 MB every mall takes a picture of a detail page. */
export const detailSlice: DetailSpec["slice"] = { maximumHeight: 5_000, maximumBytes: 3_000_000 };
