import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { FileStore } from "@tus/file-store";
import { Server, Upload } from "@tus/server";
import type { Request, Response } from "express";
import type { Logger } from "pino";
import type { SessionAccount } from "#app/domain/account/find-session.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { beginUpload } from "#app/domain/upload/begin-upload.ts";
import { findUpload, recordArrival } from "#app/domain/upload/find-upload.ts";
import { megabytes, uploadLimits } from "#app/domain/upload/upload-limits.ts";
import type { House } from "./load-context.ts";

/** Of one store: a merchant, or who types for one. */
export type Uploader = Pick<SessionAccount, "id"> & { storeId: string };

const methods = ["POST", "HEAD", "PATCH", "DELETE"];

/** How long an earlier connection of the same upload may go on once the next one is there. */
const drainMilliseconds = 200;

class Refusal extends Error {
  constructor(
    readonly status_code: number,
    readonly body: string,
  ) {
    super(body);
  }
}

const notFound = () => new Refusal(404, "not found\n");

/**
 * Answers the tus protocol (tus.io 1.0.0): a file is announced, arrives in as many pieces as the connection breaks into, and goes on
 * where it was. The rows of `upload` say whose it is, the file's own size how much is here, so nothing is lost with the process.
 */
export function resumableUploads(
  { database, arriving }: Pick<House, "database" | "arriving">,
  path: string,
  log: Logger,
) {
  const uploaders = new AsyncLocalStorage<Uploader>();
  const uploader = () => {
    const found = uploaders.getStore();
    if (!found) throw notFound();
    return found;
  };
  const find = async (id: string) => {
    const found = await findUpload(database, { id, accountId: uploader().id });
    if (!found) throw notFound();
    return found;
  };

  const store = new FileStore({
    directory: arriving.directory,
    configstore: {
      async get(id) {
        const { bytes, name, createdAt } = await find(id);
        const metadata = { filename: name };
        return new Upload({ id, size: bytes, offset: 0, metadata, creation_date: createdAt.toISOString() });
      },
      // Its row was written, with its owner, before the file is made.
      async set() {},
      async delete(id) {
        await database.upload.deleteMany({ where: { id, accountId: uploader().id } });
      },
    },
  });
  // Of unknown length nobody could say whether there is room for it.
  store.extensions = ["creation", "creation-with-upload", "termination"];

  const tus = new Server({
    path,
    datastore: store,
    maxSize: uploadLimits.photoBytes,
    relativeLocation: true,
    allowedOrigins: [],
    lockDrainTimeout: drainMilliseconds,
    namingFunction: () => randomUUID(),
    async onIncomingRequest(request, id) {
      if (request.method !== "POST") await find(id);
    },
    async onUploadCreate(_request, { id, size = 0, metadata }) {
      const { id: accountId, storeId } = uploader();
      const file = { id, accountId, storeId, name: metadata?.filename ?? "", bytes: size };
      const begun = await beginUpload(database, file);
      if (!begun.ok) throw new Refusal(422, asBody(begun.issues[0]));
      return { metadata: { filename: begun.result.name } };
    },
    async onUploadFinish(_request, { id }) {
      await arriving.settle(id);
      await recordArrival(database, id);
      return {};
    },
    onResponseError(_request, error) {
      if (error instanceof Refusal) return error;
      const { status_code: status = 500 } = error as Partial<Refusal>;
      if (status === 413) {
        const params = { maximum: megabytes(uploadLimits.photoBytes) };
        return { status_code: 413, body: asBody(issue("upload.too_large", {}, { params })) };
      }
      if (status !== 500) return undefined;
      log.error({ error }, "an upload failed");
      return { status_code: 500, body: "500\n" };
    },
  });

  return async (request: Request, response: Response, who: Uploader): Promise<void> => {
    if (methods.includes(request.method)) await uploaders.run(who, () => tus.handle(request, response));
    else response.status(405).set("Allow", methods.join(", ")).end();
  };
}

/** What a page can say in words. */
function asBody(found: Issue | undefined): string {
  return JSON.stringify({ issue: found });
}
