import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";
import { makeTemporaryFolder } from "../temporary-folder.ts";

export interface ReceivedFile {
  field: string;
  /** As the browser named it, without folders. */
  name: string;
  path: string;
  /** Bytes. */
  size: number;
}

export interface Upload {
  /** The last text of each field. */
  fields: Record<string, string>;
  /** In the order they came; inputs left empty are not among them. */
  files: ReceivedFile[];
  /** Removes the files; call it when they have been taken over. */
  remove(): Promise<void>;
}

export interface UploadLimits {
  /** Of the whole request. */
  maximumBytes: number;
  /** File inputs the form has; a file under another name is refused. */
  fileFields: readonly string[];
  maximumFiles?: number;
  /** Where the folder of this upload is made; the system's temporary folder unless told. */
  directory?: string;
}

export type UploadFault = "upload.too_large" | "upload.missing_file" | "upload.interrupted";

/** The upload was not taken and nothing of it is left on the disk. The code is an issue's code. */
export class UploadRefused extends Error {
  constructor(
    readonly code: UploadFault,
    readonly params: Record<string, number> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

const fieldBytes = 64 * 1024;
const mebibyte = 1024 * 1024;

/**
 * Streams a multipart form to files, with constant memory. Throws `UploadRefused` when it is too large, holds a file
 * the form has no input for, or breaks off.
 */
export async function receiveUpload(request: Request, limits: UploadLimits): Promise<Upload> {
  const tooLarge = () => new UploadRefused("upload.too_large", { maximum: Math.floor(limits.maximumBytes / mebibyte) });
  if (Number(request.headers.get("content-length") ?? 0) > limits.maximumBytes) throw tooLarge();
  const contentType = request.headers.get("content-type") ?? "";
  if (!request.body || !contentType.startsWith("multipart/form-data")) throw new UploadRefused("upload.missing_file");

  const folder = await makeTemporaryFolder("upload", limits.directory);
  const remove = () => rm(folder, { recursive: true, force: true });
  const fields: Record<string, string> = {};
  const files: ReceivedFile[] = [];
  const writes: Promise<void>[] = [];
  const stop = new AbortController();
  const signal = AbortSignal.any([request.signal, stop.signal]);

  try {
    const busboy = new Busboy({
      headers: { "content-type": contentType },
      limits: { fieldSize: fieldBytes, fields: 200, files: limits.maximumFiles ?? 500 },
    });
    busboy.on("field", (name, value, _nameCut, valueCut) => {
      if (valueCut) stop.abort(tooLarge());
      else fields[name] = value;
    });
    busboy.on("filesLimit", () => stop.abort(tooLarge()));
    busboy.on("file", (field, content, name) => {
      if (!limits.fileFields.includes(field) || !name) {
        content.resume();
        if (name) stop.abort(new UploadRefused("upload.missing_file"));
        return;
      }
      const file = { field, name: plainName(name), path: join(folder, String(writes.length)), size: 0 };
      files.push(file);
      const count = counting((bytes) => {
        file.size += bytes;
      });
      const write = pipeline(content, count, createWriteStream(file.path), { signal });
      // The failure is reported once, below; until then no rejection may go unheard.
      write.catch((error: unknown) => stop.abort(error));
      writes.push(write);
    });

    let received = 0;
    const measure = counting((bytes) => {
      received += bytes;
      if (received > limits.maximumBytes) stop.abort(tooLarge());
    });
    await pipeline(Readable.fromWeb(request.body as ReadableStream), measure, busboy, { signal });
    await Promise.all(writes);
    return { fields, files, remove };
  } catch (error) {
    // A file whose form broke off would wait for its rest for ever.
    stop.abort(error);
    await Promise.allSettled(writes);
    await remove();
    const reason: unknown = stop.signal.reason;
    if (reason instanceof UploadRefused) throw reason;
    throw new UploadRefused("upload.interrupted", {}, { cause: error });
  }
}

function counting(onBytes: (bytes: number) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      onBytes(chunk.length);
      done(null, chunk);
    },
  });
}

/** Browsers that send a folder put its path before the name. */
function plainName(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? name).normalize("NFC");
}
