import type { Box } from "#app/domain/picture/photo-edits.ts";
import type { PhotoMeasures } from "#app/domain/picture/photo-measures.ts";
import type { Master } from "./decode.ts";
import { findSubject } from "./find-subject.ts";
import { hashPicture, type PictureHashes } from "./hashes.ts";
import { measureBurnt } from "./measure-burnt.ts";
import { measurePhoto } from "./measure-photo.ts";
import type { Pyramid } from "./pyramid.ts";

/** What is found out about an original when it arrives. */
export interface PhotoStudy extends PictureHashes {
  measures: PhotoMeasures;
  /** Where the main object lies; null where nothing stands out. */
  subject: Box | null;
}

/** `pyramid`: of the whole photo, unedited and unpadded. */
export async function studyPixels(pyramid: Pyramid, { original, frames, opacityAt }: Master): Promise<PhotoStudy> {
  return {
    ...(await hashPicture(pyramid, original)),
    measures: {
      ...(await measurePhoto(pyramid, original)),
      burnt: await measureBurnt(pyramid, original, opacityAt),
      frames,
    },
    subject: await findSubject(pyramid, original),
  };
}
