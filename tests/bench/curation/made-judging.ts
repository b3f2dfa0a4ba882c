import { join } from "node:path";
import sharp from "sharp";
import type { Actor } from "#app/domain/account/actor.ts";
import { openSession } from "#app/domain/account/open-session.ts";
import { renditionAddress } from "#app/domain/picture/rendition.ts";
import { webPictures } from "#app/domain/picture/web-set.ts";
import { advanceSeason } from "#app/domain/season/advance-season.ts";
import { changeRules } from "#app/domain/season/change-rules.ts";
import { defaultRules } from "#app/domain/season/default-rules.ts";
import { renditionKey } from "#app/services/blobs/blob-store.ts";
import { openLocalBlobs } from "#app/services/blobs/local-blobs.ts";
import type { Database } from "#app/services/database/database.ts";
import { insertRows } from "#app/services/database/insert-rows.ts";
import { makeSubmissions } from "#tests/made-season.ts";
import { scene } from "#tests/unit/made-pictures.ts";

const photosEach = 3;
const curators = 8;
/** Pixels. */
const [width, height] = [1280, 960];

/**
 * A season of so many submissions in judging, with five judgements each to be given by eight curators; gives a session of one of
 * them. Every product has three photos of its own whose likeness is compared; those that the curator will see are drawn as well.
 */
export async function makeJudging(
  database: Database,
  dataDir: string,
  { submissions, judged }: { submissions: number; judged: number },
): Promise<string> {
  const season = await database.season.create({ data: { year: 2026, name: "2026", state: "intake" } });
  const people = await Promise.all(
    Array.from({ length: curators + 1 }, (_, index) => {
      const role = index === 0 ? ("office" as const) : ("curator" as const);
      return database.account.create({ data: { role, name: `${role} ${index}`, email: `p${index}@example.com` } });
    }),
  );
  const [office, curator] = people;
  if (!office || !curator) throw new Error("nobody is there");
  const actor: Actor = { kind: "person", accountId: office.id, role: "office" };
  await makeSubmissions(database, season.id, submissions, { photosEach });
  const rules = { ...defaultRules(100), gates: [] };
  for (const outcome of [
    await changeRules(database, actor, { seasonId: season.id, rules }, []),
    await advanceSeason(database, actor, { seasonId: season.id, to: "judging" }, []),
  ]) {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  }
  const own = await database.judgingSlot.findMany({
    where: { curatorId: curator.id },
    orderBy: [{ submission: { submittedAt: "asc" } }],
    take: judged + 2,
    select: { submission: { select: { version: { select: { photos: { select: { sha256: true } } } } } } },
  });
  await drawPhotos(
    database,
    dataDir,
    own.flatMap(({ submission }) => submission.version.photos.map(({ sha256 }) => sha256)),
  );
  await database.$executeRaw`ANALYZE`;
  const { token } = await openSession(database, { account: { id: curator.id, role: "curator" }, now: new Date() });
  return token;
}

/** Each as large as the pages ask for it; all show the same scene, under addresses of their own. */
async function drawPhotos(database: Database, dataDir: string, photos: readonly string[]): Promise<void> {
  const blobs = await openLocalBlobs(join(dataDir, "blobs"));
  const photo = await scene(width, height, 1).png().toBuffer();
  for (const spec of webPictures) {
    const bytes = await sharp(photo).resize(spec.size).webp({ quality: spec.quality }).toBuffer();
    const rows: Record<string, unknown>[] = [];
    for (const sha256 of photos) {
      const address = renditionAddress(sha256, spec);
      const stored = await blobs.putAt(renditionKey(address), bytes);
      rows.push({
        ...{ address, original_sha256: sha256, spec_key: spec.key, media_type: "image/webp", sha256: stored.sha256 },
        ...{ width: spec.size, height: Math.round((spec.size / width) * height), bytes: stored.bytes },
        created_at: new Date(),
      });
    }
    await insertRows(database, "rendition", rows);
  }
}
