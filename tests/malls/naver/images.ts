import { HttpResponse } from "msw";
import { refuse } from "./refusals.ts";
import { type NaverWorld, origin } from "./world.ts";

const maximumFiles = 10;
const maximumBytes = 10_000_000;

export async function answerUpload(world: NaverWorld, request: Request): Promise<Response> {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    return refuse("an upload that is no form");
  }
  const form = await request.formData();
  const files = form.getAll("imageFiles").filter((part) => typeof part !== "string");
  if (files.length === 0) return refuse("an upload without a file");
  if (files.length > maximumFiles) return refuse("eleven files");
  if (files.reduce((sum, { size }) => sum + size, 0) >= maximumBytes) {
    return refuse("ten megabytes of files");
  }
  const images: { url: string }[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const format = formatOf(bytes);
    if (!format) return refuse("a file that is no picture");
    if (file.type !== `image/${format}`) return refuse("a picture of another type than it says");
    // The real ones live at shop-phinf.pstatic.net; ours stand below the API's own host, where the sandbox can serve them.
    const url = `${origin}/phinf/${world.nextNumber()}.${format === "jpeg" ? "jpg" : format}`;
    world.images.set(url, { bytes, mediaType: file.type });
    images.push({ url });
  }
  return HttpResponse.json({ images });
}

export function answerImage(world: NaverWorld, url: string): Response {
  const image = world.images.get(url);
  if (!image) return new HttpResponse(null, { status: 404 });
  // A copy: restored bytes are a view into the whole state.
  return HttpResponse.arrayBuffer(image.bytes.slice().buffer, { headers: { "content-type": image.mediaType } });
}

/** By the file's first bytes, not by its name. */
function formatOf(bytes: Uint8Array): "jpeg" | "png" | "gif" | "bmp" | null {
  const starts = (...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return "jpeg";
  if (starts(0x89, 0x50, 0x4e, 0x47)) return "png";
  if (starts(0x47, 0x49, 0x46, 0x38)) return "gif";
  return starts(0x42, 0x4d) ? "bmp" : null;
}
