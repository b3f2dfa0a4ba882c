import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import iconv from "iconv-lite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { program } from "#app/domain/account/actor.ts";
import { loadMarkets } from "#app/domain/market/load-markets.ts";
import type { Database } from "#app/services/database/database.ts";
import { openSheet } from "#app/services/sheets/open-sheet.ts";
import { testDatabase } from "#tests/database.ts";

const headings =
  "시장명,시장유형,소재지도로명주소,소재지지번주소,시장개설주기,위도,경도,점포수,취급품목,사용가능상품권,홈페이지주소,공중화장실보유여부,주차장보유여부,개설연도,전화번호,데이터기준일자,제공기관코드,제공기관명";
const line = (name: string, road: string, lot: string, homePage = "") =>
  `${name},상설장,${road},${lot},매일,37.55,126.98,10,농산물+신발,,${homePage},Y,N,1970,02-123-4567,2024-11-04,B0,기관`;
const lines = [
  headings,
  line("가온시장", "서울특별시 종로구 종로 1", "서울특별시 종로구 종로1가 1"),
  line("나래시장", "서울특별시 동작구상도로102", "서울특별시 동작구 상도동 1"),
  line("다솜시장", "서울특별시 시장로 1", "", "www.dasom.kr"),
  line("라온시장", "", "부산광역시 북구 덕천동 1"),
  line("", "서울특별시 중구 1", ""),
  line("가온시장", "서울특별시 종로구 종로 1", ""),
  line("똠방시장", "경기도 고양시 1", ""),
];

let folder: string;
let file: string;
let database: Database;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baekseon-markets-"));
  file = join(folder, "markets.csv");
  await writeFile(file, iconv.encode(`${lines.join("\r\n")}\r\n`, "cp949"));
  ({ client: database, url } = await testDatabase({ untilTestEnds: true }));
});
afterEach(() => rm(folder, { recursive: true }));

const load = async () => loadMarkets(database, program, await openSheet({ path: file, name: "markets.csv" }));

test("every row is loaded or refused, and every row of Seoul is placed or to be looked at", async () => {
  const { issues, ...counts } = await load();
  expect(counts).toEqual({
    read: 7,
    loaded: 5,
    repaired: 2,
    refused: 2,
    seoul: {
      read: 5,
      placed: 2,
      lookAt: [
        { row: 4, name: "다솜시장", code: "market.district_unknown" },
        { row: 6, name: "", code: "market.name_missing" },
        { row: 7, name: "가온시장", code: "market.repeated" },
      ],
    },
  });
  expect(issues.map(({ issue }) => issue.path.row)).toEqual([3, 4, 4, 5, 6, 7]);
  expect(
    await database.market.findMany({ orderBy: { name: "asc" }, select: { name: true, districtCode: true } }),
  ).toEqual([
    { name: "가온시장", districtCode: "11110" },
    { name: "나래시장", districtCode: "11590" },
    { name: "다솜시장", districtCode: null },
    { name: "똠방시장", districtCode: null },
    { name: "라온시장", districtCode: null },
  ]);
});

test("the same file again changes nothing, and keeps the district a person chose", async () => {
  const first = await load();
  await database.market.updateMany({ where: { name: "다솜시장" }, data: { districtCode: "11680" } });
  const before = await database.market.findMany({ orderBy: { id: "asc" } });
  expect(await load()).toEqual(first);
  expect(await database.market.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  expect(await database.auditLine.count({ where: { action: "load-markets" } })).toBe(2);
});

test("two offices at once load every market once", async () => {
  await Promise.all([load(), load()]);
  expect(await database.market.count()).toBe(5);
});

test("the command prints one object and nothing else, and 2 is for a file that is none", async () => {
  const run = (path: string) =>
    promisify(execFile)(process.execPath, ["start.mjs", "markets", path, "--json"], {
      env: { ...process.env, DATABASE_URL: url },
    });
  const { stdout } = await run(file);
  expect(JSON.parse(stdout)).toMatchObject({ read: 7, loaded: 5, repaired: 2, refused: 2 });
  const other = join(folder, "other.csv");
  await writeFile(other, "상품명,판매가\n국수,3000\n");
  for (const path of [other, join(folder, "none.csv")]) {
    const failure = (await run(path).catch((error: unknown) => error)) as {
      code: number;
      stdout: string;
      stderr: string;
    };
    expect([failure.code, failure.stdout]).toEqual([2, ""]);
    expect(failure.stderr.trim().split("\n")).toHaveLength(1);
  }
}, 60_000);
