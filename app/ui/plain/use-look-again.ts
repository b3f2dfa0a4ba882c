import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useOnline } from "./use-online.ts";

/**
 * While something is on its way at a worker or a mall, the page asks again so many milliseconds after it was answered: asked once more before,
 * it would begin from the start, and never end where an answer takes longer. Without a network it waits, for it would be lost.
 */
export function useLookAgain(isWaiting: boolean, milliseconds = 1_000): void {
  const { revalidate, state } = useRevalidator();
  const online = useOnline();
  useEffect(() => {
    if (!isWaiting || state !== "idle" || !online) return;
    const looking = setTimeout(revalidate, milliseconds);
    return () => clearTimeout(looking);
  }, [isWaiting, milliseconds, state, online, revalidate]);
}
