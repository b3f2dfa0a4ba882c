import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { htmlStream } from "#app/web/html-stream.ts";

// Short texts, so that React packs many into one buffer; the shift moves the buffer's end through a letter.
it.each([0, 1, 2])("keeps every Hangul letter of a long page whole, shifted by %i", async (shift) => {
  const words = Array.from({ length: 400 }, (_, index) => createElement("i", { key: index }, "손으로 덖은 감잎차"));
  const page = createElement("p", null, "a".repeat(shift), words);
  const stream = htmlStream();
  renderToPipeableStream(page, { onAllReady: () => undefined }).pipe(stream);
  expect(await text(stream)).toBe(`<p>${"a".repeat(shift)}${"<i>손으로 덖은 감잎차</i>".repeat(400)}</p>`);
});
