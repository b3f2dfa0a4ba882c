import type { NamePiece } from "#app/domain/search/highlight.ts";

/** A name with what was asked for marked in it. */
export function FoundName({ pieces }: { pieces: readonly NamePiece[] }) {
  let at = 0;
  return pieces.map(({ text, found }) => {
    const key = at;
    at += text.length;
    return found ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
