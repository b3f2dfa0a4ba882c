import type { SearchEntry } from "#app/services/search/search-index.ts";

/** As they are found on signs and price tags; districts' and goods' names, nobody's shop. */
const places =
  "광장 망원 통인 남대문 경동 중부 방산 약령 신당 황학 영천 인왕 청량리 답십리 자양 화양 뚝도 금남 행당 왕십리 공릉 도깨비 방학 쌍문 수유 장미 길음 돈암 정릉 숭인 장위 석관 이문 회기 면목 사가정 우림 동원 상봉 신내 둔촌 암사 고덕 성내 천호 마천 석촌 방이 문정 잠실 도곡 은마 개포 논현 영동 방배 남성 사당 관악 신원 인헌 봉천 대림 신길 영등포 사러가 문래 구로 가리봉 남구로 고척 개봉 오류 신월 목동 화곡 송화 까치산 방신 공항 월드컵 아현 공덕 마포".split(
    " ",
  );
const manners =
  "수제 전통 국산 3대째 햇 손질 저온 직화 숙성 명품 진짜 착한 옛날 할머니 시골 새벽 유기농 무가당 가마솥 맷돌 A급 백년".split(
    " ",
  );
export const goods =
  "참기름 들기름 떡볶이 어묵 순대 김치 깍두기 총각김치 열무김치 된장 고추장 간장 쌈장 청국장 두부 도토리묵 메밀묵 콩나물 가래떡 인절미 시루떡 송편 백설기 절편 약과 한과 강정 유과 다식 정과 엿 조청 식혜 수정과 매실청 유자청 오미자청 꿀 홍삼 인삼 더덕 도라지 고사리 취나물 곤드레 표고버섯 느타리버섯 목이버섯 마늘 생강 고춧가루 후추 깨소금 미역 다시마 김 멸치 건새우 황태 북어 오징어 젓갈 새우젓 명란젓 낙지젓 고등어 갈치 조기 굴비 전복 홍합 꼬막 소머리국밥 순댓국 갈비탕 육개장 곰탕 족발 보쌈 떡갈비 불고기 육포 소시지 치즈 두유 누룽지 미숫가루 현미 찹쌀 보리 수수 검은콩 팥 녹두 호두 잣 땅콩 밤 대추 곶감 사과 배 복숭아 포도 감귤 수제화 가죽지갑 벨트 모자 한복 두루마기 조끼 이불 베개 방석 보자기 손수건 스카프 나전칠기 도자기 찻잔 접시 뚝배기 놋그릇 수저 도마 칼 부채 한지 등불 액자 인형 목걸이 반지 비누 향초 빗자루 바구니 대나무발 나막신 장독 화분 연필꽂이".split(
    " ",
  );
const families = "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 홍".split(" ");
const signs = "가네 씨네 상회 방앗간 공방 식품 수산 농원 떡집 기름집 상점 유통 제과 반찬 공예".split(" ");

export interface MadeName {
  market: string;
  manner: string;
  good: string;
}

/** `광장시장 수제 참기름`, as many as wanted, the same for the same seed. */
export function* madeNames(count: number, seed = 1): Generator<MadeName> {
  const random = randomNumbers(seed);
  const any = (words: readonly string[]) => words[Math.floor(random() * words.length)] as string;
  for (let made = 0; made < count; made++)
    yield { market: `${any(places)}시장`, manner: any(manners), good: any(goods) };
}

/** Each at a store of its own name. */
export function* madeEntries(count: number, seed = 1): Generator<SearchEntry> {
  const random = randomNumbers(seed + 1);
  let number = 0;
  for (const { market, manner, good } of madeNames(count, seed)) {
    const family = families[Math.floor(random() * families.length)];
    const sign = signs[Math.floor(random() * signs.length)];
    number += 1;
    yield {
      kind: "product",
      id: `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`,
      name: `${market} ${manner} ${good}`,
      also: [`${family}${sign}`],
      isPublic: true,
      districtCode: null,
      storeKind: null,
      categoryKeys: [],
      marketId: null,
      visitable: false,
      openSlots: [],
      foundedYear: null,
      price: null,
      badgeTo: null,
      seasonId: null,
    };
  }
}

/** From 0 to 1, the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
