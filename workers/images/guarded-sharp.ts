import sharp from "sharp";

/*
 * Photos come from strangers: only the loaders below may run, and only on buffers, so that nothing (an SVG named .jpg, a
 * playlist) makes libvips read files. One thread a picture: several child processes share the machine, see render-pool.
 */
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadNsgifBuffer",
    "VipsForeignLoadHeifBuffer",
  ],
});
sharp.cache(false);
sharp.concurrency(1);

export { sharp };

/** What libvips may decode at all; the limits by kind in photo-limits.ts are stricter and come first. */
export const decodeLimits = { failOn: "warning", limitInputPixels: 216_000_000 } as const;
