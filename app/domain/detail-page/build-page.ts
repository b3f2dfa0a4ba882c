import { noticeOf } from "../notice/notices.ts";
import { descriptionParagraphs } from "../product/description-text.ts";
import type { ProductFacts } from "../product/product-facts.ts";
import { type DetailTemplate, templateOf } from "./templates.ts";

/** What a detail page consists of, from the top; drawn as pictures or written as HTML. */
export type PageBlock =
  | { kind: "title"; text: string; store: string }
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  /** Sanitised HTML, and the same as plain paragraphs. */
  | { kind: "description"; html: string; paragraphs: string[] }
  /** A place among the product's photos, from 0. */
  | { kind: "photo"; index: number }
  | { kind: "facts"; rows: { label: string; value: string }[] };

/** The page of a product: the store's story, photos and description, and always the disclosure that the law asks for. */
export function buildPage(product: ProductFacts, template: DetailTemplate = templateOf(product)): PageBlock[] {
  const { name, store, description, photos } = product;
  const title: PageBlock = { kind: "title", text: name, store: store.name };
  const [first, ...others] = photos.map((_, index): PageBlock => ({ kind: "photo", index }));
  const main = first ? [first] : [];
  const story = section("가게 이야기", paragraphsOf(store.story));
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

function section(text: string, blocks: PageBlock[]): PageBlock[] {
  return blocks.length > 0 ? [{ kind: "heading", text }, ...blocks] : [];
}

function paragraphsOf(text: string): PageBlock[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => ({ kind: "paragraph", text: line }));
}

function basicFacts({ origin, maker, store }: ProductFacts): PageBlock {
  return {
    kind: "facts",
    rows: [
      { label: "원산지", value: origin.text },
      { label: "제조자", value: maker },
      { label: "판매자", value: store.name },
    ],
  };
}

function disclosure({ categoryKey, notice }: ProductFacts): PageBlock[] {
  const rows = (noticeOf(categoryKey)?.fields ?? []).flatMap(({ key, labelKo }) => {
    const value = notice[key];
    if (value === undefined || value === "") return [];
    // What stands in a field's place has its name on the page too.
    const label = labelKo.replace(/ 직접 입력$/, "");
    return [{ label, value: typeof value === "boolean" ? (value ? "해당" : "해당 없음") : value }];
  });
  return rows.length > 0 ? section("상품정보제공고시", [{ kind: "facts", rows }]) : [];
}
