import type { Transaction } from "#app/services/database/database.ts";

/** Part of a store's public address: its name, with its business number's end when the name is taken. */
export async function freeSlug(transaction: Transaction, name: string, businessNumber: string): Promise<string> {
  const plain = name.normalize("NFC").replace(/[/?#\s]+/g, "-");
  const taken = await transaction.store.findUnique({ where: { slug: plain }, select: { id: true } });
  return taken ? `${plain}-${businessNumber.slice(-5)}` : plain;
}
