declare module "libheif-js/wasm-bundle.js" {
  interface Canvas {
    data: Uint8ClampedArray;
    width: number;
    height: number;
  }
  interface HeifImage {
    is_primary(): boolean;
    get_width(): number;
    get_height(): number;
    /** Calls back with null when the picture does not decode. */
    display(canvas: Canvas, drawn: (canvas: Canvas | null) => void): void;
    free(): void;
  }
  interface HeifDecoder {
    /** Null before the first file. */
    decoder: object | null;
    /** Empty for what is no HEIF file. */
    decode(bytes: Uint8Array): HeifImage[];
  }
  const libheif: {
    ready: Promise<unknown>;
    HeifDecoder: new () => HeifDecoder;
    heif_context_free(context: object): void;
  };
  export default libheif;
}
