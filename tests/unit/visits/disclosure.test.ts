import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { checkDisclosure, contentInput, examples, type PublishedPiece } from "#app/domain/promotion/disclosure.ts";
import { rulesOn, unclearWords } from "#app/domain/promotion/disclosure-rules.ts";

const clear = "가게에서 음식을 무료로 제공받아 적었어요.";

function piece(over: Partial<Omit<PublishedPiece, "content">> & Partial<PublishedPiece["content"]> = {}) {
  const {
    form = "text",
    publishedOn = "2026-12-06",
    benefit = "food",
    title = "통인시장 기름집에 다녀왔어요",
    ...content
  } = over;
  return { form, publishedOn, benefit, title, content: contentInput.parse(content) };
}
const codes = (over: Parameters<typeof piece>[0]) => checkDisclosure(piece(over)).issues.map(({ code }) => code);

describe("the rules of a day", () => {
  it.each([
    ["2020-08-15", "2020-09-01"],
    ["2020-09-01", "2020-09-01"],
    ["2024-11-30", "2020-09-01"],
    ["2024-12-01", "2024-12-01"],
    ["2026-12-06", "2024-12-01"],
  ])("%s is judged by those of %s", (day, version) => {
    expect(rulesOn(day).version).toBe(version);
    expect(checkDisclosure(piece({ publishedOn: day })).rules.version).toBe(version);
  });

  it("let a blog say it at the end until December 2024", () => {
    expect(codes({ publishedOn: "2024-11-30", opening: "고소한 냄새", ending: clear })).toEqual([]);
    expect(codes({ publishedOn: "2024-12-01", opening: "고소한 냄새", ending: clear })).toEqual([
      "disclosure.place_title_or_start",
    ]);
  });

  it("tell what is older than the first of them that it must be corrected too", () => {
    expect(codes({ publishedOn: "2020-08-20", opening: clear })).toEqual(["disclosure.before_rules"]);
    expect(codes({ publishedOn: "2020-08-20" })).toContain("disclosure.missing");
  });

  it("found “may receive” clear enough until December 2024", () => {
    const opening = "이 글은 소정의 수수료를 지급받을 수 있음";
    expect(codes({ publishedOn: "2026-12-06", opening })).toEqual(["disclosure.conditional"]);
  });
});

describe("wording", () => {
  it.each([
    clear,
    "[광고] 통인시장 기름집",
    "#협찬",
    "유료 광고 포함",
    "이 글은 원고료를 받고 썼습니다",
    "제품을 협찬받았어요",
    "원고료를 받았지만 거짓 없이 적었어요",
    "음식을 제공받아 솔직하게 쓴 글이에요",
    "이 글은 가게에서 제공된 음식이 아니라 식사를 지원받아 적었어요",
    "업체에서 제품을 무상으로 제공해 주셨어요",
    "내돈내산이 아니에요, 음식을 협찬받았어요",
    "파트너스 활동으로 일정액의 수수료를 제공받습니다",
  ])("%s is clear", (opening) => expect(codes({ opening })).toEqual([]));

  it.each([
    ["체험단으로 다녀왔어요", "체험단"],
    ["홍보성 글이에요", "홍보성 글"],
    ["AD", "AD"],
    ["Collaboration with 기름집", "Collaboration"],
    ["Thanks to 기름집", "Thanks to"],
    ["파트너예요", "Partnership"],
    ["앰배서더 나리", "Ambassador"],
  ])("%s does not tell it", (opening, word) => {
    const { issues } = checkDisclosure(piece({ opening }));
    expect(issues).toMatchObject([{ code: "disclosure.unclear_word", params: { word } }]);
  });

  it.each([
    "협찬 없이 제 돈으로 샀어요",
    "광고 아님",
    "광고 없는 솔직한 후기",
    "광고 하나 없는 글",
    "협찬 1도 없이 썼어요",
    "협찬 받은 적 없어요",
    "협찬받은 글이 아니에요",
    "대가를 받지 않았어요",
    "내돈내산이에요",
  ])("%s denies it", (opening) => expect(codes({ opening })).toEqual(["disclosure.missing"]));

  it.each([
    "주차장을 무료로 이용할 수 있어요",
    "주차는 무료로 이용하고 나왔어요",
    "반찬이 제공되는 집이에요",
    "아침마다 차가 제공됩니다",
    "주문한 음식을 받아 자리에 앉았어요",
    "주차 비용을 받고 있어요",
    "광고 촬영지로 알려진 골목이에요",
  ])("%s tells of the store, not of its writer", (opening) => {
    expect(codes({ opening })).toEqual(["disclosure.missing"]);
  });

  it.each([
    ["I paid 5,000 won for it", false],
    ["We paid for our own meal", false],
    ["We got our food quickly", false],
    ["Gluten free food for everyone", false],
    ["This post is not sponsored", false],
    ["Paid partnership with the mill", true],
    ["I was paid for this review", true],
    ["I could not resist: I received a complimentary meal", true],
    ["The oil was given to me by the store", true],
  ])("in English, %s: %s", (opening, passes) => {
    expect(codes({ title: "An oil mill in Seoul", opening }).length === 0).toBe(passes);
  });

  it("is in the language of the content", () => {
    const english = "Sponsored: I received a free meal.";
    expect(codes({ title: "An oil mill in Seoul", opening: english })).toEqual([]);
    expect(codes({ opening: english })).toEqual(["disclosure.other_language"]);
  });

  it.each(["food", "goods", "fee"] as const)("our own example for %s passes in both languages", (benefit) => {
    expect(codes({ benefit, opening: examples[benefit].ko })).toEqual([]);
    expect(codes({ benefit, title: "A mill", opening: examples[benefit].en })).toEqual([]);
  });

  test("no unclear word passes by itself, in any place", () => {
    const places = fc.constantFrom("opening", "ending", "inPhotos", "tags");
    const words = fc.constantFrom("체험단", "홍보성 글", "서포터즈", "AD", "Collaboration", "Thanks to", "파트너십");
    fc.assert(
      fc.property(words, places, (word, place) => {
        expect(codes({ [place]: word, everyPhoto: true })).not.toEqual([]);
      }),
    );
    expect(unclearWords.length).toBeGreaterThan(10);
  });
});

describe("places", () => {
  it("of a blog post are the title or the beginning", () => {
    expect(codes({ title: "[협찬] 기름집" })).toEqual([]);
    expect(codes({ hidden: clear })).toEqual(["disclosure.hidden"]);
    expect(codes({ tags: `맛집 ${clear.replaceAll(" ", "")}` })).toEqual(["disclosure.hidden"]);
  });

  it("of photos are every picture, the first line or the first tag", () => {
    expect(codes({ form: "photos", inPhotos: clear, everyPhoto: true })).toEqual([]);
    expect(codes({ form: "photos", inPhotos: clear })).toEqual(["disclosure.place_photos"]);
    expect(codes({ form: "photos", tags: "#광고 #기름집" })).toEqual([]);
    expect(codes({ form: "photos", tags: "#기름집 #광고" })).toEqual(["disclosure.hidden"]);
  });

  it("of a film are the title, or its start, its end and again and again", () => {
    const whole = { videoStart: true, videoEnd: true, videoRepeated: true };
    expect(codes({ form: "video", inVideo: clear, ...whole })).toEqual([]);
    expect(codes({ form: "video", inVideo: clear, ...whole, videoEnd: false })).toEqual(["disclosure.place_video"]);
    expect(codes({ form: "video", opening: clear })).toEqual(["disclosure.place_video"]);
    expect(codes({ form: "video", title: "[유료 광고] 기름집" })).toEqual([]);
  });

  it("of a live show come every five minutes", () => {
    expect(codes({ form: "live", inVideo: clear, everyFiveMinutes: true })).toEqual([]);
    expect(codes({ form: "live", inVideo: clear })).toEqual(["disclosure.place_live"]);
  });
});

it("asks for a statement where nothing was given, and for nothing else", () => {
  expect(codes({ benefit: "none" })).toEqual(["disclosure.statement_missing"]);
  expect(codes({ benefit: "none", nothingGiven: true })).toEqual([]);
});

it("gives the same answer to the same content, whatever it holds", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.constantFrom("text", "photos", "video", "live"),
      (a, b, form) => {
        const given = piece({ form: form as "text", title: a || "제목", opening: b });
        expect(checkDisclosure(given)).toEqual(checkDisclosure(given));
      },
    ),
  );
});
