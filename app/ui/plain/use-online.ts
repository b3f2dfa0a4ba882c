import { useSyncExternalStore } from "react";

/** Whether the browser has a network at all; true while nobody knows. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const heard = new AbortController();
      window.addEventListener("online", listener, heard);
      window.addEventListener("offline", listener, heard);
      return () => heard.abort();
    },
    () => navigator.onLine,
    () => true,
  );
}
