import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { buildPage, type PageBlock } from "#app/domain/detail-page/build-page.ts";
import { findLostSigns } from "#app/domain/detail-page/find-lost-signs.ts";
import { pageHtml, slicesHtml } from "#app/domain/detail-page/page-html.ts";
import { sealRows } from "#app/domain/detail-page/seal-rows.ts";
import { detailTemplates, templateOf } from "#app/domain/detail-page/templates.ts";
import { issue } from "#app/domain/issue/issue.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { pageAddress } from "#app/domain/picture/page-address.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { readyProduct, readyStore } from "#tests/malls/ready-product.ts";
import { cutSlices } from "#workers/images/detail-page/cut-slices.ts";
import { drawPage } from "#workers/images/detail-page/draw-page.ts";
import { type Layout, layOut, type Piece } from "#workers/images/detail-page/lay-out.ts";
import { balanceLines, breakLines } from "#workers/images/detail-page/lines.ts";
import { quietestRow } from "#workers/images/detail-page/quietest-row.ts";

const kinds = (blocks: PageBlock[]) =>
  blocks.map((block) => ("text" in block ? `${block.kind} ${block.text}` : block.kind));

describe("a detail page", () => {
  it("tells in the order of its template, and always ends with the disclosure", () => {
    const product = readyProduct();
    const title = `title ${product.name}`;
    const [story, photos, plain] = detailTemplates.map((template) => kinds(buildPage(product, template)));
    expect(story?.slice(0, 7)).toEqual([
      title,
      "heading 가게 이야기",
      "lead 1971년부터 망원시장 한자리에서 참기름을 짜 왔습니다.",
      "paragraph 그날 볶은 깨는 그날 짭니다.",
      "photo",
      "description",
      "photo",
    ]);
    expect(photos?.slice(0, 4)).toEqual(["photo", title, "photo", "description"]);
    expect(plain?.slice(0, 4)).toEqual([title, "description", "photo", "photo"]);
    for (const blocks of [story, photos, plain]) {
      expect(blocks?.slice(-4)).toEqual(["heading 상품 정보", "facts", "heading 상품정보제공고시", "facts"]);
    }
  });

  it("has the template that suits the product, until the merchant chooses one", () => {
    expect(templateOf(readyProduct())).toBe("story");
    expect(templateOf(readyProduct({ store: { ...readyStore, story: " " } }))).toBe("photos");
    expect(templateOf(readyProduct({ store: { ...readyStore, story: "" }, photos: [] }))).toBe("plain");
    expect(templateOf(readyProduct({ detailTemplate: "plain" }))).toBe("plain");
  });

  it("names what stands in a field's place as the field", () => {
    const facts = buildPage(readyProduct()).flatMap((block) => (block.kind === "facts" ? block.rows : []));
    expect(facts).toContainEqual({ label: "제조연월일", value: "주문 후 제조" });
    expect(facts).toContainEqual({ label: "원산지", value: "국내산" });
    expect(facts.every(({ label }) => !label.includes("직접 입력"))).toBe(true);
  });

  it("says a day and a month as they are said in Korea", () => {
    const product = readyProduct();
    const { fields } = noticeOf(product.categoryKey);
    const day = fields.find(({ kind }) => kind === "date");
    if (!day) throw new Error("the product's notice asks for a day");
    const factsOf = (value: string) =>
      buildPage({ ...product, notice: { ...product.notice, [day.key]: value } }).flatMap((block) =>
        block.kind === "facts" ? block.rows : [],
      );
    expect(factsOf("2026-11-02")).toContainEqual({ label: day.labelKo, value: "2026년 11월 2일" });
    expect(factsOf("2026-11")).toContainEqual({ label: day.labelKo, value: "2026년 11월" });
    expect(factsOf("포장지에 적혀 있음")).toContainEqual({ label: day.labelKo, value: "포장지에 적혀 있음" });
  });

  it("says where the store is, and shows a badge while a designation holds", () => {
    const titleOf = (store: Partial<typeof readyStore>) =>
      buildPage(readyProduct({ store: { ...readyStore, ...store } })).find(({ kind }) => kind === "title");
    expect(titleOf({})).toMatchObject({
      about: ["서울 마포구", "망원시장", "1971년부터"],
      badge: "백년가게 지정 · 2029년 2월 28일까지",
    });
    expect(titleOf({ designatedUntil: null, foundedYear: null, place: ["서울 중구"] })).toMatchObject({
      about: ["서울 중구"],
      badge: null,
    });
  });

  it("cuts a store's name as a seal, in words or in even rows, unless it is too long to be read", () => {
    const seals = ["망원 참기름집", "은행나무", "두부집", "떡", "(주)우리농산물유통", "Baekseon Craft"].map(sealRows);
    expect(seals).toEqual([
      ["망원", "참기름집"],
      ["은행", "나무"],
      ["두", "부", "집"],
      ["떡"],
      ["우리농", "산물유통"],
      null,
    ]);
    expect(sealRows("아주아주긴이름의협동조합연합회")).toBeNull();
    expect(sealRows("🙂")).toBeNull();
  });

  it("tells which signs a drawn page leaves out, each once, and nothing of emoji and letters that it has", () => {
    const lost = (name: string) => findLostSigns(buildPage(readyProduct({ name })));
    expect(lost("참기름 🌾❤✔👨‍🌾🇰🇷👍🏽 똠 國內産 ①★℃½™ Ünï Ж α")).toEqual([]);
    expect(lost("ก참기름กع")).toMatchObject([
      { code: "detail.signs_lost", severity: "warning", params: { signs: "ก ع", count: 2 } },
    ]);
    expect(sayIssue("ko", lost("กข")[0] ?? issue("detail.signs_lost"))).toContain("ก ข");
  });

  it("holds the words under its photos", () => {
    const photos = readyProduct().photos.map((photo, index) => ({ ...photo, caption: index === 1 ? "무쇠 <솥>" : "" }));
    const html = pageHtml(buildPage(readyProduct({ photos })), [
      "https://mall.example/1.jpg",
      "https://mall.example/2.jpg",
    ]);
    expect(html).toContain(
      '<img src="https://mall.example/2.jpg" alt="무쇠 &#60;솥&#62;"></p><p>무쇠 &#60;솥&#62;</p>',
    );
  });

  it("as HTML escapes what people wrote, and holds no picture but ours", () => {
    const evil = `<script>alert("x")</script>&'`;
    const product = readyProduct({
      name: evil,
      description: '<p>좋아요<img src="https://other.example/x.jpg"></p>',
      store: { ...readyStore, story: evil.repeat(3) },
    });
    const html = pageHtml(buildPage(product), ["https://mall.example/1.jpg"]);
    expect(html).not.toContain("<script");
    expect(html).not.toContain("other.example");
    expect(html.match(/<img /g)).toHaveLength(1);
    expect(slicesHtml(["https://mall.example/1.jpg"], evil)).not.toContain("<script");
  });

  it("has another address for another word, photo, width or limit", () => {
    const recipe = {
      template: "story" as const,
      blocks: buildPage(readyProduct()),
      photos: ["a", null],
      width: 860,
      maximumHeight: 5_000,
      maximumBytes: 1,
    };
    const others = [
      { ...recipe, blocks: buildPage(readyProduct({ name: "다른 이름" })) },
      { ...recipe, photos: ["a", "b"] },
      { ...recipe, width: 780 },
      { ...recipe, template: "plain" as const },
      { ...recipe, maximumHeight: 4_000 },
    ];
    expect(new Set([recipe, ...others].map(pageAddress)).size).toBe(6);
    expect(pageAddress({ ...recipe })).toBe(pageAddress(recipe));
  });
});

describe("lines", () => {
  const measure = (text: string) => [...text].length * 10;

  it("are broken between words, and inside a word only where it is longer than a line", () => {
    expect(breakLines("아침에 볶은 참깨로 짭니다", 80, measure)).toEqual(["아침에 볶은", "참깨로 짭니다"]);
    expect(breakLines("가나다라마바사 아", 40, measure)).toEqual(["가나다라", "마바사", "아"]);
    expect(breakLines("첫 줄\n둘째 줄\n\n", 200, measure)).toEqual(["첫 줄", "둘째 줄"]);
  });

  it("leave no short word alone at the end, and headings are as long as one another", () => {
    expect(breakLines("하나 둘셋 넷다섯 열", 100, measure)).toEqual(["하나 둘셋", "넷다섯 열"]);
    expect(balanceLines("저온압착 참기름 두 병 선물", 130, measure)).toEqual(["저온압착 참기름", "두 병 선물"]);
    expect(balanceLines("참기름", 130, measure)).toEqual(["참기름"]);
    expect(breakLines("원재료명(「농수산물의", 80, measure)).toEqual(["원재료명", "(「농수산물의"]);
  });

  it("of headings lose no word, and are no more and no wider than others", () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom(..."가나다라"), minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 40 }), (given, letters) => {
        const width = (part: string) => [...part].length;
        const lines = balanceLines(given.join(" "), letters, width);
        expect(lines.join("").replace(/ /g, "")).toBe(given.join(""));
        expect(lines.length).toBeLessThanOrEqual(breakLines(given.join(" "), letters, width).length);
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(letters);
      }),
    );
  });

  it("lose no letter, and none is too wide", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 3, max: 40 }), (text, letters) => {
        const width = (part: string) => [...new Intl.Segmenter("ko").segment(part)].length;
        const lines = breakLines(text, letters, width);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(letters);
      }),
    );
  });
});

describe("slices", () => {
  it("follow one another without a gap, none too high, cut between rows unless one alone is higher", () => {
    const heights = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 300, max: 1_000 }), (given, maximum) => {
        let y = 0;
        const rows = given.map((height) => {
          const row = { y, height, pieces: [] };
          y += height;
          return row;
        });
        const layout: Layout = { width: 860, height: y, bands: [], rows };
        const slices = cutSlices(layout, maximum, (_, from, to) => Math.round((from + to) / 2));
        let at = 0;
        for (const { top, height } of slices) {
          expect(top).toBe(at);
          expect(height).toBeGreaterThan(0);
          expect(height).toBeLessThanOrEqual(maximum);
          at += height;
        }
        expect(at).toBe(y);
        for (const { top } of slices.slice(1)) {
          const cut = rows.find((row) => row.y < top && row.y + row.height > top);
          if (cut) expect(cut.height).toBeGreaterThan(maximum);
        }
      }),
    );
  });
});

describe("a layout", () => {
  const measure = (text: string, { size }: { size: number }) =>
    [...text].reduce((sum, sign) => sum + (/\p{Script=Hangul}/u.test(sign) ? size : size / 2), 0);
  const end = (piece: Piece, width: number): number => {
    switch (piece.kind) {
      case "text":
        return piece.x + measure(piece.text, piece.letter) / (piece.align === "centre" ? 2 : 1);
      case "mark":
        return piece.x + piece.size;
      case "photo":
      case "box":
      case "seal":
        return piece.x + Math.min(piece.width, width);
    }
  };

  it("keeps every piece on the page and in its row, at both widths and in every template", () => {
    const photos = [{ width: 860, height: 3_000 }, { width: 300, height: 200 }, null];
    for (const width of [860, 780]) {
      for (const template of detailTemplates) {
        const long = {
          ...readyStore,
          name: "아주아주 긴 이름의 협동조합 연합회",
          place: ["서울 마포구", "망원시장 앞 골목"],
        };
        for (const store of [readyStore, long, { ...readyStore, name: "Baekseon", designatedUntil: null }]) {
          const product = readyProduct({ store, name: "긴 이름의 상품 ".repeat(7).trim() });
          const layout = layOut(buildPage(product, template), { template, width, measure, photos });
          let y = 0;
          for (const row of layout.rows) {
            expect(row.y).toBeGreaterThanOrEqual(y);
            y = row.y + row.height;
            for (const piece of row.pieces) {
              expect(piece.x).toBeGreaterThanOrEqual(0);
              expect(end(piece, width), JSON.stringify(piece)).toBeLessThanOrEqual(width);
              if (piece.kind === "text") {
                expect(piece.top + piece.lineHeight).toBeLessThanOrEqual(row.height);
                expect(piece.text).not.toBe("");
              }
            }
          }
          expect(layout.height).toBeGreaterThanOrEqual(y);
        }
      }
    }
  });

  it("finds the quietest row of a picture, and of equal ones the lowest", () => {
    const width = 40;
    const height = 100;
    const data = new Uint8ClampedArray(width * height * 4).fill(255);
    const scribble = (from: number, to: number) => {
      for (let y = from; y < to; y += 1) {
        for (let x = 0; x < width; x += 1)
          data.fill((x * 97 + y * 31) % 256, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    };
    expect(quietestRow({ data, width, height })).toBe(99);
    scribble(0, 30);
    scribble(60, 100);
    const quiet = quietestRow({ data, width, height });
    expect(quiet).toBeGreaterThan(35);
    expect(quiet).toBeLessThan(60);
  });
});

describe("a drawn page", () => {
  const photo = () =>
    sharp({ create: { width: 860, height: 600, channels: 3, background: "#b23a24" } })
      .jpeg()
      .toBuffer();

  it("is JPEG of the asked width, the same each time, with the photo where it belongs", async () => {
    const order = {
      template: "photos" as const,
      blocks: buildPage(readyProduct({ name: "똠방각하 펲시 國內産 🙂" }), "photos"),
      photos: [await photo(), null],
      width: 780,
      maximumHeight: 900,
      maximumBytes: 3_000_000,
    };
    const [once, again] = [await drawPage(order), await drawPage(order)];
    expect(once.length).toBeGreaterThan(1);
    expect(again.map(({ bytes }) => bytes.toString("base64"))).toEqual(
      once.map(({ bytes }) => bytes.toString("base64")),
    );
    for (const { bytes, width, height } of once) {
      const metadata = await sharp(bytes).metadata();
      expect(metadata).toMatchObject({ format: "jpeg", width: 780, height });
      expect(metadata.exif ?? metadata.xmp ?? metadata.iptc).toBeUndefined();
      expect(width).toBe(780);
      expect(height).toBeLessThanOrEqual(900);
    }
    const first = once[0]?.bytes ?? Buffer.alloc(0);
    const { data, info } = await sharp(first).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)];
    const [red = 0, green = 0] = at(390, 300);
    expect([red > 150, green < 90]).toEqual([true, true]);
    expect(at(5, 600).every((value) => value > 240)).toBe(true);
  });

  it("sets every syllable of CP949's extension and Hanja with a sign of its own, and leaves out what has none", async () => {
    const draw = async (name: string) => {
      const blocks: PageBlock[] = [{ kind: "title", text: name, store: "가게", about: [], badge: null }];
      const limits = { width: 860, maximumHeight: 2_000, maximumBytes: 1e7 };
      const [slice] = await drawPage({ template: "story", blocks, photos: [], ...limits });
      return slice?.bytes.toString("base64");
    };
    const drawn = await Promise.all(["똠", "펲", "쓩", "國", "產", "藥"].map(draw));
    expect(new Set(drawn).size).toBe(6);
    const plain = await draw("참기름");
    for (const alien of ["ก", "अ", "ع", "\u200d", "\ufe0f"]) expect(await draw(`참기름${alien}`), alien).toBe(plain);
    const marks = await Promise.all(["®", "🙂", "❤", "✔", "🌾"].map((mark) => draw(`참기름${mark}`)));
    expect(new Set([plain, ...marks]).size).toBe(6);
  });

  it("lowers its quality until it is small enough", async () => {
    const noise = await sharp({
      create: {
        width: 860,
        height: 860,
        channels: 3,
        background: "#888",
        noise: { type: "gaussian", mean: 128, sigma: 60 },
      },
    })
      .jpeg({ quality: 95 })
      .toBuffer();
    const blocks: PageBlock[] = [{ kind: "photo", index: 0, caption: "" }];
    const order = { template: "photos" as const, blocks, photos: [noise], width: 860, maximumHeight: 2_000 };
    const [free] = await drawPage({ ...order, maximumBytes: 1e7 });
    const limit = Math.round((free?.bytes.length ?? 0) * 0.7);
    const [small] = await drawPage({ ...order, maximumBytes: limit });
    expect(small?.bytes.length).toBeLessThanOrEqual(limit);
  });
});
