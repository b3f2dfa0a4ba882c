import { type PhotoEdits, straightenedShare } from "#app/domain/picture/photo-edits.ts";
import type { RawPicture, Size } from "./decode.ts";
import { fromRaw } from "./pyramid.ts";

/** The decoded photo, edited but for its margin. */
export async function applyEdits(picture: RawPicture, { turn, straighten, crop }: PhotoEdits): Promise<RawPicture> {
  const turned = turn === 0 ? picture : await toRaw(fromRaw(picture).rotate(turn));
  const straight = straighten === 0 ? turned : await straightened(turned, straighten);
  if (!crop) return straight;
  const { width, height } = straight;
  const left = Math.min(width - 1, Math.round(crop.x * width));
  const top = Math.min(height - 1, Math.round(crop.y * height));
  const region = {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(crop.width * width))),
    height: Math.max(1, Math.min(height - top, Math.round(crop.height * height))),
  };
  return toRaw(fromRaw(straight).extract(region));
}

async function straightened(picture: RawPicture, degrees: number): Promise<RawPicture> {
  const share = straightenedShare(picture, degrees);
  const slanted = await toRaw(fromRaw(picture).rotate(degrees, { background: "white" }));
  const inside: Size = {
    width: Math.max(1, Math.floor(picture.width * share)),
    height: Math.max(1, Math.floor(picture.height * share)),
  };
  const left = Math.floor((slanted.width - inside.width) / 2);
  const top = Math.floor((slanted.height - inside.height) / 2);
  return toRaw(fromRaw(slanted).extract({ left, top, ...inside }));
}

async function toRaw(picture: ReturnType<typeof fromRaw>): Promise<RawPicture> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
