import type { Issue } from "#app/domain/issue/issue.ts";
import type { PhotoTarget } from "./photo-target.ts";
import type { SendOutcome } from "./send-photo.ts";
import type { StoredPhoto, StoredPhotos } from "./stored-photos.ts";

/** `queued`: others go before it; `waiting`: for the network. */
export type QueuedState = "queued" | "preparing" | "sending" | "waiting" | "signed_out" | "refused";

export interface QueuedPhoto extends PhotoTarget {
  id: string;
  name: string;
  state: QueuedState;
  issues: Issue[];
}

interface Ports {
  stored: StoredPhotos;
  /** Throws where it is worth another try. */
  send(photo: StoredPhoto): Promise<SendOutcome>;
  /** Null: it cannot be made smaller here. */
  shrink(photo: Blob): Promise<Blob | null>;
  isOnline(): boolean;
  /** Milliseconds. */
  wait(milliseconds: number, then: () => void): void;
  now(): number;
}

const firstWait = 2_000;
const longestWait = 60_000;

/**
 * Photos on their way to the server, one after another. What could not be sent is tried again, later and later; whatever is not
 * sent when the page closes is sent when one of ours is open again.
 */
export class PhotoQueue {
  private photos: readonly QueuedPhoto[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly takenListeners = new Set<(photo: QueuedPhoto) => void>();
  private owner: string | null = null;
  private running = false;
  private wanted = false;
  private failures = 0;
  /** Which wait is the one that counts: an earlier one is over when a later has begun. */
  private latestWait = 0;
  /** False once a browser has refused to keep a photo. */
  keeps = true;

  constructor(private readonly ports: Ports) {}

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly snapshot = () => this.photos;

  onTaken(listener: (photo: QueuedPhoto) => void) {
    this.takenListeners.add(listener);
    return () => void this.takenListeners.delete(listener);
  }

  /** Takes up what this merchant's phone has left to send; what another one has left waits until they are back. */
  async start(owner: string): Promise<void> {
    if (this.owner !== owner) this.set([]);
    this.owner = owner;
    const kept = (await this.ports.stored.all()).filter((photo) => photo.owner === owner);
    const known = new Set(this.photos.map(({ id }) => id));
    const found = kept.filter(({ id }) => !known.has(id)).sort((left, right) => left.addedAt - right.addedAt);
    this.set([...this.photos, ...found.map((photo) => described(photo))]);
    await this.run();
  }

  /** Each is kept before anything else is done with it. */
  async add(target: PhotoTarget, files: readonly { id: string; name: string; blob: Blob }[]): Promise<void> {
    const { owner } = this;
    if (owner === null) throw new Error("Nobody has started this queue");
    for (const { id, name, blob } of files) {
      const photo = { ...target, id, owner, name, blob, prepared: false, addedAt: this.ports.now() };
      if (!(await this.ports.stored.keep(photo))) this.keeps = false;
      this.set([...this.photos, described(photo)]);
    }
    await this.run();
  }

  async remove(id: string): Promise<void> {
    await this.ports.stored.remove(id);
    this.set(this.photos.filter((photo) => photo.id !== id));
  }

  /** What belongs to a draft that is gone. */
  async removeDraft(draftId: string): Promise<void> {
    for (const { id } of this.photos.filter((photo) => photo.draftId === draftId)) await this.remove(id);
  }

  /** Tries again at once, as when the network has come back. */
  async wake(): Promise<void> {
    this.failures = 0;
    await this.run();
  }

  private async run(): Promise<void> {
    this.wanted = true;
    if (this.running) return;
    this.running = true;
    try {
      while (this.wanted) {
        this.wanted = false;
        await this.sendAll();
      }
    } finally {
      this.running = false;
    }
  }

  private async sendAll(): Promise<void> {
    for (const { id } of this.photos.filter(({ state }) => state !== "refused")) {
      const photo = (await this.ports.stored.all()).find((one) => one.id === id);
      if (!photo) continue;
      if (!(await this.sendOne(photo))) return;
    }
  }

  /** False: nothing more can be sent for now. */
  private async sendOne(stored: StoredPhoto): Promise<boolean> {
    const photo = await this.prepare(stored);
    if (!this.ports.isOnline()) return this.waitForNetwork();
    this.update(photo.id, { state: "sending" });
    let outcome: SendOutcome;
    try {
      outcome = await this.ports.send(photo);
    } catch {
      return this.waitForNetwork();
    }
    this.failures = 0;
    if (outcome.taken) {
      const taken = this.photos.find(({ id }) => id === photo.id);
      await this.remove(photo.id);
      this.setAll("queued");
      if (taken) for (const listener of this.takenListeners) listener(taken);
      return true;
    }
    if ("signedOut" in outcome) {
      this.setAll("signed_out");
      return false;
    }
    this.update(photo.id, { state: "refused", issues: outcome.issues });
    return true;
  }

  private async prepare(photo: StoredPhoto): Promise<StoredPhoto> {
    if (photo.prepared) return photo;
    this.update(photo.id, { state: "preparing" });
    const small = await this.ports.shrink(photo.blob);
    const prepared = { ...photo, blob: small ?? photo.blob, prepared: true };
    // Removed meanwhile: it must not be kept anew.
    if (this.photos.some(({ id }) => id === photo.id)) await this.ports.stored.keep(prepared);
    return prepared;
  }

  private waitForNetwork(): false {
    this.setAll("waiting");
    const delay = Math.min(longestWait, firstWait * 2 ** this.failures);
    this.failures += 1;
    this.latestWait += 1;
    const own = this.latestWait;
    this.ports.wait(delay, () => {
      if (own === this.latestWait) void this.run();
    });
    return false;
  }

  private setAll(state: QueuedState): void {
    this.set(this.photos.map((photo) => (photo.state === "refused" ? photo : { ...photo, state })));
  }

  private update(id: string, change: Partial<QueuedPhoto>): void {
    this.set(this.photos.map((photo) => (photo.id === id ? { ...photo, ...change } : photo)));
  }

  private set(photos: readonly QueuedPhoto[]): void {
    this.photos = photos;
    for (const listener of this.listeners) listener();
  }
}

function described({ id, draftId, productId, name }: StoredPhoto): QueuedPhoto {
  return { id, draftId, productId, name, state: "queued", issues: [] };
}
