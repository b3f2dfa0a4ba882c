import { isWholeJpeg } from "./is-whole-jpeg.ts";

/** Pixels of the longer side. */
const longestSide = 2_048;
const quality = 0.9;

/**
 * A photo made small and upright by the browser, as JPEG on white; null where the browser cannot decode it (HEIC in most) or should
 * not (a damaged one), and it is sent as it is. Nothing but pixels is in the new file: the place where it was taken stays on the phone.
 */
export async function shrinkPhoto(photo: Blob): Promise<Blob | null> {
  if (photo.type === "image/jpeg" && !isWholeJpeg(new Uint8Array(await photo.arrayBuffer()))) return null;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(photo, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
  try {
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext("2d");
    if (!context) return null;
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return await new Promise((made) => canvas.toBlob(made, "image/jpeg", quality));
  } finally {
    bitmap.close();
  }
}
