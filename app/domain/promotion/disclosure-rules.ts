/** Where a disclosure may stand in each form of content. */
export type DisclosurePlace =
  | "title_or_start"
  | "start_or_end"
  | "every_photo_or_first_line_or_first_tag"
  | "title_or_start_end_and_repeated"
  | "every_five_minutes";

export interface DisclosureRules {
  /** The first day on which they hold, which is also their name. */
  version: string;
  /** For text of a blog or a café; live shows and the others did not change. */
  text: Extract<DisclosurePlace, "title_or_start" | "start_or_end">;
  /** Whether “may receive” is told to be unclear. */
  refusesConditional: boolean;
  source: string;
}

/**
 * The Fair Trade Commission's guideline on endorsements (추천·보증 등에 관한 표시·광고 심사지침), version by version. Its guide of December
 * 2025 explains the rules of 2024 and changes no place or wording; a version said to hold from 2026-06-01 has not been read.
 */
export const disclosureRules: readonly DisclosureRules[] = [
  {
    version: "2020-09-01",
    text: "start_or_end",
    refusesConditional: false,
    source: "https://dmktnews.com/news/3878",
  },
  {
    version: "2024-12-01",
    text: "title_or_start",
    refusesConditional: true,
    source: "http://bizguardian.kr/news/article.html?no=43739",
  },
];

/** The rules that hold for what was published on a day (`2026-12-05`). What is older than all of them must meet the first. */
export function rulesOn(day: string): DisclosureRules {
  const [first] = disclosureRules as [DisclosureRules];
  return disclosureRules.findLast(({ version }) => version <= day) ?? first;
}

/**
 * What the guideline takes for clear, by language; a word of them in a sentence is enough. Each tells that its writer was given
 * something: a car park that is free and side dishes that are served do not.
 */
export const clearWords: Record<"ko" | "en", readonly RegExp[]> = {
  ko: [
    /[[(【<]\s*(유료\s*)?(광고|협찬)\s*[\])】>]|^\s*#(유료\s*)?(광고|협찬)(\s|$)|^\s*(유료\s*)?(광고|협찬)\s*($|[|:·-])|(유료|협찬)\s*광고|광고\s*포함|광고(입니다|이에요|예요|임)/,
    /협찬\S*\s*(받|지원|제공)/,
    /(제공|지원|지급|증정|초대)\s*(을|를)?\s*받/,
    /(음식|식사|제품|상품|체험권|원고료|비용|재료)(을|를|이|가)?\s*((무료|무상으)로\s*)?(제공|지원|지급|증정)\s*(됐|된|되었|하여\s*주|해\s*주)/,
    /(원고료|수수료|대가|소정의\s*\S+)(을|를)?\s*(받았|받아\s|받고\s|받은|받습니다|받음)/,
    /(무료|무상으)로\s*(먹었|먹고|받았|받고|받아|받은|이용했|이용하고\s*(썼|쓴|쓰|적)|체험했|체험하고)/,
  ],
  en: [
    /\b(sponsored|gifted)\b(?!\s+by\s+(myself|me)\b)/i,
    /\b(paid|commercial)\s+(ad|ads|advert\w*|partnership|promotion|collaboration|review|post|content|sponsorship)\b/i,
    /\b(was|were|been|am|got|get)\s+paid\b/i,
    /\b(received?|got|given|provided|offered|invited)\b.{0,60}\b(free|complimentary|fee|payment|at no (cost|charge))\b/i,
    /\b(received|given|provided)\b.{0,60}\b(by|from) the (store|shop|owner|maker|brand|company|restaurant|market)\b/i,
    /\b(free|complimentary)\b.{0,20}\b(meal|food|products?|goods|samples?)\b.{0,30}\b(provided|received|given|gifted)\b/i,
  ],
};

/** What does not tell that something was given. */
export const unclearWords: readonly { word: string; pattern: RegExp }[] = [
  { word: "체험단", pattern: /체험단/ },
  { word: "홍보성 글", pattern: /홍보성\s*글/ },
  { word: "정보성·홍보성 글", pattern: /정보성/ },
  { word: "이 글은 홍보", pattern: /홍보/ },
  { word: "서포터즈", pattern: /서포터즈/ },
  { word: "선물", pattern: /선물/ },
  { word: "숙제", pattern: /숙제/ },
  { word: "일주일 체험", pattern: /체험(?!단)/ },
  { word: "AD", pattern: /(^|[^A-Za-z])AD([^A-Za-z]|$)/i },
  { word: "PR", pattern: /(^|[^A-Za-z])PR([^A-Za-z]|$)/ },
  { word: "Collaboration", pattern: /collabo/i },
  { word: "콜라보", pattern: /콜라보|컬래버/ },
  { word: "Partnership", pattern: /partner(ship)?|파트너/i },
  { word: "Thanks to", pattern: /thanks?\s*to/i },
  { word: "spon", pattern: /(^|[^A-Za-z])sp(on)?([^A-Za-z]|$)/i },
  { word: "Ambassador", pattern: /ambassador|앰배서더/i },
];

/** Leaves open whether anything was given. */
export const conditionalWords: readonly { word: string; pattern: RegExp }[] = [
  { word: "받을 수 있음", pattern: /(받|지급|제공|발생)\S*\s*수\s*(도\s*)?있/ },
  { word: "may receive", pattern: /\b(may|might|could)\s+(receive|earn|get|be\s+paid)/i },
];
