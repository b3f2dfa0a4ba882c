import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** While something is on its way at a worker or a mall, the page asks again every so many milliseconds; not without a network, which would lose it. */
export function useLookAgain(isWaiting: boolean, milliseconds = 1_000): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isWaiting) return;
    const looking = setInterval(() => navigator.onLine && revalidate(), milliseconds);
    return () => clearInterval(looking);
  }, [isWaiting, milliseconds, revalidate]);
}
