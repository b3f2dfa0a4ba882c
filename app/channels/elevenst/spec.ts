import type { MallSpec } from "#app/channels/contract.ts";
import { anyMainPhoto, detailPhoto, detailSlice, square1000 } from "#app/channels/picture-rules.ts";
import { eucKrBytes } from "#app/services/text/euc-kr.ts";

/** In EUC-KR, about fifty Hangul; the reference says characters, the server counts bytes. */
export const elevenstTitle = { maximum: 100, count: eucKrBytes };

export const elevenstSpec: MallSpec = {
  pictures: {
    // Copied and shrunk to 600; from 1,000 on the mall shows a magnifier.
    main: square1000,
    extra: square1000,
    maximumExtra: 3,
    minimumSide: 600,
    paddedFrom: null,
    maximumSide: 5_000,
    formats: ["jpeg", "png"],
    maximumBytes: 3_000_000,
    mainPhoto: anyMainPhoto,
  },
  title: elevenstTitle,
  detail: { as: "html", photo: detailPhoto(860), slice: detailSlice },
  // A create may go on for a while after we stopped waiting for its answer. Nobody reviews here as a rule: what waits for days is stuck.
  followUp: { first: 60, longest: 3600, settle: 60, usualDays: 2 },
};

export const elevenstLimits = {
  /** Won. */
  price: { minimum: 10, maximum: 999_999_990, step: 10 },
  /** An option's price, as parts of the base price. */
  optionPrice: { above: 1, below: 0.5 },
  optionTitleBytes: 40,
  /** Characters. One client of the API allows 50, another 1,000: what is longer stands in the detail page. */
  noticeValue: 50,
  originName: 30,
} as const;

/** Kinds of certificates: the mall's own number and words. */
export const certificateTypes = {
  "101": "[생활용품] 안전인증",
  "103": "[생활용품] 안전확인",
  "124": "[생활용품] 공급자적합성확인",
  "123": "[생활용품] 어린이보호포장",
  "102": "[전기용품] 안전인증",
  "104": "[전기용품] 안전확인",
  "127": "[전기용품] 공급자적합성확인",
  "132": "[전기용품/생활용품] 상품상세설명 참조",
  "128": "[어린이제품] 안전인증",
  "129": "[어린이제품] 안전확인",
  "130": "[어린이제품] 공급자적합성확인",
  "134": "[어린이제품] 상품상세설명 참조",
  "105": "[방송통신기자재] 적합성평가",
  "135": "[방송통신기자재] 상품상세설명 참조",
  "133": "[생활화학·살생물제품] 자가검사번호",
  "136": "[생활화학·살생물제품] 상품상세설명 참조",
} as const satisfies Record<string, string>;
