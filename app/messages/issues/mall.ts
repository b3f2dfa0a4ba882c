import type { mallCodes } from "#app/domain/issue/mall-codes.ts";
import type { Sentence } from "../sentence.ts";

/** `{said}` stands for the mall's own words in quotes, with a space before them, or for nothing. */
export const mallSentences: Record<(typeof mallCodes)[number], Sentence> = {
  "mall.refused": {
    ko: "쇼핑몰이 이 상품을 받지 않았어요.{said} 내용을 고쳐서 다시 보내 주세요.",
    en: "The mall did not take this product.{said} Correct it and send it again.",
  },
  "mall.picture_refused": {
    ko: "쇼핑몰이 사진을 받지 않았어요.{said} 다른 사진으로 바꿔서 다시 보내 주세요.",
    en: "The mall did not take a photo.{said} Replace it and send the product again.",
  },
  "mall.picture_too_small": {
    ko: "쇼핑몰이 사진이 작다고 돌려보냈어요.{said} 더 크게 찍은 사진으로 바꿔 주세요.",
    en: "The mall sent the product back because a photo is too small.{said} Replace it with a larger one.",
  },
  "mall.category_refused": {
    ko: "쇼핑몰이 분류를 받지 않았어요.{said} 사무국이 쇼핑몰 분류를 확인해야 해요.",
    en: "The mall did not take the category.{said} The programme office has to check the mall's category.",
  },
  "mall.notice_refused": {
    ko: "쇼핑몰이 상품정보 고시를 받지 않았어요.{said} 고시 항목을 고쳐서 다시 보내 주세요.",
    en: "The mall did not take the product notice.{said} Correct its fields and send it again.",
  },
  "mall.field_refused": {
    ko: "쇼핑몰이 한 항목을 받지 않았어요.{said} 그 항목을 고쳐서 다시 보내 주세요.",
    en: "The mall did not take one of the fields.{said} Correct that field and send it again.",
  },
  "mall.courier_refused": {
    ko: "쇼핑몰이 택배사를 받지 않았어요.{said} 사무국이 출고지에 등록된 택배사를 확인해야 해요.",
    en: "The mall did not take the courier.{said} The office has to check the couriers of the place of dispatch.",
  },
  "mall.return_fee_refused": {
    ko: "쇼핑몰이 반품 배송비를 받지 않았어요.{said} 반품·교환 배송비를 고치시면 쇼핑몰에 다시 보내 드려요.",
    en: "The mall did not take the return fee.{said} Once you have changed it, we send the product to the mall again.",
  },
  "mall.price_refused": {
    ko: "쇼핑몰이 판매가를 받지 않았어요.{said} 가격을 고치시면 쇼핑몰에 다시 보내 드려요.",
    en: "The mall did not take the price.{said} Once you have changed it, we send the product to the mall again.",
  },
  "mall.tag_refused": {
    ko: "쇼핑몰이 태그를 받지 않았어요.{said} 태그를 바꿔서 다시 보내 주세요.",
    en: "The mall did not take a tag.{said} Change it and send the product again.",
  },
  "mall.certificate_refused": {
    ko: "쇼핑몰이 인증번호를 받지 않았어요.{said} 번호를 확인해서 다시 보내 주세요.",
    en: "The mall did not take the certificate.{said} Check the number and send the product again.",
  },
  "mall.returned_by_operator": {
    ko: "쇼핑몰 담당자가 상품을 돌려보냈어요.{said} 내용을 고쳐서 다시 보내 주세요.",
    en: "The mall's operator returned the product.{said} Correct it and send it again.",
  },
  "mall.credentials_refused": {
    ko: "쇼핑몰이 우리 연결 정보를 받지 않았어요.{said} 사무국이 쇼핑몰 연결을 다시 확인해야 해요.",
    en: "The mall refused our access.{said} The programme office has to renew the connection.",
  },
  "mall.address_not_allowed": {
    ko: "쇼핑몰이 우리 서버 주소를 허락하지 않았어요.{said} 사무국이 쇼핑몰에 주소를 등록해야 해요.",
    en: "The mall does not allow our server's address.{said} The programme office has to register it there.",
  },
  "own_shop.access_refused": {
    ko: "내 쇼핑몰이 우리를 들여보내지 않았어요.{said} 연결 화면에서 토큰을 새로 적어 주세요.",
    en: "Your shop does not let us in.{said} Please enter a new token on its connection page.",
  },
  "own_shop.no_online_store": {
    ko: "쇼핑몰에 온라인 스토어 판매 채널이 없어요. 쇼핑몰 관리 화면에서 판매 채널에 ‘온라인 스토어’를 더한 뒤 다시 확인해 주세요.",
    en: "Your shop has no online store among its sales channels. Please add it in the shop's own admin, then check again.",
  },
  "own_shop.no_stock_location": {
    ko: "쇼핑몰에 택배를 보내는 재고 위치가 없어요. 쇼핑몰 관리 화면의 ‘위치’에서 하나를 켠 뒤 다시 확인해 주세요.",
    en: "Your shop has no location that ships stock. Please turn one on in the shop's own admin, then check again.",
  },
  "own_shop.wrong_currency": {
    ko: "쇼핑몰의 통화가 원(KRW)이 아니에요.{said} 값이 잘못 올라가지 않게 아직 보내지 않았어요. 쇼핑몰 관리 화면의 설정에서 통화를 원으로 바꾼 뒤 다시 확인해 주세요.",
    en: "Your shop does not count in won (KRW).{said} Nothing is sent, so that no price goes wrong. Please set its currency to won in the shop's own settings, then check again.",
  },
  "mall.no_online_store": {
    ko: "쇼핑몰에 온라인 스토어 판매 채널이 없어요. 사무국이 판매 채널을 정해야 해요.",
    en: "The shop has no online store among its sales channels. The programme office has to choose one.",
  },
  "mall.no_stock_location": {
    ko: "쇼핑몰에 택배를 보내는 재고 위치가 없어요. 사무국이 재고 위치를 정해야 해요.",
    en: "The shop has no location that ships stock. The programme office has to choose one.",
  },
  "mall.wrong_currency": {
    ko: "쇼핑몰의 통화가 원(KRW)이 아니에요.{said} 값이 잘못 올라가지 않게 아직 보내지 않았어요. 사무국이 쇼핑몰 설정을 바꿔야 해요.",
    en: "The shop does not count in won (KRW).{said} Nothing is sent, so that no price goes wrong. The programme office has to change the shop's settings.",
  },
  "mall.rate_limited": {
    ko: "쇼핑몰이 잠시 천천히 보내 달라고 했어요.{said} 조금 뒤에 저절로 다시 보내요.",
    en: "The mall asked us to slow down.{said} We will send it again by ourselves in a while.",
  },
  "mall.quota_spent": {
    ko: "쇼핑몰이 하루에 새로 받는 상품 수를 다 썼어요.{said} 내일 저절로 이어서 보내요.",
    en: "The mall takes only so many new products a day, and today's are used up.{said} We go on by ourselves tomorrow.",
  },
  "mall.unavailable": {
    ko: "쇼핑몰이 지금 답하지 않아요.{said} 조금 뒤에 저절로 다시 보내요.",
    en: "The mall does not answer at the moment.{said} We will try again by ourselves in a while.",
  },
  "mall.still_working": {
    ko: "쇼핑몰이 이 상품을 아직 처리하고 있어요.{said} 끝나면 저절로 이어 갈게요.",
    en: "The mall is still working on this product.{said} We will go on by ourselves when it is done.",
  },
  "mall.other_version": {
    ko: "쇼핑몰이 우리가 쓰는 연결 규격({asked})이 아니라 {answered} 규격으로 답했어요. 우리 규격은 곧 쓸 수 없어요. 사무국이 개발자에게 알려 프로그램을 새로 고쳐야 해요.",
    en: "The mall answered by version {answered} of its API, not by the {asked} that we ask for: ours is no longer kept. The programme office has to tell the developers that the program needs an update.",
  },
  "mall.given_up": {
    ko: "여러 번 해 봤지만 쇼핑몰에 올리지 못했어요. 사무국이 살펴보고 다시 보낼게요.",
    en: "We tried several times and could not bring it to the mall. The office will look into it and send it again.",
  },
  "mall.answer_unreadable": {
    ko: "쇼핑몰의 답을 읽지 못했어요.{said} 조금 뒤에 다시 물어볼게요.",
    en: "We could not read the mall's answer.{said} We will ask again in a while.",
  },
  "mall.outcome_unknown": {
    ko: "쇼핑몰이 상품을 받았는지 아직 몰라요.{said} 먼저 확인하고 나서 이어 갈게요.",
    en: "We do not know yet whether the mall has the product.{said} We will look it up before doing anything else.",
  },
  "mall.listing_gone": {
    ko: "쇼핑몰에서 이 상품이 사라졌어요.{said} 계속 팔려면 사무국이 다시 보내야 해요.",
    en: "The product is gone from the mall.{said} To go on selling it the office has to send it again.",
  },
  "mall.duplicate_listings": {
    ko: "쇼핑몰에 같은 상품이 두 번 올라가 있어요.{said} 사무국이 하나를 내려야 해요.",
    en: "The product stands at the mall twice.{said} The programme office has to take one down.",
  },
  "mall.number_taken": {
    ko: "쇼핑몰이 알려 준 상품번호({number})를 이미 우리의 다른 상품({reference})이 쓰고 있어요. 사무국이 쇼핑몰에서 두 상품을 확인해야 해요.",
    en: "The mall gave us the number {number}, which another product of ours ({reference}) has already. The programme office has to check both at the mall.",
  },
  "mall.withdrawal_pending": {
    ko: "쇼핑몰 담당자에게 내려 달라고 했어요.{said} 내려갔는지 계속 확인할게요.",
    en: "We asked the mall's operator to take it down.{said} We keep asking until it is gone.",
  },
};
