import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useOnline } from "./use-online.ts";
import type { ProgressRow } from "./use-progress.ts";

const usualMilliseconds = 1_500;

/**
 * Loads the page's data anew when progress has moved since: so many milliseconds after the first step not seen yet, however many follow, and
 * never while it is still being loaded, which would begin from the start, or while there is no network, which would lose the page.
 */
export function useFreshPage(rows: readonly ProgressRow[], gatherMilliseconds = usualMilliseconds): void {
  const { revalidate, state } = useRevalidator();
  const online = useOnline();
  const seen = useRef<string | null>(null);
  const unseenSince = useRef<number | null>(null);
  // By time and not by numbers: a sheet that is judged and then saved ends with the same ones.
  const now = rows
    .map(({ id, kind, updatedAt }) => `${id} ${kind} ${new Date(updatedAt).getTime()}`)
    .sort()
    .join("\n");
  useEffect(() => {
    if (seen.current === null) seen.current = now;
    if (seen.current === now) return;
    unseenSince.current ??= Date.now();
    if (state !== "idle" || !online) return;
    const timer = setTimeout(
      () => {
        seen.current = now;
        unseenSince.current = null;
        revalidate();
      },
      Math.max(0, unseenSince.current + gatherMilliseconds - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [now, state, online, revalidate, gatherMilliseconds]);
}
