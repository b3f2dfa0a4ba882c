import { bySubmission, type Rubric, type Rules } from "./rules.ts";

/** A hundred points: what the programme looks at. The weights are ours; no published ones are known. */
const rubric: Rubric = {
  scale: 5,
  criteria: [
    {
      key: "quality",
      label: { ko: "상품성", en: "Quality" },
      guide: { ko: "만듦새와 마무리, 안전 서류", en: "Make, finish and safety papers" },
      weight: 25,
      restsOn: ["name", "description", "category", "notice", "photos", "kc", "maker", "origin"],
    },
    {
      key: "demand",
      label: { ko: "시장성", en: "Demand" },
      guide: { ko: "찾는 사람이 있고 꾸준히 팔릴지", en: "Whether people look for it and go on buying it" },
      weight: 20,
      restsOn: ["name", "description", "category", "price"],
    },
    {
      key: "distinction",
      label: { ko: "차별성", en: "Distinction" },
      guide: { ko: "내력과 이야기, 디자인", en: "Heritage, story and design" },
      weight: 20,
      restsOn: ["name", "description", "photos", "maker"],
    },
    {
      key: "price",
      label: { ko: "가격경쟁력", en: "Price" },
      guide: { ko: "비슷한 상품의 가장 낮은 값과 견주어", en: "Against the lowest price of what compares" },
      weight: 15,
      restsOn: ["price", "variants", "delivery"],
    },
    {
      key: "online",
      label: { ko: "온라인 적합성", en: "Fit for online" },
      guide: {
        ko: "사진, 포장, 소비기한, 배송, 고시 정보, 판매 뒤 응대",
        en: "Photos, packing, shelf life, delivery, notice, after-sales",
      },
      weight: 20,
      restsOn: ["photos", "description", "notice", "delivery", "variants"],
    },
  ],
  floor: 60,
  bonusMost: 5,
  judgements: 5,
  trimFrom: 5,
  blind: true,
  tieOrder: ["quality", "online", "distinction", bySubmission],
};

/** What a season with a rubric begins with. */
export function defaultRules(places: number): Rules {
  return {
    places,
    dates: { intakeFrom: null, intakeUntil: null, judgingUntil: null, reserveUntil: null },
    rubric,
    gates: ["kind_proof", "domestic", "notice", "malls", "not_recalled"],
    requiredMalls: { all: ["gachi-sapsida"], others: 1 },
    quotas: {},
    reserveSize: 20,
  };
}

/** How a season goes that has no rules of its own: open from start to end, curators choose directly. */
export function withoutRubric(places: number): Rules {
  return { ...defaultRules(places), rubric: null, gates: [], reserveSize: 0 };
}
