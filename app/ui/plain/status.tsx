import { Icon, type IconName } from "./icon.tsx";

/** live: on sale, done · refused: no, destructive · waiting: on its way or needs you · information · quiet: not begun. */
export type Tone = "live" | "refused" | "waiting" | "information" | "quiet";

export const toneIcons: Record<Tone, IconName> = {
  live: "check",
  refused: "cross",
  waiting: "clock",
  information: "mark",
  quiet: "dot",
};

/** A status is a word, an icon and a colour, in that order of weight. */
export function Status({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span className={`status tone-${tone}`}>
      <Icon name={toneIcons[tone]} />
      {word}
    </span>
  );
}
