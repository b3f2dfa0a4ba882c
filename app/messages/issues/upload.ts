import type { uploadCodes } from "#app/domain/issue/upload-codes.ts";
import type { Sentence } from "../sentence.ts";

export const uploadSentences: Record<(typeof uploadCodes)[number], Sentence> = {
  "upload.unknown_kind": {
    ko: "상품표나 사진이 아니라서 쓰지 않아요: {photo}. 상품표(.xlsx, .csv), 사진, 사진 묶음(.zip)을 골라 주세요. 폴더는 zip으로 묶어 주세요.",
    en: "Neither a sheet nor a photo: {photo}. Choose a sheet (.xlsx, .csv), photos or one .zip; zip a folder first.",
  },
  "upload.empty": {
    ko: "빈 파일이에요: {photo}. 내용이 있는 파일을 골라 주세요.",
    en: "The file is empty: {photo}. Choose one with something in it.",
  },
  "upload.no_room": {
    ko: "올려 두고 쓰지 않은 파일이 너무 많아요. 올린 것부터 시작하거나, 필요 없는 파일을 빼 주세요.",
    en: "Too many uploaded files wait unused. Start with those, or remove what you do not need.",
  },
  "upload.no_sheet": {
    ko: "상품표가 없어요. 엑셀(.xlsx)이나 CSV 파일을 골라 주세요.",
    en: "There is no sheet yet. Choose an Excel (.xlsx) or CSV file.",
  },
  "upload.two_sheets": {
    ko: "상품표는 한 번에 하나만 올릴 수 있어요. 하나만 남기고 빼 주세요.",
    en: "One sheet at a time. Keep one and remove the others.",
  },
  "upload.two_archives": {
    ko: "사진은 zip 하나로 올리거나 사진만 여러 장 올려 주세요. 둘을 섞을 수 없으니 한쪽을 빼 주세요.",
    en: "Photos come as one .zip or as single files, not both. Remove one of them.",
  },
  "upload.too_many": {
    ko: "사진이 너무 많아요. 모두 2GB, 5,000장까지 올릴 수 있어요. 나누어 올려 주세요.",
    en: "Too many photos: up to 2 GB and 5,000 files together. Upload them in parts.",
  },
  "upload.not_whole": {
    ko: "아직 다 올라오지 않은 파일이 있어요: {photo}. 같은 파일을 다시 고르면 이어서 올려요.",
    en: "A file has not arrived in full: {photo}. Choose the same file again and it goes on.",
  },
  "upload.gone": {
    ko: "올린 파일을 찾지 못했어요. 이미 썼거나 오래되어 지웠어요. 다시 올려 주세요.",
    en: "We could not find the uploaded files: they were used already, or removed after a week. Upload them again.",
  },
};
