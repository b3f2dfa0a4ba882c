import type { ReactNode } from "react";

export interface DeskColumn {
  word: string;
  number?: boolean;
  /** On a phone each row becomes a card. There a cell is a labelled value, or a picture, or a line of its own without label. */
  narrow?: "picture" | "line" | "head";
  /** No wider than what stands in it. */
  tight?: boolean;
}

interface DeskTableProps {
  caption: string;
  /** The caption is read by all, not by screen readers alone. */
  titled?: boolean;
  columns: readonly DeskColumn[];
  /** As many cells as there are columns. */
  rows: readonly { id: string; cells: readonly ReactNode[] }[];
}

/** A table that becomes a list of cards on a phone; a row opens by the link in its head. */
export function DeskTable({ caption, titled = false, columns, rows }: DeskTableProps) {
  return (
    <section className="desk-table" aria-label={caption}>
      <table>
        <caption className={titled ? undefined : "visually-hidden"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ word, number, tight }) => (
              <th
                key={word}
                scope="col"
                className={[number && "number", tight && "tight"].filter(Boolean).join(" ") || undefined}
              >
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {columns.map(({ word }, index) => (
                <td key={word} className={classesOf(columns, index)} data-word={word}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function classesOf(columns: readonly DeskColumn[], index: number): string | undefined {
  const { number, tight, narrow = index === 0 ? "head" : undefined } = columns[index] ?? {};
  return [number && "number", tight && "tight", narrow && `narrow-${narrow}`].filter(Boolean).join(" ") || undefined;
}
