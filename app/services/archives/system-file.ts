/** What operating systems leave beside photos: nobody gave it, so it is neither counted nor reported. */
export function isSystemFile(path: string): boolean {
  const parts = path.split(/[\\/]/);
  const file = parts.at(-1)?.toLowerCase() ?? "";
  const hidden = parts.some((part) => (part.startsWith(".") && part !== "." && part !== "..") || part === "__MACOSX");
  return hidden || file === "thumbs.db" || file === "desktop.ini";
}
