/**
 * Calls `end` once whoever started this process is gone, however it died: also when that was before anybody listened, while this
 * process was still loading. A process that was started without a channel is nobody's child.
 */
export function whenParentIsGone(end: () => void): void {
  if (!process.send) return;
  if (process.connected) process.once("disconnect", end);
  else end();
}
