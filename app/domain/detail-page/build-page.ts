import { noticeOf, shownLabel } from "../notice/notices.ts";
import { descriptionParagraphs } from "../product/description-text.ts";
import type { ProductFacts } from "../product/product-facts.ts";
import { type DetailTemplate, templateOf } from "./templates.ts";

/** What a detail page consists of, from the top; drawn as pictures or written as HTML. */
export type PageBlock =
  | {
      kind: "title";
      text: string;
      store: string;
      /** Where the store is and since when, in short words. */
      about: string[];
      /** The words of its badge; null: none holds today. */
      badge: string | null;
    }
  | { kind: "heading"; text: string }
  /** A sentence that says it all. */
  | { kind: "lead"; text: string }
  | { kind: "paragraph"; text: string }
  /** Sanitised HTML, and the same as plain paragraphs. */
  | { kind: "description"; html: string; paragraphs: string[] }
  /** A place among the product's photos, from 0; the caption may be empty. */
  | { kind: "photo"; index: number; caption: string }
  /** What a buyer asks first, or the disclosure that the law asks for. */
  | { kind: "facts"; role: "basics" | "disclosure"; rows: { label: string; value: string }[] };

/** The page of a product: the store's story, photos and description, and always the disclosure that the law asks for. */
export function buildPage(product: ProductFacts, template: DetailTemplate = templateOf(product)): PageBlock[] {
  const { store, description, photos } = product;
  const title = titleOf(product);
  const [first, ...others] = photos.map(({ caption }, index): PageBlock => ({ kind: "photo", index, caption }));
  const main = first ? [first] : [];
  const story = section("가게 이야기", storyBlocks(store.story));
  const paragraphs = descriptionParagraphs(description);
  const told: PageBlock[] = paragraphs.length > 0 ? [{ kind: "description", html: description, paragraphs }] : [];
  const facts = [...section("상품 정보", [basicFacts(product)]), ...disclosure(product)];
  switch (template) {
    case "story":
      return [title, ...story, ...main, ...told, ...others, ...facts];
    case "photos":
      return [...main, title, ...others, ...told, ...story, ...facts];
    case "plain":
      return [title, ...told, ...main, ...others, ...facts];
  }
}

function titleOf({ name, store }: ProductFacts): PageBlock {
  const { place, foundedYear, designatedUntil } = store;
  return {
    kind: "title",
    text: name,
    store: store.name,
    about: [...place, ...(foundedYear === null ? [] : [`${foundedYear}년부터`])],
    badge: designatedUntil === null ? null : `백년가게 지정 · ${koreanDate(designatedUntil)}까지`,
  };
}

function section(text: string, blocks: PageBlock[]): PageBlock[] {
  return blocks.length > 0 ? [{ kind: "heading", text }, ...blocks] : [];
}

/** A sentence that is longer than this, in characters, is none to be set large. */
const longestLead = 60;

/** Its first sentence leads, when more follows. */
function storyBlocks(story: string): PageBlock[] {
  const paragraphs = story
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [first = ""] = paragraphs;
  const lead = /^.{8,}?[.!?](?=\s|$)/.exec(first)?.[0] ?? first;
  if (lead.length > longestLead || lead === paragraphs.join("\n")) return paragraphs.map(paragraph);
  const rest = [first.slice(lead.length).trim(), ...paragraphs.slice(1)].filter((line) => line !== "");
  return [{ kind: "lead", text: lead }, ...rest.map(paragraph)];
}

function paragraph(text: string): PageBlock {
  return { kind: "paragraph", text };
}

function basicFacts({ origin, maker, store }: ProductFacts): PageBlock {
  const rows = [
    { label: "원산지", value: origin.text },
    { label: "제조자", value: maker },
    { label: "판매자", value: store.name },
  ];
  return { kind: "facts", role: "basics", rows };
}

function disclosure({ categoryKey, notice }: ProductFacts): PageBlock[] {
  const rows = (noticeOf(categoryKey)?.fields ?? []).flatMap((field) => {
    const value = notice[field.key];
    if (value === undefined || value === "") return [];
    const label = shownLabel(field);
    if (typeof value === "boolean") return [{ label, value: value ? "해당" : "해당 없음" }];
    return [{ label, value: field.kind === "date" || field.kind === "month" ? koreanDate(value) : value }];
  });
  return rows.length > 0 ? section("상품정보제공고시", [{ kind: "facts", role: "disclosure", rows }]) : [];
}

/** `2026년 11월 22일` of `2026-11-22`, `2026년 11월` of `2026-11`; anything else as it is. */
function koreanDate(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) ?? [];
  if (!year) return text;
  return `${year}년 ${Number(month)}월${day ? ` ${Number(day)}일` : ""}`;
}
