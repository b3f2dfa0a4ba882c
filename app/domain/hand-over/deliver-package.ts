import { type Database, inTransaction } from "#app/services/database/database.ts";
import { program } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { handOverStates, statesWithOperator } from "./states.ts";

export interface DeliveredPackage {
  /** Of the listing it belongs to. */
  reference: string;
  /** Stands in the package, and differs with what is in it. */
  mark: string;
  /** Blob key of the package. */
  packageBlob: string;
  fileName: string;
}

/** Lays a package out for the operator as the next edition; the same one again changes nothing while the operator has it. */
export async function deliverPackage(
  database: Database,
  { reference, mark, packageBlob, fileName }: DeliveredPackage,
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const before = await transaction.handOver.findUnique({
      where: { reference },
      include: { packages: { orderBy: { edition: "desc" }, take: 1 } },
    });
    const same = before?.packages[0]?.packageBlob === packageBlob;
    if (before && same && statesWithOperator.includes(before.state)) return;
    if (before && !handOverStates.allows(before.state, "received")) {
      throw new Error(`Package ${reference} cannot be delivered while it is ${before.state}`);
    }
    const edition = (before?.edition ?? 0) + 1;
    const delivered = { state: "received" as const, edition, reasons: [], decidedAt: null };
    await transaction.handOver.upsert({
      where: { reference },
      create: { reference, ...delivered },
      update: { ...delivered, deliveredAt: new Date() },
    });
    await transaction.handOverPackage.create({ data: { reference, edition, mark, packageBlob, fileName } });
    await recordAudit(transaction, program, {
      action: "deliver-package",
      subject: { kind: "hand_over", id: reference },
      details: { from: before?.state ?? null, to: "received", edition },
    });
  });
}
