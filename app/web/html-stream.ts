import { Transform } from "node:stream";

/**
 * Where React writes a page to. React 18 fills buffers of 2,048 bytes and sends each whole: when a letter of three
 * bytes does not fit the end, one or two zero bytes follow, which browsers show as �. A page holds no zero of its own.
 */
export function htmlStream(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
