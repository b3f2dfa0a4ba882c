import { type DetailedError, defaultOptions, Upload } from "tus-js-client";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { type FileKind, kindOfFile, largestOf } from "#app/domain/upload/chosen-files.ts";
import { megabytes, uploadDays } from "#app/domain/upload/upload-limits.ts";

export interface QueuedFile {
  key: string;
  name: string;
  /** Bytes. */
  size: number;
  kind: FileKind | null;
  /** `unfinished`: begun on an earlier visit; its rest comes when the same file is chosen again. */
  state: "waiting" | "sending" | "paused" | "unfinished" | "arrived" | "refused";
  /** Bytes that have gone. */
  sent: number;
  /** The server's id, once it knows the file. */
  id: string | null;
  issue: Issue | null;
}

export interface UploadState {
  files: readonly QueuedFile[];
  connection: "good" | "lost" | "signed_out";
}

const endpoint = "/uploads";
const atOnce = 3;
const pauses = [1_000, 2_000, 5_000, 10_000];
const urlStorage = defaultOptions.urlStorage;

/**
 * Sends chosen files one after another and goes on by itself after a lost connection. Where each file goes is remembered in the browser:
 * on the next visit, what has arrived is there, and the rest of a file follows when it is chosen again.
 */
export class UploadQueue {
  #state: UploadState = { files: [], connection: "good" };
  readonly #listeners = new Set<() => void>();
  readonly #uploads = new Map<string, Upload>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Looks up what an earlier visit has left. Call the result when the page is left. */
  start(): () => void {
    void this.#recall();
    const goOn = () => this.goOn();
    const pause = () => this.#pause();
    window.addEventListener("online", goOn);
    window.addEventListener("offline", pause);
    return () => {
      window.removeEventListener("online", goOn);
      window.removeEventListener("offline", pause);
      clearTimeout(this.#timer);
      for (const upload of this.#uploads.values()) void upload.abort();
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): UploadState => this.#state;

  add(chosen: readonly File[]): void {
    for (const file of chosen) void this.#admit(file);
  }

  remove(key: string): void {
    const file = this.#find(key);
    const upload = this.#uploads.get(key);
    this.#uploads.delete(key);
    this.#set({ files: this.#state.files.filter((one) => one.key !== key) });
    // Whether or not the server hears it: what nobody takes is swept.
    if (upload) void upload.abort(true).catch(() => undefined);
    if (file?.id) {
      if (!upload) void Upload.terminate(`${endpoint}/${file.id}`).catch(() => undefined);
      void forget(file.id);
    }
    this.#pump();
  }

  /** Tries at once what waits for the connection. */
  goOn(): void {
    if (this.#state.connection === "signed_out") return;
    clearTimeout(this.#timer);
    this.#set({ connection: "good" });
    this.#change(({ state }) => state === "paused", { state: "waiting" });
    this.#pump();
  }

  /** Something else found that nobody answers. */
  hold(): void {
    this.#pause();
  }

  /** An import has these now. */
  async taken(): Promise<void> {
    for (const { id } of this.#state.files) if (id) await forget(id);
  }

  async #admit(file: File): Promise<void> {
    const key = `${file.name} ${file.size} ${file.lastModified}`;
    const known = this.#find(key);
    if (this.#uploads.has(key) || (known && known.state !== "refused")) return;
    const name = file.name.normalize("NFC");
    const kind = kindOfFile(name);
    const queued: QueuedFile = { key, name, size: file.size, kind, state: "waiting", sent: 0, id: null, issue: null };
    const fault = faultOf(name, file.size, kind);
    if (fault) return this.#put({ ...queued, state: "refused", issue: fault });

    const upload = this.#makeUpload(key, file);
    this.#uploads.set(key, upload);
    const [earlier] = await upload.findPreviousUploads();
    if (earlier) upload.resumeFromPreviousUpload(earlier);
    const id = idOf(earlier?.uploadUrl);
    if (this.#replaces(name, kind, id)) this.#uploads.delete(key);
    else this.#put({ ...queued, id });
    this.#pump();
  }

  /** Puts a chosen file in the place of what an earlier visit left of it; true when all of it is there already. */
  #replaces(name: string, kind: FileKind | null, id: string | null): boolean {
    const left = this.#state.files.filter((file) => file.key === file.id);
    const same = left.find((file) => file.id === id);
    if (same?.state === "arrived") return true;
    if (same) this.#set({ files: this.#state.files.filter((file) => file !== same) });
    // Changed since: phones call every photo the same, so of those a name says nothing.
    else if (kind !== "photo") for (const file of left) if (file.name === name) this.remove(file.key);
    return false;
  }

  #makeUpload(key: string, file: File): Upload {
    const upload = new Upload(file, {
      endpoint,
      metadata: { filename: file.name },
      // The pauses are ours, so that the page can say what happens.
      retryDelays: null,
      onUploadUrlAvailable: () => this.#update(key, { id: idOf(upload.url) }),
      onProgress: (sent) => {
        this.#failures = 0;
        this.#update(key, { sent });
      },
      onSuccess: () => {
        this.#uploads.delete(key);
        this.#update(key, { state: "arrived", sent: file.size, id: idOf(upload.url) });
        this.#pump();
      },
      onError: (error) => this.#failed(key, error),
    });
    return upload;
  }

  #pump(): void {
    if (this.#state.connection !== "good") return;
    const busy = this.#state.files.filter(({ state }) => state === "sending").length;
    const next = this.#state.files.filter(({ state }) => state === "waiting").slice(0, Math.max(0, atOnce - busy));
    for (const { key } of next) {
      this.#update(key, { state: "sending" });
      this.#uploads.get(key)?.start();
    }
  }

  #failed(key: string, error: Error | DetailedError): void {
    const answer = "originalResponse" in error ? error.originalResponse : null;
    const status = answer?.getStatus() ?? 0;
    if (status === 401) this.#pause("signed_out");
    // Another connection of the same file is still open, or nobody answers: both pass.
    else if (status === 0 || status >= 500 || [400, 409, 423].includes(status)) this.#pause();
    else {
      this.#uploads.delete(key);
      this.#update(key, { state: "refused", issue: issueIn(answer?.getBody()) });
      this.#pump();
    }
  }

  #pause(connection: "lost" | "signed_out" = "lost"): void {
    for (const { key, state } of this.#state.files) if (state === "sending") void this.#uploads.get(key)?.abort();
    this.#change(({ state }) => state === "sending" || state === "waiting", { state: "paused" });
    this.#set({ connection });
    clearTimeout(this.#timer);
    const pause = pauses[Math.min(this.#failures++, pauses.length - 1)];
    if (connection === "lost") this.#timer = setTimeout(() => navigator.onLine && this.goOn(), pause);
  }

  async #recall(): Promise<void> {
    const tooOld = Date.now() - uploadDays * 24 * 60 * 60_000;
    for (const { uploadUrl, urlStorageKey, metadata, creationTime } of await urlStorage.findAllUploads()) {
      if (Date.parse(creationTime) < tooOld) await urlStorage.removeUpload(urlStorageKey);
      const id = idOf(uploadUrl);
      const there = id && (await lookUp(id));
      if (!there || this.#state.files.some((file) => file.id === id)) continue;
      const name = (metadata.filename ?? "").normalize("NFC");
      const state = there.sent === there.size ? "arrived" : "unfinished";
      this.#put({ key: id, name, kind: kindOfFile(name), id, issue: null, ...there, state });
    }
  }

  #find(key: string): QueuedFile | undefined {
    return this.#state.files.find((file) => file.key === key);
  }

  #put(file: QueuedFile): void {
    this.#set({ files: [...this.#state.files.filter(({ key }) => key !== file.key), file] });
  }

  #update(key: string, change: Partial<QueuedFile>): void {
    this.#change((file) => file.key === key, change);
  }

  #change(which: (file: QueuedFile) => boolean, change: Partial<QueuedFile>): void {
    this.#set({ files: this.#state.files.map((file) => (which(file) ? { ...file, ...change } : file)) });
  }

  #set(change: Partial<UploadState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function faultOf(name: string, size: number, kind: FileKind | null): Issue | null {
  if (kind === null) return issue("upload.unknown_kind", { photo: name });
  if (size === 0) return issue("upload.empty", { photo: name });
  const largest = largestOf(kind);
  return size > largest ? issue("upload.too_large", {}, { params: { maximum: megabytes(largest) } }) : null;
}

/** How much of a file the server has; null when it has none of it for us. */
async function lookUp(id: string): Promise<{ sent: number; size: number } | null> {
  const headers = { "Tus-Resumable": "1.0.0" };
  const answer = await fetch(`${endpoint}/${id}`, { method: "HEAD", headers }).catch(() => null);
  if (!answer?.ok) return null;
  return { sent: Number(answer.headers.get("Upload-Offset")), size: Number(answer.headers.get("Upload-Length")) };
}

/** What the server said, where it said something of ours. */
function issueIn(body = ""): Issue {
  try {
    const { issue: said } = JSON.parse(body) as { issue?: Issue };
    if (said) return said;
  } catch {
    // Somebody between us and the server answered.
  }
  return issue("upload.interrupted");
}

function idOf(url: string | null | undefined): string | null {
  return url?.match(/\/uploads\/([0-9a-f-]{36})$/)?.[1] ?? null;
}

async function forget(id: string): Promise<void> {
  for (const { uploadUrl, urlStorageKey } of await urlStorage.findAllUploads()) {
    if (idOf(uploadUrl) === id) await urlStorage.removeUpload(urlStorageKey);
  }
}
