/** Whether a JPEG is in the four colours of printers, which browsers turn into three as they like. */
export function isCmykJpeg(bytes: Uint8Array): boolean {
  for (let at = 2; bytes[at] === 0xff; at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))) {
    while (bytes[at + 1] === 0xff) at += 1;
    if (isFrame(bytes[at + 1] ?? 0)) return bytes[at + 9] === 4;
  }
  return false;
}

/** SOF0 to SOF15; among them lie tables, an extension and arithmetic conditions. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
