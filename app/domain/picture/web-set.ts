import type { RenditionSpec } from "./rendition.ts";

/** What our own pages show, smallest first; a browser picks by width. */
export const webWidths = [320, 640, 1280] as const;

export const webPictures: readonly RenditionSpec[] = webWidths.map((size) => ({
  key: `web-${size}`,
  shape: "width",
  size,
  format: "webp",
  quality: 80,
}));

/** For browsers without WebP, and for messages that show a picture. */
export const webFallback: RenditionSpec = {
  key: "web-640-jpeg",
  shape: "width",
  size: 640,
  format: "jpeg",
  quality: 85,
};

/** Half the bytes of the WebP of its size, for lists, in browsers that know it. */
export const webAvif: RenditionSpec = {
  key: "web-640-avif",
  shape: "width",
  size: 640,
  format: "avif",
  quality: 60,
};

/** What messengers and search engines show where a page is shared: 1200×630. */
export const webCard: RenditionSpec = {
  key: "web-card",
  shape: "card",
  size: 1200,
  format: "jpeg",
  quality: 85,
};

/** Made as soon as a photo arrives: lists, the first look, and proof that the photo decodes to its end. */
export const arrivalSet: readonly RenditionSpec[] = webPictures.slice(0, 2);

export const webSet: readonly RenditionSpec[] = [...webPictures, webAvif, webFallback];

/** Of a store's photo and a product's first one, which stand for a page. */
export const mainWebSet: readonly RenditionSpec[] = [...webSet, webCard];
