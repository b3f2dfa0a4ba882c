const mediaTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/** A catalog as a file of its day; never kept by anything between. */
export function download(bytes: Buffer, ending: keyof typeof mediaTypes): Response {
  const name = `내-상품-${new Date(Date.now() + 9 * 60 * 60_000).toISOString().slice(0, 10)}.${ending}`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaTypes[ending],
      "Content-Disposition": `attachment; filename="catalog.${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
    },
  });
}
