import { type ClientLoaderFunctionArgs, useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { photoSizes } from "./photos.tsx";

/** Products looked up before they are asked for: id → when, and what came. One is used once, and while it is fresh. */
const ahead = new Map<string, { at: number; loaded: Promise<unknown> }>();
const asked = new Set<string>();
/** Milliseconds; looked up again a little before. */
const freshFor = 60_000;
const again = 50_000;
/** Milliseconds: the product that was just asked for stands on the screen before the one behind it is looked up. */
const afterPaint = 100;

/** A client loader: what was looked up ahead, else what the server says. */
export async function fromAhead({ params, serverLoader }: ClientLoaderFunctionArgs) {
  const id = String(params.id);
  if (asked.delete(id)) {
    const loaded = serverLoader();
    ahead.set(id, { at: Date.now(), loaded });
    return loaded;
  }
  const known = ahead.get(id);
  ahead.delete(id);
  // Whoever goes on or sends a form breaks off what is being looked up.
  return known && Date.now() - known.at < freshFor ? known.loaded.catch(() => serverLoader()) : serverLoader();
}

interface WithPhotos {
  photos: readonly { sources: readonly { path: string; width: number }[] }[];
}

/** Loads the next product while this one is looked at, and its first photo; again while this one takes long. */
export function useLookAhead(next: string | null): void {
  const fetcher = useFetcher<WithPhotos>();
  const { load } = fetcher;
  useEffect(() => {
    if (next === null) return;
    const ask = () => {
      asked.add(next);
      load(`/curator/judging/${next}`);
    };
    const first = setTimeout(ask, afterPaint);
    const timer = setInterval(() => document.visibilityState === "visible" && ask(), again);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [next, load]);
  const photo = fetcher.data?.photos[0];
  useEffect(() => {
    if (!photo) return;
    const image = new Image();
    image.sizes = photoSizes;
    image.srcset = photo.sources.map(({ path, width }) => `${path} ${width}w`).join(", ");
    image.decode().catch(() => undefined);
  }, [photo]);
}
