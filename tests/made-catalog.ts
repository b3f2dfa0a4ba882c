/** Sheets made by rule, whose verdicts are known before anything has read them: each mistake's was written down by hand. */

/** One cell that breaks one rule of the sheet, and what the rule says of it. */
export interface Mistake {
  heading: string;
  text: string;
  field: string;
  code: string;
  severity: "error" | "warning";
}

/** What stands in a good row; every needed column, options, the notice of processed food and what one mall asks. */
export function goodCells(sku: string, number: number): Record<string, string> {
  return {
    상품코드: sku,
    상품명: `저온압착 참기름 ${number}호`,
    카테고리: "가공식품",
    판매가: readings(12_000 + (number % 500) * 10)[number % 5] ?? "12000",
    재고수량: String(number % 300),
    원산지: ["국내산", "국내산(전북 임실)", "경북 예천군", "중국산", "국내산, 중국산"][number % 5] ?? "국내산",
    제조자: "망원 기름집",
    상세설명: "당일 볶은 참깨만 눌러 짜요.",
    사진: "",
    옵션: number % 10 === 0 ? "용량=180ml,350ml" : "",
    옵션재고: number % 10 === 0 ? "180ml=5; 350ml=3" : "",
    옵션추가금: number % 10 === 0 ? "350ml=+6000" : "",
    과세구분: ["과세", "면세", "영세", ""][number % 4] ?? "",
    배송비: number % 3 === 0 ? "3,000" : "",
    인증번호: "",
    태그: "참기름, 선물",
    "고시:제품명": "저온압착 참기름",
    "고시:식품의 유형": "참기름",
    "고시:생산자": "망원 기름집",
    "고시:소재지": "서울특별시 마포구 망원로 1",
    "고시:제조연월일": "주문 후 제조",
    "고시:소비기한 또는 품질유지기한": "제조일로부터 12개월",
    "고시:포장 단위별 내용물의 용량(중량), 수량": "350ml",
    "고시:포장 단위별 수량": "1병",
    "고시:원재료명 및 함량": "참깨 100%",
    "고시:유전자변형식품에 해당하는 경우의 표시": "해당없음",
    "고시:수입식품의 경우 신고 필 유무": "아니오",
    "고시:소비자안전을 위한 주의사항": "직사광선을 피해 주세요.",
    "고시:소비자 상담 관련 전화번호": "02-0000-1234",
    "mall.coupang.개당 수량": "1개",
  };
}

/** The same won as merchants write it. */
function readings(won: number): string[] {
  const parted = won.toLocaleString("en");
  const wide = String(won).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return [String(won), parted, `${parted}원`, `₩${parted}`, wide];
}

const refused = (heading: string, field: string, codes: Record<string, string[]>): Mistake[] =>
  Object.entries(codes).flatMap(([code, texts]) =>
    texts.map((text) => ({ heading, text, field, code, severity: "error" as const })),
  );

const warned = (heading: string, field: string, code: string, text: string): Mistake => {
  return { heading, text, field, code, severity: "warning" };
};

/** Every rule of a column broken at least once. A code that is given twice depends on another row and is not among them. */
export const mistakes: readonly Mistake[] = [
  ...refused("상품코드", "sku", {
    "sku.missing": ["", "  "],
    "sku.unreadable": ["A 1", "A/1", "百-1", "A#1", "가".repeat(31)],
  }),
  ...refused("상품명", "name", {
    "name.missing": ["", "\u3000"],
    "name.unreadable": ["기름".repeat(51), "참기름🌿", "참\u0007기름"],
  }),
  ...refused("카테고리", "category", { "category.missing": [""], "category.unknown": ["먹을 것", "가공식품/참기름"] }),
  ...refused("판매가", "price", {
    "price.missing": [""],
    "price.unreadable": ["12.5", "1만2천", "무료", "2026-11-22", "12,00", "12000~15000", "=6000*2", "삼천원"],
    "price.out_of_range": ["0", "90", "-12,000", "100,000,010", "12,345", "9".repeat(40)],
  }),
  ...refused("재고수량", "stock", {
    "stock.missing": [""],
    "stock.unreadable": ["많음", "1.5", "3개", "품절"],
    "stock.out_of_range": ["-1", "100000"],
  }),
  ...refused("원산지", "origin", { "origin.missing": [""], "origin.unknown": ["공장", "상품 상세 참조", "국산 아님"] }),
  ...refused("제조자", "maker", { "maker.missing": [""], "maker.unreadable": ["집".repeat(101), "망원\u0000기름집"] }),
  ...refused("옵션", "options", { "options.unreadable": ["빨강,파랑", "색상=빨강,빨강", "색상="] }),
  ...refused("옵션재고", "option_stock", { "option_stock.unreadable": ["없는 것=3", "다섯"] }),
  ...refused("옵션추가금", "option_price", { "option_price.unreadable": ["없는 것=+100", "비쌈"] }),
  ...refused("과세구분", "tax", { "tax.unreadable": ["비과세", "O"] }),
  ...refused("배송비", "shipping_fee", { "shipping_fee.unreadable": ["착불", "무료", "-1", "1.5"] }),
  warned("상세설명", "description", "description.sanitised", '<p onclick="x()">좋아요</p><script>alert(1)</script>'),
  warned("상세설명", "description", "cell.formula_error", "#REF!"),
  warned("사진", "photos", "photo.missing", "없는 사진.jpg"),
  warned("태그", "tags", "tags.too_many", "하나,둘,셋,넷,다섯,여섯,일곱,여덟,아홉,열,열하나"),
  warned("고시:수입식품의 경우 신고 필 유무", "notice.importDeclarationCheck", "notice.unreadable", "글쎄요"),
  warned("고시:제조연월일", "notice.packDate", "notice.unreadable", "2026-02-30"),
];

export interface MadeCatalog {
  headings: string[];
  /** Below the headings: the first of them is row 2. */
  rows: string[][];
  /** What an import must say of it. */
  expected: {
    rows: { total: number; accepted: number; refused: number; skipped: number };
    issues: { row: number; field: string; code: string; severity: string }[];
  };
}

/**
 * Good rows with every mistake of the list in turn in each seventh, a code given twice in every fiftieth, and a blank row in every
 * hundredth. @param usable which mistakes the sheet's format can hold
 */
export function makeCatalog(count: number, usable: (mistake: Mistake) => boolean = () => true): MadeCatalog {
  const list = mistakes.filter(usable);
  const headings = Object.keys(goodCells("", 0));
  const rows: string[][] = [];
  const expected: MadeCatalog["expected"] = {
    rows: { total: count, accepted: 0, refused: 0, skipped: 0 },
    issues: [],
  };
  let made = 0;
  for (let number = 1; number <= count; number += 1) {
    const row = number + 1;
    if (number % 100 === 0 && number < count) {
      rows.push([]);
      expected.rows.skipped += 1;
      continue;
    }
    const cells = goodCells(codeOf(number), number);
    let outcome: "accepted" | "refused" = "accepted";
    if (number % 50 === 1 && number > 50) {
      cells.상품코드 = codeOf(number - ((number - 48) % 7 === 0 ? 47 : 48));
      expected.issues.push({ row, field: "sku", code: "sku.repeated", severity: "error" });
      outcome = "refused";
    } else if (number % 7 === 0) {
      const mistake = list[made % list.length];
      made += 1;
      if (mistake) {
        const { heading, text, ...told } = mistake;
        cells[heading] = text;
        expected.issues.push({ row, ...told });
        if (told.severity === "error") outcome = "refused";
      }
    }
    expected.rows[outcome] += 1;
    rows.push(headings.map((heading) => cells[heading] ?? ""));
  }
  return { headings, rows, expected };
}

/** Of a row that is no double. */
export function codeOf(number: number): string {
  return `GEN-${String(number).padStart(6, "0")}`;
}
