import { Prisma } from "#app/services/database/database.ts";
import type { ListingState, SubmissionState } from "#app/services/database/generated/enums.ts";
import { ofProgramme } from "../channel/of-programme.ts";
import { type ProductStage, type StageFacts, stageOf } from "./stages.ts";

/**
 * A store's products with what their stages are drawn from, as a table `staged` (id, sku, created_at, facts). Products with the same
 * `facts` are at the same stage.
 */
export function stagedProducts(storeId: string): Prisma.Sql {
  return Prisma.sql`
    staged AS (
      SELECT product."id", product."sku", product."created_at",
             concat(submission."state", ':', (
               SELECT string_agg(DISTINCT "state"::text, ',') FROM "listing" WHERE "product_id" = product."id" AND ${ofProgramme}
             )) AS facts
      FROM "product" AS product
      LEFT JOIN "submission" AS submission
        ON submission."product_id" = product."id"
       AND submission."season_id" = (SELECT "id" FROM "season" ORDER BY "year" DESC LIMIT 1)
      WHERE product."store_id" = ${storeId}::uuid
    )`;
}

/** The column `facts` of `stagedProducts`. */
export function readStageFacts(facts: string): StageFacts {
  const [submission = "", listings = ""] = facts.split(":");
  return {
    submission: submission === "" ? null : (submission as SubmissionState),
    listings: listings === "" ? [] : (listings.split(",") as ListingState[]),
  };
}

export function readStage(facts: string): ProductStage {
  return stageOf(readStageFacts(facts));
}
