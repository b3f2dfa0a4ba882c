import { z } from "zod";
import type { BlobStore } from "#app/services/blobs/blob-store.ts";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { DocumentKind } from "#app/services/database/generated/enums.ts";
import { sniffMediaType } from "#app/services/uploads/media-type.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { refuseWithoutConsents } from "../consent/find-consents.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { settleChanges } from "../store/settle-changes.ts";
import { openApplication } from "./open-application.ts";

export const documentMegabytes = 20;
/** The pages of a contract, photographed one by one. */
export const documentsOfAKind = 10;

const photos = ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"];

interface GivenFile {
  path: string;
  /** As the browser named it. */
  name: string;
  /** Bytes. */
  size: number;
}

/** Keeps a photo or PDF that proves something; a new photo of the store takes the place of the old one. */
export async function addDocument(
  database: Database,
  blobs: BlobStore,
  actor: Actor,
  { accountId, kind, file }: { accountId: string; kind: DocumentKind; file: GivenFile },
): Promise<Outcome<{ documentId: string }>> {
  const path = { field: kind };
  const megabyte = 1024 * 1024;
  if (file.size > documentMegabytes * megabyte) {
    return refused("upload.too_large", path, { params: { maximum: documentMegabytes } });
  }
  const mediaType = await sniffMediaType(file.path);
  const readable = kind === "store_photo" ? photos : [...photos, "application/pdf"];
  if (!mediaType || !readable.includes(mediaType)) {
    return refused(kind === "store_photo" ? "document.not_a_photo" : "document.not_readable", path);
  }
  const { key, bytes } = await blobs.putFile(file.path);
  return inTransaction(database, async (transaction) => {
    const application = await openApplication(transaction, accountId);
    if (!application) return refused("application.not_open");
    const unagreed = await refuseWithoutConsents(transaction, accountId);
    if (unagreed) return unagreed;
    const { id: applicationId, storeId } = application;
    if (kind === "store_photo") await transaction.storeDocument.deleteMany({ where: { applicationId, kind } });
    const there = await transaction.storeDocument.findMany({ where: { applicationId, kind } });
    const same = there.find(({ blob }) => blob === key);
    if (same) return done({ documentId: same.id });
    if (there.length >= documentsOfAKind) {
      return refused("document.too_many", path, { params: { maximum: documentsOfAKind } });
    }
    const uploadedById = actor.kind === "person" ? actor.accountId : accountId;
    const fileName = [...file.name.replaceAll("\0", "")].slice(-255).join("");
    const { id } = await transaction.storeDocument.create({
      data: { applicationId, kind, blob: key, fileName, mediaType, bytes, uploadedById },
    });
    if (storeId) await settleChanges(transaction, storeId, [kind]);
    await recordAudit(transaction, actor, { action: "add-document", subject: { kind: "store_document", id } });
    return done({ documentId: id });
  });
}

export const removeDocumentInput = z.object({ accountId: z.uuid(), documentId: z.uuid() });

/** A document that is gone already stays gone. */
export async function removeDocument(
  database: Database,
  actor: Actor,
  { accountId, documentId }: z.infer<typeof removeDocumentInput>,
): Promise<Outcome<null>> {
  return inTransaction(database, async (transaction) => {
    const application = await openApplication(transaction, accountId);
    if (!application) return refused("application.not_open");
    const where = { id: documentId, applicationId: application.id };
    const found = await transaction.storeDocument.findFirst({ where });
    if (!found) return done(null);
    await transaction.storeDocument.deleteMany({ where });
    if (application.storeId) await settleChanges(transaction, application.storeId, [found.kind]);
    const subject = { kind: "store_document", id: documentId };
    await recordAudit(transaction, actor, { action: "remove-document", subject });
    return done(null);
  });
}

/** For the merchant whose it is, or, without `accountId`, for the office. */
export async function findDocument(database: Database, documentId: string, { accountId }: { accountId?: string } = {}) {
  if (!z.uuid().safeParse(documentId).success) return null;
  return database.storeDocument.findFirst({
    where: { id: documentId, ...(accountId !== undefined && { application: { accountId } }) },
    select: { blob: true, fileName: true, mediaType: true, bytes: true },
  });
}
