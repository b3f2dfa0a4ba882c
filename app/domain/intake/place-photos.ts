import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { issue } from "../issue/issue.ts";
import { done, type Outcome } from "../outcome.ts";
import { holdImport, judgeAnew, requireJudged } from "./judged-import.ts";

export const placePhotosInput = z.object({
  storeId: z.uuid(),
  importId: z.uuid(),
  /** By the photos' order in the archive: the row's number, its code or its name, or null for a photo that is not to be used. */
  choices: z
    .array(z.object({ ordinal: z.number().int().min(0).max(1_000_000), row: z.string().max(200).nullable() }))
    .max(1_000),
});

/**
 * Puts photos to rows of their own import; whoever judges or saves the sheet from now on finds them there. What was chosen stays chosen
 * however often the sheet is judged anew.
 */
export async function placePhotos(
  database: Database,
  actor: Actor,
  { storeId, importId, choices }: z.infer<typeof placePhotosInput>,
): Promise<Outcome<{ placed: number }>> {
  return inTransaction(database, async (transaction) => {
    const judged = requireJudged(await holdImport(transaction, { storeId, importId }));
    if (!judged.ok) return judged;
    const ordinals = choices.map(({ ordinal }) => ordinal);
    const photos = await transaction.importPhoto.findMany({
      where: {
        importId,
        ordinal: { in: ordinals },
        outcome: { not: "refused" },
        OR: [{ chosen: true }, { row: null }],
      },
    });
    const said = choices.flatMap(({ row }) => (row === null ? [] : [row.trim()]));
    const rows = await transaction.importRow.findMany({
      where: {
        importId,
        sku: { not: null },
        OR: [{ row: { in: said.flatMap(asRowNumber) } }, { sku: { in: said } }, { name: { in: said } }],
      },
      select: { row: true, sku: true, name: true, outcome: true },
      orderBy: { row: "asc" },
    });
    const find = (text: string) => {
      const [number] = asRowNumber(text);
      const [byName, another] = rows.filter(({ name }) => name === text);
      const only = another ? undefined : byName;
      return rows.find(({ row }) => row === number) ?? rows.find(({ sku }) => sku === text) ?? only;
    };

    const placed: { ordinal: number; row: number | null }[] = [];
    const concerned = new Set<number>();
    for (const { ordinal, row: text } of choices) {
      const photo = photos.find((one) => one.ordinal === ordinal);
      if (!photo) continue;
      const target = text === null ? null : find(text.trim());
      if (target === undefined) {
        return { ok: false, issues: [issue("photo.row_unknown", { photo: photo.fileName }, { raw: text ?? "" })] };
      }
      const row = target?.row ?? null;
      if (photo.chosen && photo.row === row) continue;
      placed.push({ ordinal, row });
      // A row that was as before has new photos now; one that loses a photo may be as before.
      if (target?.outcome === "skipped") concerned.add(target.row);
      if (photo.row !== null) concerned.add(photo.row);
    }
    if (placed.length === 0) return done({ placed: 0 });

    await transaction.$executeRaw`
      UPDATE "import_photo" SET "chosen" = true, "row" = given."row", "issues" = '[]',
        "outcome" = (CASE WHEN given."row" IS NULL THEN 'unmatched' ELSE 'matched' END)::"photo_outcome"
      FROM jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) AS given("ordinal" int, "row" int)
      WHERE "import_photo"."import_id" = ${importId}::uuid AND "import_photo"."ordinal" = given."ordinal"`;
    if (concerned.size > 0) await judgeAnew(transaction, judged.result);
    await recordAudit(transaction, actor, {
      action: "place-photos",
      subject: { kind: "import", id: importId },
      details: { photos: placed.length },
    });
    return done({ placed: placed.length });
  });
}

/** Of `12`, and of `12 · A-1 참기름` as the list offers it. */
function asRowNumber(text: string): number[] {
  const [, digits] = /^(\d{1,7})(?:$|\s*·)/.exec(text.trim()) ?? [];
  return digits === undefined ? [] : [Number(digits)];
}
