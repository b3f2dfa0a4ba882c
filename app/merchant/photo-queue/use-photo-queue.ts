import { useEffect, useSyncExternalStore } from "react";
import { PhotoQueue, type QueuedPhoto } from "./photo-queue.ts";
import type { PhotoTarget } from "./photo-target.ts";
import { sendPhoto } from "./send-photo.ts";
import { shrinkPhoto } from "./shrink-photo.ts";
import { openStoredPhotos } from "./stored-photos.ts";

/** One a browser tab; made when it is first wanted, never on the server. */
let made: PhotoQueue | null = null;
/** Addresses of pictures that this tab has seen, so that they stay on the screen while the server looks at them. */
const previews = new Map<string, string>();
const none: readonly QueuedPhoto[] = [];

export function photoQueue(): PhotoQueue {
  made ??= new PhotoQueue({
    stored: openStoredPhotos(),
    send: sendPhoto,
    shrink: shrinkPhoto,
    isOnline: () => navigator.onLine,
    wait: (milliseconds, then) => void window.setTimeout(then, milliseconds),
    now: () => Date.now(),
  });
  return made;
}

/** What is on its way; nothing on the server and before the page is alive. */
export function useQueuedPhotos(): readonly QueuedPhoto[] {
  return useSyncExternalStore(
    (listener) => photoQueue().subscribe(listener),
    () => photoQueue().snapshot(),
    () => none,
  );
}

/** Sends what waits while any of the merchant's pages is open. */
export function usePhotoSender(owner: string, onTaken: (photo: QueuedPhoto) => void): void {
  useEffect(() => {
    const queue = photoQueue();
    void queue.start(owner);
    const wake = () => void queue.wake();
    const wakeWhenSeen = () => {
      if (document.visibilityState === "visible") wake();
    };
    window.addEventListener("online", wake);
    document.addEventListener("visibilitychange", wakeWhenSeen);
    return () => {
      window.removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wakeWhenSeen);
    };
  }, [owner]);
  useEffect(() => photoQueue().onTaken(onTaken), [onTaken]);
}

/** Puts chosen files into the queue. */
export async function queueFiles(target: PhotoTarget, files: readonly File[]): Promise<void> {
  const photos = files.map((file) => ({ id: makeId(), name: file.name, blob: file }));
  for (const { id, blob } of photos) previews.set(id, URL.createObjectURL(blob));
  await photoQueue().add(target, photos);
}

/** A picture of a photo that this tab has sent or is sending; HEIC shows only where the browser can draw it. */
export function previewOf(id: string): string | null {
  return previews.get(id) ?? null;
}

/** `crypto.randomUUID` is missing where the page did not come by https. */
function makeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
