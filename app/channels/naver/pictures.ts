import type { ListingPicture } from "#app/channels/contract.ts";
import { issue } from "#app/domain/issue/issue.ts";
import type { UploadedPictures } from "#app/services/pictures/uploaded-pictures.ts";
import { CallError, type NaverClient } from "./client.ts";
import { naverLimits } from "./spec.ts";

/** Pictures by their content: each is uploaded once, whichever worker did it. */
export function createPictureUpload(client: NaverClient, uploaded: UploadedPictures) {
  let last: Promise<unknown> = Promise.resolve();

  async function urlsOf(pictures: ListingPicture[]): Promise<Map<string, string>> {
    const urls = await uploaded.read(pictures.map(({ address }) => address));
    const missing = new Map(pictures.map((picture) => [picture.address, picture]));
    for (const address of urls.keys()) missing.delete(address);
    for (const batch of await inBatches([...missing.values()])) {
      const given = await uploadBatch(client, batch);
      const kept = new Map(batch.map(({ picture }, index) => [picture.address, given[index] ?? ""]));
      await uploaded.keep(kept);
      for (const [address, url] of kept) urls.set(address, url);
    }
    return urls;
  }

  return {
    /** The mall's own addresses, in order. @throws CallError */
    async upload(pictures: ListingPicture[]): Promise<string[]> {
      // The mall takes one upload at a time from a store.
      const mine = last.then(() => urlsOf(pictures));
      last = mine.catch(() => undefined);
      const urls = await mine;
      return pictures.map(({ address }) => urls.get(address) ?? "");
    },
    /** The mall has them no more. */
    forget: (pictures: readonly ListingPicture[]) => uploaded.forget(pictures.map(({ address }) => address)),
  };
}

interface LoadedPicture {
  picture: ListingPicture;
  bytes: Buffer;
}

async function inBatches(pictures: ListingPicture[]): Promise<LoadedPicture[][]> {
  const batches: LoadedPicture[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const picture of pictures) {
    const bytes = await picture.read();
    const current = batches.at(-1);
    if (current && current.length < naverLimits.upload.files && size + bytes.length < naverLimits.upload.bytes) {
      current.push({ picture, bytes });
      size += bytes.length;
    } else {
      batches.push([{ picture, bytes }]);
      size = bytes.length;
    }
  }
  return batches;
}

async function uploadBatch(client: NaverClient, batch: LoadedPicture[]): Promise<string[]> {
  const form = new FormData();
  for (const { picture, bytes } of batch) {
    const extension = picture.mediaType.replace("image/", "").replace("jpeg", "jpg");
    const file = new Blob([new Uint8Array(bytes)], { type: picture.mediaType });
    form.append("imageFiles", file, `${picture.address}.${extension}`);
  }
  const answer = (await client.call("POST", "/v1/product-images/upload", form)) as {
    images?: { url?: string }[];
  } | null;
  const urls = (answer?.images ?? []).flatMap(({ url }) => (url ? [url] : []));
  if (urls.length !== batch.length) {
    throw new CallError({ kind: "lost", reason: issue("mall.answer_unreadable", { mall: "naver" }) });
  }
  return urls;
}
