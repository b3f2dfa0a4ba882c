import { anyMainPhoto, detailPhoto, detailSlice, type PictureSpec, square1000 } from "#app/channels/picture-rules.ts";

/** A shop of the merchant's own takes any size; 600 is what the markets want that it passes its goods on to. */
export const cafe24Pictures: PictureSpec = {
  pictures: {
    main: { ...square1000, key: "square-1000-padded", atLeast: 600 },
    extra: { ...square1000, key: "square-1000-padded", atLeast: 600 },
    maximumExtra: 20,
    minimumSide: 600,
    // A product smaller than half of its frame would be lost in white.
    paddedFrom: 300,
    maximumSide: 5_000,
    formats: ["jpeg", "png"],
    // Of a further picture; the main one may have 10 MB, and all of one call 30 MB.
    maximumBytes: 5_000_000,
    mainPhoto: anyMainPhoto,
  },
  detail: { as: "html", photo: detailPhoto(860), slice: detailSlice },
};
