import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { scene } from "#tests/unit/made-pictures.ts";
import { headings, importStage, row } from "./import-stage.ts";

async function zipOf(count: number): Promise<Buffer> {
  const zip = new ZipFile();
  for (let number = 1; number <= count; number += 1) {
    zip.addBuffer(await scene(640, 640, number).jpeg().toBuffer(), `A_${number}.jpg`);
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

test("a photo that is done is shown as done while others of its batch still take their time", async () => {
  const stage = await importStage();
  const { database, context } = stage;
  const importId = await stage.upload({
    sheet: [headings, row("A")],
    photos: { name: "photos.zip", bytes: await zipOf(3) },
  });
  let release = () => {};
  const seen = new Promise<void>((resolve) => {
    release = resolve;
  });
  const study = context.renderPool.study.bind(context.renderPool);
  let begun = 0;
  context.renderPool.study = async (...asked) => {
    begun += 1;
    // The first is slow, the others wait until somebody has seen it.
    await (begun === 1 ? pause(1_100) : seen);
    return study(...asked);
  };
  const judging = stage.judge(importId);
  const done = async () => (await database.progress.findFirst({ where: { id: importId, kind: "photos" } }))?.done ?? 0;
  while ((await done()) === 0) await pause(20);
  expect([await done(), await database.importPhoto.count()]).toEqual([1, 0]);
  release();
  await judging;
  expect([await done(), await database.importPhoto.count()]).toEqual([3, 3]);
});
