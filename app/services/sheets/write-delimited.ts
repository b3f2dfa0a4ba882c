/**
 * Comma-separated text as Korean Excel opens it: UTF-8 with its mark, CRLF. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it, as does one that begins with such an apostrophe itself; `bareCell` takes one away again.
 */
export function writeDelimited(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((cell) => quote(guard(cell))).join(",")).join("\r\n")}\r\n`;
}

/** The text of a cell that was guarded. */
export function bareCell(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function guard(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quote(cell: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
