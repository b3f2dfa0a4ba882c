import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { receiveUpload, type UploadRefused } from "#app/services/uploads/receive-upload.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "receive-upload-"));
});
afterEach(() => rm(directory, { recursive: true }));

const limits = () => ({ maximumBytes: 200_000, fileFields: ["sheet", "photos"], directory });

function form(...files: [field: string, name: string, bytes: number][]): FormData {
  const data = new FormData();
  data.append("season", "봄");
  for (const [field, name, bytes] of files) data.append(field, new File([new Uint8Array(bytes).fill(7)], name));
  return data;
}

const post = (body: FormData) => new Request("http://localhost/upload", { method: "POST", body });

/** The same form, sent in pieces without a length; `next` stands between the pieces. */
async function postSlowly(body: FormData, next: (piece: number) => void, signal?: AbortSignal): Promise<Request> {
  const whole = post(body);
  const bytes = new Uint8Array(await whole.arrayBuffer());
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      next(at / 1_000);
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + 1_000));
      at += 1_000;
    },
  });
  const headers = { "content-type": whole.headers.get("content-type") ?? "" };
  const init = { method: "POST", headers, body: stream, duplex: "half", ...(signal ? { signal } : {}) };
  return new Request("http://localhost/upload", init as RequestInit);
}

const refusal = (upload: Promise<unknown>) =>
  upload.then(
    () => null,
    (error) => (error as UploadRefused).code,
  );

it("streams files to the disk under Korean names and tells the fields", async () => {
  const data = form(["sheet", "상품표.xlsx", 1_000], ["photos", "가게/감잎차 1.jpg", 90_000], ["photos", "b.jpg", 0]);
  const upload = await receiveUpload(post(data), limits());
  expect(upload.fields).toEqual({ season: "봄" });
  expect(upload.files.map(({ field, name, size }) => [field, name, size])).toEqual([
    ["sheet", "상품표.xlsx", 1_000],
    ["photos", "감잎차 1.jpg", 90_000],
    ["photos", "b.jpg", 0],
  ]);
  expect(await readFile(upload.files[1]?.path ?? "")).toHaveLength(90_000);
  await upload.remove();
  expect(await readdir(directory)).toEqual([]);
});

it("leaves out an input that was left empty", async () => {
  const data = form();
  data.append("sheet", new File([], ""));
  const upload = await receiveUpload(post(data), limits());
  expect(upload.files).toEqual([]);
});

it("refuses what is too large by its length and, when none is told, by counting, and keeps nothing", async () => {
  const large = form(["photos", "a.jpg", 250_000]);
  expect(await refusal(receiveUpload(post(large), limits()))).toBe("upload.too_large");
  expect(await refusal(receiveUpload(await postSlowly(large, () => {}), limits()))).toBe("upload.too_large");
  expect(await readdir(directory)).toEqual([]);
});

it("refuses a file the form has no input for, and a request without a form", async () => {
  expect(await refusal(receiveUpload(post(form(["other", "a.jpg", 10])), limits()))).toBe("upload.missing_file");
  const text = new Request("http://localhost/upload", { method: "POST", body: "hello" });
  expect(await refusal(receiveUpload(text, limits()))).toBe("upload.missing_file");
  expect(await readdir(directory)).toEqual([]);
});

it("keeps nothing of an upload that breaks off", async () => {
  const data = form(["photos", "a.jpg", 90_000]);
  const broken = await postSlowly(data, (piece) => {
    if (piece === 30) throw new Error("connection lost");
  });
  expect(await refusal(receiveUpload(broken, limits()))).toBe("upload.interrupted");

  const leaving = new AbortController();
  let meanwhile: Promise<string[]> | undefined;
  const left = await postSlowly(
    data,
    (piece) => {
      if (piece === 40) meanwhile = readdir(directory);
      if (piece === 60) leaving.abort();
    },
    leaving.signal,
  );
  expect(await refusal(receiveUpload(left, limits()))).toBe("upload.interrupted");
  expect(await meanwhile).toHaveLength(1);
  expect(await readdir(directory)).toEqual([]);
});

it("refuses a form that is cut off in the middle of a file", async () => {
  const whole = post(form(["photos", "a.jpg", 20_000]));
  const headers = { "content-type": whole.headers.get("content-type") ?? "" };
  const body = (await whole.arrayBuffer()).slice(0, 10_000);
  const cut = new Request("http://localhost/upload", { method: "POST", headers, body });
  expect(await refusal(receiveUpload(cut, limits()))).toBe("upload.interrupted");
  expect(await readdir(directory)).toEqual([]);
});
