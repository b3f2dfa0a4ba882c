import { z } from "zod";
import { DecisionKind } from "#app/services/database/generated/enums.ts";
import { storeKinds } from "../../product/product-facts.ts";
import { gateKeys, rubricSchema, rulesSchema } from "../rules.ts";

const time = z.iso.datetime();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const factsSchema = z.object({
  rules: z.object({
    places: z.int(),
    rubric: rubricSchema,
    quotas: rulesSchema.shape.quotas,
    reserveSize: z.int(),
  }),
  submissions: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(storeKinds),
      submittedAt: time,
      standing: z.enum(["entered", "rejected", "withdrawn"]),
      unmet: z.array(z.enum(gateKeys)),
      waived: z.array(z.enum(gateKeys)),
      bonus: z.number(),
      judgements: z.array(z.object({ curatorId: z.string(), marks: z.record(z.string(), z.number()) })),
    }),
  ),
});

const decisionSchema = z.object({
  /** Of the decision; they are in this order. */
  id: z.string().regex(/^\d+$/),
  kind: z.enum(DecisionKind),
  submissionId: z.uuid().nullable(),
  /** Number of the frozen list that it changed. */
  result: z.int().nullable(),
  reason: z.string(),
  decidedById: z.uuid().nullable(),
  decidedAt: time,
  details: z.unknown(),
});

const lineSchema = z.object({
  id: z.string().regex(/^-?\d+$/),
  at: time,
  actorId: z.string().nullable(),
  onBehalfOfId: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  versionBefore: z.string().nullable(),
  versionAfter: z.string().nullable(),
  batchId: z.string().nullable(),
  details: z.unknown(),
  seasonId: z.string().nullable(),
  hash,
});

/**
 * All that a season's list was made of and what led to it, to be kept for years and computed again without our database. People are
 * ids only; names are those of the products on the list and of their stores, which are public.
 */
export const seasonFileSchema = z.object({
  format: z.literal("baekseon-season"),
  version: z.literal(1),
  writtenAt: time,
  season: z.object({ id: z.uuid(), year: z.int(), name: z.string(), state: z.string(), places: z.int() }),
  rules: z.array(z.object({ version: z.int(), createdAt: time, rules: rulesSchema })),
  /** Each time the list was frozen; the last one stands. */
  results: z.array(
    z.object({ number: z.int(), rulesVersion: z.int(), frozenAt: time, facts: factsSchema, outcome: z.unknown() }),
  ),
  decisions: z.array(decisionSchema),
  /** The places as they stand. */
  list: z.array(
    z.object({
      number: z.int(),
      submissionId: z.uuid(),
      product: z.string(),
      store: z.string(),
      kind: z.enum(storeKinds),
      district: z.string(),
    }),
  ),
  /** The season's sealed lines, in order. */
  audit: z.array(lineSchema),
});

export type SeasonFile = z.infer<typeof seasonFileSchema>;
