import { createStore, del, set, values } from "idb-keyval";
import type { PhotoTarget } from "./photo-target.ts";

/** A photo on its way, as the browser keeps it. */
export interface StoredPhoto extends PhotoTarget {
  id: string;
  /** The merchant whose photo it is: on a shared phone nobody else sends it. */
  owner: string;
  name: string;
  blob: Blob;
  /** Whether the browser has tried to make it small. */
  prepared: boolean;
  addedAt: number;
}

export interface StoredPhotos {
  all(): Promise<StoredPhoto[]>;
  /** False: this browser cannot keep it beyond the page. */
  keep(photo: StoredPhoto): Promise<boolean>;
  remove(id: string): Promise<void>;
}

/** IndexedDB; where a browser refuses it (private windows of some), the page's own memory. */
export function openStoredPhotos(): StoredPhotos {
  const store = createStore("baekseon-photos", "waiting");
  const memory = new Map<string, StoredPhoto>();
  return {
    async all() {
      const kept = await values<StoredPhoto>(store).catch(() => []);
      return [...kept, ...memory.values()];
    },
    async keep(photo) {
      try {
        await set(photo.id, photo, store);
        return true;
      } catch {
        memory.set(photo.id, photo);
        return false;
      }
    },
    async remove(id) {
      memory.delete(id);
      await del(id, store).catch(() => undefined);
    },
  };
}
