/** Where to go after logging in: `?next=` when it is a page of ours, else `fallback`. Never another site. */
export function nextPage(url: URL, fallback: string): string {
  const next = url.searchParams.get("next");
  if (!next?.startsWith("/")) return fallback;
  const base = "http://own.invalid";
  const target = URL.canParse(next, base) ? new URL(next, base) : null;
  if (target?.origin !== base) return fallback;
  const path = target.pathname + target.search;
  // "/.//elsewhere" becomes "//elsewhere", which a browser takes for a host.
  return path.startsWith("//") ? fallback : path;
}
