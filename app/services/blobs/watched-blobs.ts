import { BlobMisnamed, BlobMissing, type BlobStore } from "./blob-store.ts";

/** The store itself fails, whatever is asked of it: nothing is wrong with the blob, and later the same will go well. */
export class BlobsUnavailable extends Error {
  constructor(
    readonly why: "full" | "unreachable",
    cause: unknown,
  ) {
    super(`the blob store is ${why}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The same store, whose own failures are told, and told apart from those of a blob as `BlobsUnavailable`. */
export function watchBlobs(store: BlobStore, tell: (why: BlobsUnavailable["why"]) => void = () => {}): BlobStore {
  const watched =
    <Arguments extends unknown[], Result>(work: (...given: Arguments) => Promise<Result>) =>
    (...given: Arguments): Promise<Result> =>
      work(...given).catch((error: unknown) => {
        if (isOfBlob(error)) throw error;
        const unavailable = new BlobsUnavailable(isFull(error) ? "full" : "unreachable", error);
        tell(unavailable.why);
        throw unavailable;
      });
  return {
    put: watched(store.put),
    putAt: watched(store.putAt),
    putFile: watched(store.putFile),
    get: watched(store.get),
    stream: watched(store.stream),
    has: watched(store.has),
    size: watched(store.size),
    remove: watched(store.remove),
    erase: watched(store.erase),
  };
}

/** ENOENT: the file that was to be stored is not there. */
function isOfBlob(error: unknown): boolean {
  const named = error instanceof BlobMissing || error instanceof BlobMisnamed || error instanceof TypeError;
  return named || error instanceof RangeError || codeOf(error) === "ENOENT";
}

/** The disk's own words, a quota's, and MinIO's; 507 is HTTP's for the same. */
function isFull(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  const name = error instanceof Error ? error.name : "";
  return ["ENOSPC", "EDQUOT"].includes(codeOf(error) ?? "") || name === "XMinioStorageFull" || status === 507;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
