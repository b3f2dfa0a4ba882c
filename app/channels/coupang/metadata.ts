import { z } from "zod";
import type { CallCoupang, CoupangAnswer } from "./client.ts";

const attributeSchema = z.object({
  attributeTypeName: z.string(),
  dataType: z.string(),
  inputType: z.string(),
  inputValues: z.array(z.string()).default([]),
  /** The literal word 없음 when there is none. */
  basicUnit: z.string().nullish(),
  usableUnits: z.array(z.string()).default([]),
  required: z.string(),
  /** `NONE`, or a number as text: attributes sharing it are alternatives. */
  groupNumber: z.string().default("NONE"),
  exposed: z.string().default("NONE"),
});

const metadataSchema = z.object({
  attributes: z.array(attributeSchema),
  noticeCategories: z.array(
    z.object({
      noticeCategoryName: z.string(),
      noticeCategoryDetailNames: z.array(z.object({ noticeCategoryDetailName: z.string(), required: z.string() })),
    }),
  ),
  certifications: z
    .array(z.object({ certificationType: z.string(), name: z.string(), dataType: z.string(), required: z.string() }))
    .default([]),
  requiredDocumentNames: z.array(z.object({ templateName: z.string(), required: z.string() })).default([]),
});

export type CategoryMetadata = z.infer<typeof metadataSchema>;
export type AttributeMetadata = z.infer<typeof attributeSchema>;
export type NoticeGroup = CategoryMetadata["noticeCategories"][number];

const prefix = "/v2/providers/seller_api/apis/api/v1/marketplace/meta/category-related-metas/display-category-codes";
const freshMilliseconds = 3_600_000;

/** Null: the mall's answer does not have the known shape. */
export type MetadataAnswer =
  | { kind: "metadata"; metadata: CategoryMetadata | null }
  | Exclude<CoupangAnswer, { kind: "success" }>;

/** What a category asks for, fetched once an hour at most. */
export function createMetadataReader(
  call: CallCoupang,
  now: () => number,
): (categoryCode: string) => Promise<MetadataAnswer> {
  const known = new Map<string, { metadata: CategoryMetadata; fetchedAt: number }>();

  return async (categoryCode) => {
    const cached = known.get(categoryCode);
    if (cached && now() - cached.fetchedAt < freshMilliseconds) {
      return { kind: "metadata", metadata: cached.metadata };
    }
    const answer = await call({ method: "GET", path: `${prefix}/${encodeURIComponent(categoryCode)}` });
    if (answer.kind !== "success") return answer;
    const parsed = metadataSchema.safeParse(answer.data);
    if (!parsed.success) return { kind: "metadata", metadata: null };
    known.set(categoryCode, { metadata: parsed.data, fetchedAt: now() });
    return { kind: "metadata", metadata: parsed.data };
  };
}
