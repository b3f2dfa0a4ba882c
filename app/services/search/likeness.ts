/**
 * The least number of keys to press otherwise, leave out or add so that `asked` begins `word` (Sellers 1980): people stop typing before
 * a word's end.
 */
export function slipsToBegin(asked: string, word: string): number {
  let column = Array.from({ length: asked.length + 1 }, (_, at) => at);
  let least = asked.length;
  for (const [index, key] of [...word].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= asked.length; at++) {
      const replaced = (column[at - 1] as number) + (asked[at - 1] === key ? 0 : 1);
      next[at] = Math.min(replaced, (column[at] as number) + 1, (next[at - 1] as number) + 1);
    }
    column = next;
    least = Math.min(least, next[asked.length] as number);
  }
  return least;
}
