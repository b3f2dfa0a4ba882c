/** Where to go after logging in: `?next=` when it is a page of ours, else `fallback`. Never another site. */
export function nextPage(url: URL, fallback: string): string {
  const next = url.searchParams.get("next");
  if (!next?.startsWith("/")) return fallback;
  const base = "http://own.invalid";
  const target = URL.canParse(next, base) ? new URL(next, base) : null;
  return target?.origin === base ? target.pathname + target.search : fallback;
}
