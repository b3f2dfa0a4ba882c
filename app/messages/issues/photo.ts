import type { photoCodes } from "#app/domain/issue/photo-codes.ts";
import type { Sentence } from "../sentence.ts";

export const photoSentences: Record<(typeof photoCodes)[number], Sentence> = {
  "photo.not_an_image": {
    ko: "사진이 아닌 파일이라 쓰지 않았어요: {photo}. 휴대폰으로 찍은 사진 파일을 올려 주세요.",
    en: "This file is not a photo, so it was not used: {photo}. Upload a picture taken with your phone.",
  },
  "photo.format_unsupported": {
    ko: "이 형식의 사진은 읽을 수 없어요: {photo}. JPG, PNG, WebP나 HEIC로 올려 주세요.",
    en: "We cannot read this kind of picture: {photo}. Upload it as JPG, PNG, WebP or HEIC.",
  },
  "photo.corrupted": {
    ko: "사진 파일이 깨져 있어요: {photo}. 원래 사진을 다시 올려 주세요.",
    en: "The photo file is damaged: {photo}. Upload the original picture again.",
  },
  "photo.too_many_pixels": {
    ko: "사진이 너무 커서 다룰 수 없어요(가로 {width} × 세로 {height}픽셀): {photo}. {megapixels}00만 화소 아래로 줄여 저장한 뒤 올려 주세요.",
    en: "The photo is too large for us ({width} × {height} pixels): {photo}. Save it with fewer than {megapixels} megapixels and upload that.",
  },
  "photo.too_large": {
    ko: "사진 파일의 용량이 너무 커요({limit}MB까지): {photo}. 용량을 줄여서 다시 올려 주세요.",
    en: "The photo file is too large (at most {limit} MB): {photo}. Make it smaller and upload it again.",
  },
  "photo.too_small": {
    ko: "사진이 너무 작아서 쓸 수 없어요: {photo}. 더 크게 찍은 사진을 올려 주세요.",
    en: "The photo is too small to use: {photo}. Upload a larger picture.",
  },
  "photo.already_there": {
    ko: "이 상품에 이미 있는 사진이에요: {photo}. 다시 올리지 않아도 돼요.",
    en: "This product has the photo already: {photo}. There is no need to add it again.",
  },
  "photo.unmatched": {
    ko: "어느 상품의 사진인지 찾지 못했어요: {photo}. 파일 이름을 상품코드로 바꿔 다시 올려 주세요.",
    en: "We found no product for this photo: {photo}. Name the file after the product code and upload it again.",
  },
  "photo.ambiguous": {
    ko: "두 상품 이상에 맞는 사진이에요: {photo}. 파일 이름을 상품코드 하나로 바꿔 다시 올려 주세요.",
    en: "This photo fits more than one product: {photo}. Name the file after one product code and upload it again.",
  },
  "photo.row_unknown": {
    ko: "‘{raw}’에 맞는 줄이 이 상품표에 없어요: {photo}. 줄 번호나 상품코드를 적어 주세요.",
    en: "There is no row for “{raw}” in this sheet: {photo}. Write the row's number or the product code.",
  },
  "photo.archive_unreadable": {
    ko: "사진 묶음 파일을 열지 못했어요. 사진을 다시 zip으로 묶거나 하나씩 올려 주세요.",
    en: "We could not open the archive of photos. Zip the pictures again or upload them one by one.",
  },
  "photo.archive_encrypted": {
    ko: "사진 묶음에 비밀번호가 걸려 있어요: {photo}. 비밀번호 없이 다시 묶어서 올려 주세요.",
    en: "The archive of photos is protected by a password: {photo}. Zip the pictures without one and upload it again.",
  },
  "photo.archive_bursts": {
    ko: "사진 묶음이 풀면 너무 커져서 열지 않았어요: {photo}. 사진만 골라 다시 zip으로 묶어 주세요.",
    en: "The archive would become far too large when unpacked, so we did not open it: {photo}. Zip only the pictures again.",
  },
  "photo.archive_inside": {
    ko: "묶음 안에 또 묶음이 있어요: {photo}. 그 안의 사진을 꺼내 한 번만 묶어서 올려 주세요.",
    en: "There is an archive inside the archive: {photo}. Take the pictures out of it and zip them only once.",
  },
  "photo.too_many": {
    ko: "사진 묶음에 파일이 너무 많아요({maximum}장까지): {photo}. 나누어 올려 주세요.",
    en: "The archive holds too many files (at most {maximum}): {photo}. Upload them in parts.",
  },
  "photo.address_blocked": {
    ko: "이 주소의 사진은 가져올 수 없어요: {raw}. https로 시작하는 공개 주소를 적거나 사진을 직접 올려 주세요.",
    en: "We may not fetch a photo from this address: {raw}. Give a public https address or upload the picture.",
  },
  "photo.address_failed": {
    ko: "주소에서 사진을 가져오지 못했어요: {raw}. 주소를 확인하거나 사진을 직접 올려 주세요.",
    en: "We could not fetch the photo from its address: {raw}. Check the address or upload the picture.",
  },
  "photo.address_silent": {
    ko: "주소에서 {seconds}초 안에 사진이 오지 않았어요: {raw}. 주소를 확인하거나 사진을 직접 올려 주세요.",
    en: "No photo came from its address within {seconds} seconds: {raw}. Check the address or upload the picture.",
  },
  "photo.address_not_asked": {
    ko: "{host}에서 여러 번 답이 없어서 이 주소에는 묻지 않았어요: {raw}. 사진을 직접 올려 주세요.",
    en: "{host} did not answer several times, so we no longer asked it for this photo: {raw}. Upload the picture.",
  },
  "photo.address_not_a_photo": {
    ko: "이 주소에는 사진이 아닌 것({type})이 있어요: {raw}. 사진 파일의 주소를 적거나 사진을 직접 올려 주세요.",
    en: "There is something else than a photo ({type}) at this address: {raw}. Give the picture's own address or upload it.",
  },
  "photo.addresses_of_row": {
    ko: "한 상품에 사진 주소가 너무 많아서 앞의 {maximum}개만 가져왔어요: {raw}. 필요한 사진을 앞에 적어 주세요.",
    en: "Too many photo addresses for one product, so only the first {maximum} were fetched: {raw}. Put those you need first.",
  },
  "photo.addresses_of_sheet": {
    ko: "상품표에 사진 주소가 너무 많아서 앞의 {maximum}개만 가져왔어요: {raw}. 상품표를 나누거나 사진을 직접 올려 주세요.",
    en: "Too many photo addresses in one sheet, so only the first {maximum} were fetched: {raw}. Split the sheet or upload the pictures.",
  },
  "photo.addresses_too_large": {
    ko: "주소에서 가져온 사진이 모두 {megabytes}MB를 넘어서 더 가져오지 않았어요: {raw}. 상품표를 나누거나 사진을 직접 올려 주세요.",
    en: "The photos fetched by address exceed {megabytes} MB together, so this one was left: {raw}. Split the sheet or upload the pictures.",
  },
  "photo.processing_failed": {
    ko: "사진을 다듬다가 멈췄어요. 잠시 뒤 다시 해 보고, 또 안 되면 다른 사진을 올려 주세요.",
    en: "Preparing the photo failed. Try again in a while; if it fails again, upload another picture.",
  },
};
