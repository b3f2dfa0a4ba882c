/** A whole document around its root element. */
export function xmlResponse(root: string, mediaType = "application/xml"): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${root}`, {
    headers: { "Content-Type": `${mediaType}; charset=utf-8`, "Cache-Control": "public, max-age=3600" },
  });
}
