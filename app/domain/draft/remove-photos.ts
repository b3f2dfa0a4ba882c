import type { Prisma, Transaction } from "#app/services/database/database.ts";

/** Takes photos out of their drafts and remembers whose the uploaded files are: they are erased when the store closes. */
export async function removePhotos(transaction: Transaction, which: Prisma.DraftPhotoWhereInput): Promise<number> {
  const photos = await transaction.draftPhoto.findMany({
    where: which,
    select: { id: true, blob: true, draft: { select: { storeId: true } } },
  });
  await transaction.removedPhoto.createMany({
    data: photos.map(({ blob, draft: { storeId } }) => ({ storeId, blob })),
    skipDuplicates: true,
  });
  const { count } = await transaction.draftPhoto.deleteMany({ where: { id: { in: photos.map(({ id }) => id) } } });
  return count;
}
