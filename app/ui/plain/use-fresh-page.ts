import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ProgressRow } from "./use-progress.ts";

const usualMilliseconds = 1_500;

/** Loads the page's data anew when progress has moved since, at most once in so many milliseconds. */
export function useFreshPage(rows: readonly ProgressRow[], gatherMilliseconds = usualMilliseconds): void {
  const { revalidate } = useRevalidator();
  const seen = useRef<string | null>(null);
  // By time and not by numbers: a sheet that is judged and then saved ends with the same ones.
  const now = rows
    .map(({ id, kind, updatedAt }) => `${id} ${kind} ${new Date(updatedAt).getTime()}`)
    .sort()
    .join("\n");
  useEffect(() => {
    if (seen.current === null) seen.current = now;
    if (seen.current === now) return;
    const timer = setTimeout(() => {
      seen.current = now;
      revalidate();
    }, gatherMilliseconds);
    return () => clearTimeout(timer);
  }, [now, revalidate, gatherMilliseconds]);
}
