import { anyMainPhoto, detailPhoto, detailSlice, type PictureSpec } from "#app/channels/picture-rules.ts";
import type { RenditionSpec } from "#app/domain/picture/rendition.ts";

const square2048: RenditionSpec = { key: "square-2048", shape: "square", size: 2048, format: "jpeg", quality: 85 };

export const shopifyPictures: PictureSpec = {
  pictures: {
    main: square2048,
    extra: square2048,
    maximumExtra: 249,
    // Nothing is refused for being small; below this a picture is blurred on a phone.
    minimumSide: 300,
    paddedFrom: null,
    // The stricter of two statements; 5,000 and 25 megapixels is the newer one.
    maximumSide: 4_472,
    formats: ["jpeg", "png"],
    maximumBytes: 20_000_000,
    mainPhoto: anyMainPhoto,
  },
  detail: { as: "html", photo: detailPhoto(860), slice: detailSlice },
};
