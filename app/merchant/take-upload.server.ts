import { rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

import type { ArrivedFile } from "#app/domain/upload/find-arrived.ts";
import { megabytes, uploadLimits } from "#app/domain/upload/upload-limits.ts";
import { packPhotos } from "#app/services/archives/pack-photos.ts";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import { makeTemporaryFolder } from "#app/services/temporary-folder.ts";
import { receiveUpload, UploadRefused } from "#app/services/uploads/receive-upload.ts";

export interface TakenFile {
  name: string;
  /** Blob key. */
  blob: string;
}

/** Streams the form's sheet and photos into the blob store. @throws UploadRefused */
export async function takeUpload(
  request: Request,
  blobs: BlobStore,
): Promise<{ sheet: TakenFile; photos: TakenFile | null }> {
  const upload = await receiveUpload(request, {
    maximumBytes: uploadLimits.sheetBytes + uploadLimits.photoBytes,
    maximumFiles: uploadLimits.files,
    fileFields: ["sheet", "photos"],
  });
  try {
    const sheet = upload.files.find(({ field, size }) => field === "sheet" && size > 0);
    if (!sheet) throw new UploadRefused("upload.missing_file");
    if (sheet.size > uploadLimits.sheetBytes) throw tooLarge(uploadLimits.sheetBytes);
    const photos = upload.files.filter(({ field, size }) => field === "photos" && size > 0);
    return { sheet: await store(blobs, sheet), photos: await storePhotos(blobs, photos, dirname(sheet.path)) };
  } finally {
    await upload.remove();
  }
}

async function store(blobs: BlobStore, { name, path }: { name: string; path: string }): Promise<TakenFile> {
  const { key } = await blobs.putFile(path);
  return { name: shortened(name), blob: key };
}

/** Stores files that arrived one by one, each kept until an import has them. @throws UploadRefused */
export async function storeArrived(
  blobs: BlobStore,
  { sheet, photos }: { sheet: ArrivedFile; photos: ArrivedFile[] },
): Promise<{ sheet: TakenFile; photos: TakenFile | null }> {
  const folder = await makeTemporaryFolder("upload");
  try {
    return { sheet: await store(blobs, sheet), photos: await storePhotos(blobs, photos, folder) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A single archive is kept as it came; pictures from a phone become one. @param folder for what is made on the way */
async function storePhotos(
  blobs: BlobStore,
  files: { name: string; path: string }[],
  folder: string,
): Promise<TakenFile | null> {
  const [first] = files;
  if (!first) return null;
  if (files.length === 1 && /\.zip$/i.test(first.name)) return store(blobs, first);
  const packed = join(folder, "photos.zip");
  await packPhotos(files, packed);
  if ((await stat(packed)).size > uploadLimits.photoBytes) throw tooLarge(uploadLimits.photoBytes);
  return store(blobs, { name: first.name, path: packed });
}

function tooLarge(bytes: number): UploadRefused {
  return new UploadRefused("upload.too_large", { maximum: megabytes(bytes) });
}

function shortened(name: string): string {
  return [...name].slice(-255).join("");
}
