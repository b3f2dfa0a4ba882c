import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Network } from "#app/services/fetching/fetch-public.ts";
import { scene } from "#tests/unit/made-pictures.ts";
import { headings, type ImportStage, openImportStage, row } from "../imports/import-stage.ts";
import { expectTold, type Told } from "./expectations.ts";

interface Answer {
  status?: number;
  location?: string;
  type?: string;
  body?: Buffer;
  /** It begins to answer, and never ends. */
  endless?: true;
}

/** What the internet holds during a test, and which hosts were asked. */
let answers: Record<string, Answer> = {};
let asked: string[] = [];

const inside: Record<string, string> = { "localhost.example": "127.0.0.1", "cloud.example": "169.254.169.254" };
const network: Network = {
  resolve: async (host) => [inside[host] ?? "203.0.114.7"],
  send: async (url, _address, signal) => {
    asked.push(url.host);
    const { status = 200, location, type = "image/jpeg", body, endless } = answers[url.href] ?? { status: 404 };
    return {
      status,
      headers: { location, "content-type": type },
      body: (async function* () {
        if (body) yield body;
        if (endless) await new Promise((_, stop) => signal.addEventListener("abort", () => stop(signal.reason)));
      })(),
      discard: () => undefined,
    };
  },
};

const good = "https://good.example/a.jpg";
let photo: Buffer;
let stage: ImportStage;
let count = 0;

beforeAll(async () => {
  stage = await openImportStage({ network, limits: { timeoutMilliseconds: 500 } });
  photo = await scene(640, 640, 1).jpeg().toBuffer();
});
afterAll(() => stage.close());
beforeEach(() => {
  answers = { [good]: { body: photo } };
  asked = [];
});

/** The row is taken without its bad address, with this warning and with the good photo beside it. */
async function expectWarned(address: string, answer: Answer | undefined, told: Told): Promise<void> {
  if (answer) answers[address] = answer;
  const sku = `A-${++count}`;
  const importId = await stage.judged([[...headings, "사진"], row(sku, {}, [`${address}\n${good}`])]);
  expect((await stage.found(importId)).rows).toMatchObject({ accepted: 1, refused: 0 });
  const issues = (await stage.verdicts(importId)).flatMap((verdict) => verdict.issues);
  expectTold(issues, [
    { severity: "warning", path: { row: 2, field: "photos", photo: address }, raw: address, ...told },
  ]);
  await stage.taken(importId);
  const photos = await stage.database.productPhoto.findMany({ where: { version: { product: { sku } } } });
  expect(photos.map(({ position, fileName }) => [position, fileName])).toEqual([[0, good]]);
}

test.each<[string, Answer]>([
  ["never begins to answer", { endless: true }],
  ["stops in the middle", { body: Buffer.alloc(1000), endless: true }],
])("an address that answers slowly: %s", async (_, answer) => {
  const address = "https://slow.example/a.jpg";
  await expectWarned(address, answer, { code: "photo.address_silent" });
});

test.each(["https://127.0.0.1/a.jpg", "https://localhost.example/a.jpg", "https://cloud.example/latest/meta-data"])(
  "an address that redirects to 127.0.0.1 or what is like it: %s is never asked",
  async (location) => {
    const address = "https://turn.example/a.jpg";
    await expectWarned(address, { status: 302, location }, { code: "photo.address_blocked" });
    expect(asked.sort()).toEqual(["good.example", "turn.example"]);
  },
);

test.each([
  "http://turn.example/a.jpg",
  "https://127.0.0.1:5432/",
  "https://[::1]/a.jpg",
  "https://localhost.example/",
])("an address that is inside or not https itself: %s is never asked", async (address) => {
  await expectWarned(address, undefined, { code: "photo.address_blocked" });
  expect(asked).toEqual(["good.example"]);
});

const page = Buffer.from("<html><script>alert(1)</script></html>");

test.each<[string, Answer, Told]>([
  ["a page that calls itself a picture", { type: "image/jpeg", body: page }, { code: "photo.not_an_image" }],
  [
    "a drawing with a script that calls itself a photo",
    { type: "image/png", body: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>') },
    { code: "photo.format_unsupported" },
  ],
  ["a page that says so", { type: "text/html", body: page }, { code: "photo.address_not_a_photo" }],
])("an address that lies about its type: %s", async (_, answer, told) => {
  const address = "https://liar.example/a.jpg";
  await expectWarned(address, answer, told);
});

test("an address whose photo calls itself something else but is one", async () => {
  const address = "https://careless.example/a.jpg";
  answers[address] = { type: "application/octet-stream", body: photo };
  const importId = await stage.judged([[...headings, "사진"], row("A", {}, [address])]);
  expect((await stage.verdicts(importId)).map(({ outcome, issues }) => [outcome, issues])).toEqual([["accepted", []]]);
});
