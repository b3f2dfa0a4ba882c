import { useEffect } from "react";

interface QueueKeys {
  onMark: (mark: number) => void;
  onPrevious: () => void;
  onNext: () => void;
}

/** 1–5 mark, J and K move on, by the key's place: a Korean keyboard sends ㅓ and ㅏ there. Silent while a field has focus. */
export function useQueueKeys({ onMark, onPrevious, onNext }: QueueKeys): void {
  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isField(event.target)) return;
      const mark = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
      if (mark) onMark(Number(mark));
      else if (event.code === "KeyJ") onNext();
      else if (event.code === "KeyK") onPrevious();
    }
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  });
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, [contenteditable]") !== null;
}
