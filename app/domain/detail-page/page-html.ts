import type { PageBlock } from "./build-page.ts";

/** The page as HTML that every mall's editor keeps: no styles, no scripts. A photo without an address is left out. */
export function pageHtml(blocks: readonly PageBlock[], photoUrls: readonly string[]): string {
  const [name = ""] = blocks.flatMap((block) => (block.kind === "title" ? [block.text] : []));
  return blocks.map((block) => blockHtml(block, photoUrls, name)).join("");
}

/** A page that stands in pictures, one below the other. */
export function slicesHtml(urls: readonly string[], name: string): string {
  return urls.map((url) => picture(url, name)).join("");
}

function blockHtml(block: PageBlock, photoUrls: readonly string[], name: string): string {
  switch (block.kind) {
    case "title":
      return [
        `<h2>${escapeHtml(block.text)}</h2>`,
        ...[block.store, block.about.join(" · "), block.badge ?? ""]
          .filter((line) => line !== "")
          .map((line) => `<p>${escapeHtml(line)}</p>`),
      ].join("");
    case "heading":
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case "lead":
      return `<p><strong>${escapeHtml(block.text)}</strong></p>`;
    case "paragraph":
      return `<p>${escapeHtml(block.text)}</p>`;
    case "description":
      // Pictures inside it are not ours to promise: malls take only addresses they gave themselves.
      return block.html.replace(/<img\b[^>]*>/gi, "");
    case "photo": {
      const url = photoUrls[block.index];
      if (url === undefined) return "";
      return picture(url, block.caption || name) + (block.caption ? `<p>${escapeHtml(block.caption)}</p>` : "");
    }
    case "facts": {
      const rows = block.rows.map(
        ({ label, value }) => `<tr><th>${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`,
      );
      return `<table>${rows.join("")}</table>`;
    }
  }
}

function picture(url: string, name: string): string {
  return `<p><img src="${escapeHtml(url)}" alt="${escapeHtml(name)}"></p>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
