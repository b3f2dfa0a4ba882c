import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { onTestFinished } from "vitest";
import { addDocument } from "#app/domain/application/documents.ts";
import { kindOf } from "#app/domain/application/fields.ts";
import { findApplication } from "#app/domain/application/find-application.ts";
import { saveStep } from "#app/domain/application/save-step.ts";
import { sendApplication } from "#app/domain/application/send-application.ts";
import { stepsFor } from "#app/domain/application/steps.ts";
import type { Outcome } from "#app/domain/outcome.ts";
import { verifyRequirement } from "#app/domain/store/verify-requirement.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Database } from "#app/services/database/database.ts";
import type { DocumentKind } from "#app/services/database/generated/enums.ts";
import { giveWord } from "#prisma/seed/give-word.ts";
import { testDatabase } from "#tests/database.ts";

export const market = { id: "5a4c4a1e-0000-4000-8000-000000000011", districtCode: "11440" };

/** What a sesame-oil miller of Mangwon market enters. */
export const millAnswers = {
  business_number: "124-81-00998",
  store_name: "망원 참기름집",
  owner_name: "김순자",
  store_phone: "02-123-4567",
  kind: "traditional_market",
  postcode: "04015",
  address: "서울특별시 마포구 포은로6길 27",
  district: "",
  market: market.id,
  story: "1989년부터 참깨를 볶아 기름을 짜고 있어요.",
  hours: "월~토 09:00~19:00",
  visitable: "yes",
  mail_order: "not_yet",
  mail_order_number: "",
  shipping_fee: "3,000원",
  return_fee: "3000",
  exchange_fee: "6000",
};

export const millDocuments: DocumentKind[] = ["business_registration", "market_certificate", "store_photo"];

/** A merchant without a store, a member of the office, the market, and a folder for files. */
async function joiningScene(database: Database) {
  const merchant = await database.account.create({
    data: { role: "merchant", name: "010-1234-5678", phone: "+821012345678" },
  });
  const office = await database.account.create({ data: { role: "office", name: "정", email: "o@example.com" } });
  await database.market.create({ data: { ...market, name: "망원시장", address: "서울특별시 마포구 포은로8길 14" } });
  const folder = await mkdtemp(join(tmpdir(), "joining-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const blobs = await openLocalBlobs(join(folder, "blobs"));
  const actor = { kind: "person", accountId: merchant.id, role: "merchant" } as const;
  const officer = { kind: "person", accountId: office.id, role: "office" } as const;
  const accountId = merchant.id;
  await giveWord(database, actor, null);

  async function file(name: string, bytes: Buffer) {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return { path, name, size: bytes.length };
  }

  async function photo(name = "사진.jpg", shade = 120) {
    const background = { r: shade, g: 90, b: 40 };
    const picture = sharp({ create: { width: 80, height: 60, channels: 3, background } }).jpeg();
    return file(name, await picture.toBuffer());
  }

  return {
    accountId,
    actor,
    officer,
    blobs,
    file,
    photo,
    save: (step: Parameters<typeof saveStep>[2]["step"], answers: Record<string, string>) =>
      saveStep(database, actor, { accountId, step, answers }),
    /** Everything but the sending. */
    async enterAll(answers: Record<string, string> = millAnswers, documents: readonly DocumentKind[] = millDocuments) {
      for (const { key } of stepsFor(kindOf(answers))) {
        await saveStep(database, actor, { accountId, step: key, answers });
      }
      for (const kind of documents) {
        const given = await photo(`${kind}.jpg`, kind.length * 5);
        await addDocument(database, blobs, actor, { accountId, kind, file: given });
      }
    },
  };
}

export const codesOf = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.issues.map(({ code }) => code));

/** What `joiningScene` has, and what its people do most. */
export async function millScene() {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const people = await joiningScene(database);
  const { accountId, actor, officer } = people;
  return {
    database,
    ...people,
    send: () => sendApplication(database, actor, { accountId }),
    store: () => database.store.findFirstOrThrow(),
    find: () => findApplication(database, accountId),
    async verifyAll() {
      const { id: storeId } = await database.store.findFirstOrThrow();
      for (const requirement of ["business_status", "business_registration", "kind_proof"] as const) {
        await verifyRequirement(database, officer, { storeId, requirement });
      }
    },
    told: async () => (await database.outboxMessage.findMany()).map(({ template }) => template),
  };
}
