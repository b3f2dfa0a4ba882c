import sanitizeHtml from "sanitize-html";

/** A small set that every mall shows: text, lists, tables, links and pictures by https. */
const safe: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["p", "br", "hr", "div", "span", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"],
    ...["b", "strong", "i", "em", "u", "s", "small", "sub", "sup", "mark"],
    ...["ul", "ol", "li", "dl", "dt", "dd", "a", "img", "figure", "figcaption"],
    ...["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"],
  ],
  allowedAttributes: {
    a: ["href"],
    img: ["src", "alt", "width", "height"],
    th: ["colspan", "rowspan"],
    td: ["colspan", "rowspan"],
  },
  allowedSchemes: ["https", "http", "mailto", "tel"],
  allowedSchemesByTag: { img: ["https"] },
  allowProtocolRelative: false,
  nestingLimit: 100,
};

/** Written out by the same writer but with nothing taken away: what differs from it was removed. */
const whole: sanitizeHtml.IOptions = {
  allowedTags: false,
  allowedAttributes: false,
  allowVulnerableTags: true,
  allowedSchemesAppliedToAttributes: [],
  parseStyleAttributes: false,
};

/** @returns safe HTML of text or HTML, and whether anything but comments was removed */
export function cleanDescription(text: string): { html: string; removed: boolean } {
  if (!looksLikeHtml(text)) return { html: escapeText(text).replace(/\r\n?|\n/g, "<br />"), removed: false };
  const html = sanitizeHtml(text, safe).trim();
  // Mostly it comes out as it went in; only else must be told whether more than the spelling changed.
  return { html, removed: html !== text.trim() && html !== sanitizeHtml(text, whole).trim() };
}

/** `5 < 10` and `<필독>` are text. */
function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9:-]*(?:[\s/][^<>]*)?>|<!--|&(?:[a-z]+|#\d+|#x[\da-f]+);/i.test(text);
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
