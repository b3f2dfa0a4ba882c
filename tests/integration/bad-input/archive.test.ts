import { readdir } from "node:fs/promises";
import iconv from "iconv-lite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scene } from "#tests/unit/made-pictures.ts";
import { headings, type ImportStage, openImportStage, row } from "../imports/import-stage.ts";
import { expectTold, type Told } from "./expectations.ts";
import { type Entry, zipOf } from "./zips.ts";

let stage: ImportStage;
/** Photos of different things. */
let oil: Buffer;
let board: Buffer;

beforeAll(async () => {
  stage = await openImportStage();
  const [one, other] = [1, 2].map((seed) => scene(640, 640, seed).jpeg().toBuffer());
  oil = (await one) ?? Buffer.alloc(0);
  board = (await other) ?? Buffer.alloc(0);
});
afterAll(() => stage.close());

/** A sheet of the rows A and B, whose photo cells hold these names, with an archive. */
async function judged(archive: Buffer, names: { A?: string; B?: string } = {}): Promise<string> {
  const sheet = [[...headings, "사진"], row("A", {}, [names.A ?? ""]), row("B", {}, [names.B ?? ""])];
  return stage.judged({ sheet, photos: { name: "사진.zip", bytes: archive } });
}

type Ended = [fileName: string, outcome: string, row: number | null];

/** Both rows are taken whatever the photos are, every photo ends as said, and the issues are these. */
async function expectPhotos(
  importId: string,
  ended: readonly Ended[],
  { ofPhotos = [], ofSheet = [], ofRows = [] }: { ofPhotos?: Told[]; ofSheet?: Told[]; ofRows?: Told[] } = {},
): Promise<void> {
  const { rows, issues } = await stage.found(importId);
  expect(rows).toMatchObject({ refused: 0, accepted: 2 });
  const photos = await stage.photosGiven(importId);
  expect(photos.map(({ fileName, outcome, row }) => [fileName, outcome, row])).toEqual(ended);
  expectTold(issues, ofSheet);
  expectTold(
    photos.flatMap((photo) => photo.issues),
    ofPhotos,
  );
  expectTold(
    (await stage.verdicts(importId)).flatMap((verdict) => verdict.issues),
    ofRows,
  );
}

test("zip with ../ names: a name is compared and never a path", async () => {
  const names = ["../../A.jpg", "/etc/cron.d/B.jpg", "..\\..\\evil.jpg"];
  const importId = await judged(zipOf(names.map((name, at) => ({ name, bytes: at === 0 ? oil : board }))));
  await expectPhotos(
    importId,
    [
      ["../../A.jpg", "matched", 2],
      ["/etc/cron.d/B.jpg", "matched", 3],
      ["../../evil.jpg", "unmatched", null],
    ],
    { ofPhotos: [{ code: "photo.unmatched" }] },
  );
  expect((await readdir(stage.folder)).sort()).toEqual(["arrived", "blobs"]);
});

test("symlinks: where one leads is never opened, it is a photo that is none", async () => {
  const entries: Entry[] = [
    { name: "A.jpg", bytes: Buffer.from("/etc/passwd"), link: true },
    { name: "B.jpg", bytes: board },
  ];
  await expectPhotos(
    await judged(zipOf(entries)),
    [
      ["A.jpg", "refused", 2],
      ["B.jpg", "matched", 3],
    ],
    { ofPhotos: [{ code: "photo.not_an_image", path: { photo: "A.jpg" } }] },
  );
});

test("nested zips: not unpacked, and told as what they are", async () => {
  const inner = zipOf([{ name: "A.jpg", bytes: oil }]);
  await expectPhotos(
    await judged(
      zipOf([
        { name: "더 많은 사진.zip", bytes: inner },
        { name: "B.jpg", bytes: board },
      ]),
    ),
    [
      ["더 많은 사진.zip", "refused", null],
      ["B.jpg", "matched", 3],
    ],
    { ofPhotos: [{ code: "photo.archive_inside", path: { photo: "더 많은 사진.zip" } }] },
  );
});

test("100,000 entries: the archive is refused before any of them, the rows are not", async () => {
  const entries = Array.from({ length: 100_000 }, (_, at) => ({ name: `${at}.jpg`, bytes: Buffer.alloc(0) }));
  await expectPhotos(await judged(zipOf(entries)), [], {
    ofSheet: [{ code: "photo.too_many", params: { maximum: 50_000 } }],
  });
});

test("zip bomb: told by what its directory states", async () => {
  const zeros = Buffer.alloc(1_000);
  const entries = Array.from({ length: 10 }, (_, at) => ({ name: `${at}.jpg`, bytes: zeros, statedBytes: 50_000_000 }));
  await expectPhotos(await judged(zipOf(entries)), [], {
    ofSheet: [{ code: "photo.archive_bursts", path: { photo: "사진.zip" } }],
  });
});

test("zip bomb: a photo that unfolds to more than its directory states is let go of, the others are taken", async () => {
  const entries: Entry[] = [
    { name: "A.jpg", bytes: Buffer.alloc(100_000_000), statedBytes: 10_000 },
    { name: "B.jpg", bytes: board },
  ];
  await expectPhotos(
    await judged(zipOf(entries)),
    [
      ["A.jpg", "refused", 2],
      ["B.jpg", "matched", 3],
    ],
    { ofPhotos: [{ code: "photo.corrupted", path: { photo: "A.jpg" } }] },
  );
});

test("CP949 names, those that EUC-KR does not have too", async () => {
  const archive = zipOf([
    { name: iconv.encode("사진/똠방각하.JPG", "cp949"), bytes: oil },
    { name: iconv.encode("펲시.jpeg", "cp949"), bytes: board },
  ]);
  await expectPhotos(await judged(archive, { A: "똠방각하.jpg", B: "펲시.jpg" }), [
    ["사진/똠방각하.JPG", "matched", 2],
    ["펲시.jpeg", "matched", 3],
  ]);
});

test("NFD names, marked as UTF-8 or not, in the cell or in the archive", async () => {
  const archive = zipOf([
    { name: "들기름 세트.jpg".normalize("NFD"), bytes: oil },
    { name: Buffer.from("도마.jpg"), bytes: board },
  ]);
  const names = { A: "들기름 세트.jpg", B: "도마.jpg".normalize("NFD") };
  await expectPhotos(await judged(archive, names), [
    ["들기름 세트.jpg".normalize("NFD"), "matched", 2],
    ["도마.jpg", "matched", 3],
  ]);
});

test("photo named in two rows: it is nobody's until somebody says whose", async () => {
  const archive = zipOf([{ name: "세트.jpg", bytes: oil }]);
  await expectPhotos(await judged(archive, { A: "세트.jpg", B: "세트.jpg" }), [["세트.jpg", "unmatched", null]], {
    ofPhotos: [{ code: "photo.ambiguous", params: { rows: "2, 3" } }],
  });
});

test("same photo under two names: one original, and one photo of the product", async () => {
  const archive = zipOf(["A.jpg", "A_1.jpg", "B.jpg"].map((name) => ({ name, bytes: oil })));
  const importId = await judged(archive);
  await expectPhotos(importId, [
    ["A.jpg", "matched", 2],
    ["A_1.jpg", "matched", 2],
    ["B.jpg", "matched", 3],
  ]);
  const given = await stage.photosGiven(importId);
  expect(new Set(given.map(({ sha256 }) => sha256)).size).toBe(1);
  await stage.taken(importId);
  const { sha256 } = given[0] ?? {};
  const photos = await stage.database.productPhoto.findMany({ where: { sha256: sha256 ?? "" } });
  expect(photos.map(({ position, fileName }) => [position, fileName])).toEqual([
    [0, "A.jpg"],
    [0, "B.jpg"],
  ]);
});
