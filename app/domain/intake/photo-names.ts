/** A file's path as two of them are compared: one composition, lower case, `/`, `.jpg` for `.jpeg`. */
export function comparableName(path: string): string {
  return path
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+/, "")
    .replace(/\.jpeg$/, ".jpg");
}

/** Without its folders. */
export function nameOfPath(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
