import fc from "fast-check";
import { expect, test } from "vitest";
import { readOptions, withPriceDeltas, withStocks } from "#app/domain/intake/options.ts";

const variants = readOptions("색상=빨강,파랑; 크기=S,M") ?? [];

test("every combination is a variant", () => {
  expect(variants.map(({ key }) => key)).toEqual(["빨강/S", "빨강/M", "파랑/S", "파랑/M"]);
  expect(variants[1]).toEqual({
    key: "빨강/M",
    options: [
      { name: "색상", value: "빨강" },
      { name: "크기", value: "M" },
    ],
    priceDelta: 0,
    stock: null,
  });
});

test.each([
  "색상＝빨강，파랑；크기＝S，M",
  " 색상 = 빨강 , 파랑 ;\n크기=S,M; ",
  "색상=빨강,파랑;크기=S,M".normalize("NFD"),
])("%j is the same", (text) => {
  expect(readOptions(text)).toEqual(variants);
});

test.each([
  "빨강",
  "=빨강",
  "색상=",
  "색상=빨강,,파랑",
  "색상=빨강,빨강",
  "색상=빨강;색상=파랑",
  "색상=빨강 크기=S",
  ";",
  "가=a/b,a; 나=c,b/c",
])("options %j cannot be read", (text) => expect(readOptions(text)).toBeNull());

test("more than a thousand combinations cannot be read", () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => index).join();
  expect(readOptions(`가=${many(10)};나=${many(10)};다=${many(10)}`)).toHaveLength(1000);
  expect(readOptions(`가=${many(100)};나=${many(100)};다=${many(100)};라=${many(100)}`)).toBeNull();
});

test("stocks are said by variant, those not said stay open", () => {
  const stocked = withStocks(variants, "빨강/S=5; 파랑 / M = 1,000");
  expect(stocked?.map(({ stock }) => stock)).toEqual([5, null, null, 1000]);
});

test("differences of price", () => {
  const deltas = withPriceDeltas(variants, "빨강/M=+1000; 파랑/S=-500원\n파랑/M=₩2,000", 10_000);
  expect(deltas?.map(({ priceDelta }) => priceDelta)).toEqual([0, 1000, -500, 2000]);
});

test.each([
  "초록/S=1",
  "빨강=1",
  "빨강/S",
  "빨강/S=많음",
  "빨강/S=-1",
  "빨강/S=100000",
  "빨강/S=1;빨강/S=2",
  "빨강/S=1, 빨강/M=2",
  ";",
])("stocks %j cannot be read", (text) => expect(withStocks(variants, text)).toBeNull());

test.each(["빨강/S=비쌈", "빨강/S=++10", "초록/S=+10", "빨강/S=-10000"])("differences %j cannot be read", (text) => {
  expect(withPriceDeltas(variants, text, 10_000)).toBeNull();
});

test("what is written is what is read", () => {
  const word = fc.stringMatching(/^[가-힣A-Za-z0-9]{1,5}$/);
  const options = fc.uniqueArray(fc.tuple(word, fc.uniqueArray(word, { minLength: 1, maxLength: 4 })), {
    minLength: 1,
    maxLength: 3,
    selector: ([name]) => name,
  });
  fc.assert(
    fc.property(options, fc.nat(99_999), (list, stock) => {
      const read = readOptions(list.map(([name, values]) => `${name}=${values.join(",")}`).join("; ")) ?? [];
      expect(read).toHaveLength(list.reduce((count, [, values]) => count * values.length, 1));
      const said = read.map(({ key }) => `${key}=${stock}`).join(";");
      expect(withStocks(read, said)?.every((one) => one.stock === stock)).toBe(true);
    }),
  );
});
