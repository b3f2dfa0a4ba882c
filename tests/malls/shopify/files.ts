import sharp from "sharp";

export interface ShelfFile {
  id: string;
  url: string;
  alt: string;
  source: string;
  status: "UPLOADED" | "PROCESSING" | "READY" | "FAILED";
  errors: { code: string; message: string }[];
  bytes: Uint8Array | null;
  /** When the mall is done with it. */
  doneAt: number;
}

/** A source is fetched and judged some time after it was given; the mutation that gave it says nothing of it. */
export async function settleFile(
  file: ShelfFile,
  now: number,
  fetchPicture: (url: string) => Promise<Response>,
): Promise<void> {
  if (file.status === "READY" || file.status === "FAILED") return;
  file.status = "PROCESSING";
  if (now < file.doneAt) return;
  const read = await judge(file.source, fetchPicture);
  if ("code" in read) {
    file.status = "FAILED";
    file.errors = [read];
  } else {
    file.status = "READY";
    file.bytes = read;
  }
}

async function judge(
  source: string,
  fetchPicture: (url: string) => Promise<Response>,
): Promise<Uint8Array | { code: string; message: string }> {
  try {
    const response = await fetchPicture(source);
    if (!response.ok) return { code: "IMAGE_DOWNLOAD_FAILURE", message: "The image could not be downloaded" };
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > 20_000_000)
      return { code: "INVALID_IMAGE_FILE_SIZE", message: "The image is larger than 20 MB" };
    const { width, height, format } = await sharp(bytes).metadata();
    if (!["jpeg", "png", "webp", "gif"].includes(format ?? "")) {
      return { code: "UNSUPPORTED_IMAGE_FILE_TYPE", message: "The type of the image is not supported" };
    }
    if (Math.max(width, height) > 4_472 || width * height > 20_000_000) {
      return { code: "INVALID_IMAGE_RESOLUTION", message: "The image exceeds 20 megapixels" };
    }
    return bytes;
  } catch {
    return { code: "IMAGE_PROCESSING_FAILURE", message: "The image could not be processed" };
  }
}
