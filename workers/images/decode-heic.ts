export interface HeicPixels {
  /** Four bytes a pixel, upright: the file's own turns are applied. */
  data: Uint8Array;
  width: number;
  height: number;
}

/**
 * HEVC, which libvips has not: libheif as WebAssembly, about 1.2 s and 300 MB for 12 megapixels. Of several pictures in the
 * file (a burst) the one that it calls its primary. Throws when there is none or it does not decode.
 */
export async function decodeHeic(bytes: Buffer): Promise<HeicPixels> {
  // Two megabytes of WebAssembly, which most photos never need.
  const { default: libheif } = await import("libheif-js/wasm-bundle.js");
  await libheif.ready;
  const decoder = new libheif.HeifDecoder();
  const pictures = decoder.decode(bytes);
  try {
    const primary = pictures.find((picture) => picture.is_primary());
    if (!primary) throw new Error("no picture inside");
    const [width, height] = [primary.get_width(), primary.get_height()];
    const data = new Uint8ClampedArray(width * height * 4);
    const drawn = await new Promise((resolve) => primary.display({ data, width, height }, resolve));
    if (!drawn) throw new Error("the picture does not decode");
    return { data: new Uint8Array(data.buffer), width, height };
  } finally {
    for (const picture of pictures) picture.free();
    if (decoder.decoder) libheif.heif_context_free(decoder.decoder);
  }
}
