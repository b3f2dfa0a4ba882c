import { initialsOf, isInitials, keysOf, wordsOf } from "#app/services/search/keys.ts";

/** A piece of a name; `found` when it is what was asked for. */
export interface NamePiece {
  text: string;
  found: boolean;
}

/** Where the words of a question stand in a name, by the keys pressed for both: 광자 marks 광장 in 광장시장. */
export function highlight(name: string, asked: string): NamePiece[] {
  const letters = [...name];
  const found = letters.map(() => false);
  for (const word of wordsOf(asked)) {
    const keysOfLetter = letters.map(isInitials(word) ? initialOf : keyed);
    const wanted = keysOf(word);
    const { keys, letterAt } = joined(keysOfLetter);
    for (let at = keys.indexOf(wanted); at !== -1 && wanted !== ""; at = keys.indexOf(wanted, at + wanted.length)) {
      const begins = at === 0 || letterAt[at - 1] !== letterAt[at];
      if (!begins) continue;
      for (let key = at; key < at + wanted.length; key++) found[letterAt[key] as number] = true;
    }
  }
  return piecesOf(letters, found);
}

function keyed(letter: string): string {
  return wordsOf(letter).map(keysOf).join("");
}

function initialOf(letter: string): string {
  return wordsOf(letter).map(initialsOf).join("");
}

function joined(keysOfLetter: readonly string[]): { keys: string; letterAt: number[] } {
  return {
    keys: keysOfLetter.join(""),
    letterAt: keysOfLetter.flatMap((keys, letter) => [...keys].map(() => letter)),
  };
}

/** A space between two found words is found with them. */
function piecesOf(letters: readonly string[], found: readonly boolean[]): NamePiece[] {
  const pieces: NamePiece[] = [];
  for (const [at, letter] of letters.entries()) {
    const isFound = found[at] === true || (letter === " " && found[at - 1] === true && found[at + 1] === true);
    const last = pieces.at(-1);
    if (last && last.found === isFound) last.text += letter;
    else pieces.push({ text: letter, found: isFound });
  }
  return pieces;
}
