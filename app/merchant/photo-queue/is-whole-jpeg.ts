const marker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  restart: 0xd0,
  lastRestart: 0xd7,
  temporary: 0x01,
};

/**
 * Whether a JPEG's parts follow each other to its end. A browser draws a damaged one as best it can, without a word: what is torn or
 * mixed up must reach the server as it is, to be told.
 */
export function isWholeJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== marker.startOfImage) return false;
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return false;
    while (bytes[at + 1] === 0xff) at += 1;
    const kind = bytes[at + 1] ?? 0;
    at += 2;
    if (kind === marker.endOfImage) return true;
    if (kind === marker.temporary) continue;
    if (kind < 0xc0 || isRestart(kind)) return false;
    at += ((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0);
    if (kind === marker.startOfScan) at = endOfScan(bytes, at);
  }
  return false;
}

/** Index of the next marker behind a scan's data, whose restarts count from 0 to 7 and begin anew; behind the end where they do not. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let restarts = 0;
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const kind = bytes[at + 1] ?? 0;
    if (kind === 0 || kind === 0xff) continue;
    if (!isRestart(kind)) return at;
    if (kind !== marker.restart + (restarts % 8)) break;
    restarts += 1;
  }
  return bytes.length;
}

function isRestart(kind: number): boolean {
  return kind >= marker.restart && kind <= marker.lastRestart;
}
