import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";

/** Another one when the stand-ins remember other things than before: a file of the old layout is not read. */
const layout = "baekseon-sandbox-1";
const pauseMilliseconds = 300;

export interface StateFile {
  /** Saves soon; what changes until then is saved with it. */
  changed(): void;
  /** Saves, and then no more. */
  close(): Promise<void>;
}

/**
 * Restores what the file holds, and keeps it up to date from now on; at every moment the file is whole. One that cannot be
 * used is reported on standard error, and so is a save that fails; neither stops anybody.
 */
export async function openStateFile<State>(
  path: string,
  { state, restore }: { state(): State; restore(state: State): void },
): Promise<StateFile> {
  const kept = await read(path);
  if (kept !== null) restore(kept as State);

  let timer: NodeJS.Timeout | undefined;
  let pause = pauseMilliseconds;
  let closed = false;
  let saving = Promise.resolve();

  function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    saving = saving.then(async () => {
      const startedAt = performance.now();
      await write(path, state()).catch((error) => report(`${path} could not be saved`, error));
      // A hundred products with their pictures are many megabytes: saving takes a fifth of the time at most.
      pause = Math.max(pauseMilliseconds, 4 * (performance.now() - startedAt));
    });
    return saving;
  }

  return {
    changed() {
      if (!closed) timer ??= setTimeout(save, pause).unref();
    },
    close() {
      closed = true;
      return save();
    },
  };
}

async function read(path: string): Promise<unknown> {
  try {
    const file = await readFile(path);
    const end = file.indexOf("\n");
    const [kind, sum] = file.toString("latin1", 0, Math.max(0, end)).split(" ");
    if (kind !== layout) throw new Error("it has another layout");
    const body = file.subarray(end + 1);
    if (sum !== String(crc32(body))) throw new Error("it is damaged");
    return deserialize(body);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") report(`${path} is not used; the malls start empty`, error);
    return null;
  }
}

async function write(path: string, state: unknown): Promise<void> {
  const body = serialize(state);
  const draft = `${path}.new`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, [`${layout} ${crc32(body)}\n`, body]);
  await rename(draft, path);
}

function report(what: string, error: unknown): void {
  process.stderr.write(`${what}: ${error instanceof Error ? error.message : error}\n`);
}
