import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { buildPage, type PageBlock } from "#app/domain/detail-page/build-page.ts";
import { pageHtml, slicesHtml } from "#app/domain/detail-page/page-html.ts";
import { detailTemplates, templateOf } from "#app/domain/detail-page/templates.ts";
import { pageAddress } from "#app/domain/picture/page-address.ts";
import { readyProduct, readyStore } from "#tests/malls/ready-product.ts";
import { drawPage } from "#workers/images/detail-page/draw-page.ts";
import { breakLines, cutSlices, type Layout } from "#workers/images/detail-page/lay-out.ts";

const kinds = (blocks: PageBlock[]) =>
  blocks.map((block) => ("text" in block ? `${block.kind} ${block.text}` : block.kind));

describe("a detail page", () => {
  it("tells in the order of its template, and always ends with the disclosure", () => {
    const product = readyProduct();
    const title = `title ${product.name}`;
    const [story, photos, plain] = detailTemplates.map((template) => kinds(buildPage(product, template)));
    expect(story?.slice(0, 6)).toEqual([
      title,
      "heading 가게 이야기",
      `paragraph ${readyStore.story}`,
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
      { ...recipe, maximumHeight: 4_000 },
    ];
    expect(new Set([recipe, ...others].map(pageAddress)).size).toBe(5);
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
        const layout: Layout = { width: 860, height: y, rows };
        const slices = cutSlices(layout, maximum);
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

describe("a drawn page", () => {
  const photo = () =>
    sharp({ create: { width: 860, height: 600, channels: 3, background: "#b23a24" } })
      .jpeg()
      .toBuffer();

  it("is JPEG of the asked width, the same each time, with the photo where it belongs", async () => {
    const order = {
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
    expect(at(5, 5).every((value) => value > 240)).toBe(true);
  });

  it("sets every syllable of CP949's extension and Hanja with a sign of its own, and leaves out what has none", async () => {
    const draw = async (name: string) => {
      const blocks: PageBlock[] = [{ kind: "title", text: name, store: "가게" }];
      const [slice] = await drawPage({ blocks, photos: [], width: 860, maximumHeight: 2_000, maximumBytes: 1e7 });
      return slice?.bytes.toString("base64");
    };
    const drawn = await Promise.all(["똠", "펲", "쓩", "國", "產", "藥"].map(draw));
    expect(new Set(drawn).size).toBe(6);
    for (const alien of ["🙂", "❤", "✔", "ก", "अ", "ع", "\u200d"]) {
      expect(await draw(`참기름${alien}`), alien).toBe(await draw("참기름"));
    }
    expect(await draw("참기름®")).not.toBe(await draw("참기름"));
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
    const order = { blocks: [{ kind: "photo", index: 0 } as const], photos: [noise], width: 860, maximumHeight: 2_000 };
    const [free] = await drawPage({ ...order, maximumBytes: 1e7 });
    const limit = Math.round((free?.bytes.length ?? 0) * 0.7);
    const [small] = await drawPage({ ...order, maximumBytes: limit });
    expect(small?.bytes.length).toBeLessThanOrEqual(limit);
  });
});
