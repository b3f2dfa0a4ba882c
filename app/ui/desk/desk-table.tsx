import type { ReactNode } from "react";

interface DeskTableProps {
  caption: string;
  columns: readonly { word: string; number?: boolean }[];
  /** As many cells as there are columns. */
  rows: readonly { id: string; cells: readonly ReactNode[] }[];
}

/** A table that scrolls sideways on a phone; a row opens by the link in its first cell. */
export function DeskTable({ caption, columns, rows }: DeskTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
    <section className="desk-table" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ word, number }) => (
              <th key={word} scope="col" className={number ? "number" : undefined}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell, index) => (
                <td key={columns[index]?.word} className={columns[index]?.number ? "number" : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
