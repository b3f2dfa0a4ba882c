import type { Sentence } from "./sentence.ts";

export const chartMessages = {
  asTable: { ko: "표로 보기", en: "As a table" },
} satisfies Record<string, Sentence>;
