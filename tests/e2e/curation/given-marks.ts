import { giveJudgement } from "#app/domain/judging/give-judgement.ts";
import type { EnteredProduct } from "./entered-season.ts";
import { criteria, marksOf } from "./marks.ts";
import { requireDone, type SeasonHouse } from "./season-house.ts";

export interface GivenMarks {
  /** What whoever judges this product next shall give it. */
  next(product: EnteredProduct): number[];
  note(submissionId: string, curatorId: string, marks: number[]): void;
  /** Of every judgement of a product, in the order of the criteria. */
  of(submissionId: string): number[][];
  /** Gives every judgement that was dealt and not given yet; five at a time, and none of one product at once. */
  giveTheRest(): Promise<void>;
}

/** Keeps what was given, whoever gave it, for the list that is computed by hand. */
export function keepGivenMarks({ database, season }: Pick<SeasonHouse, "database" | "season">): GivenMarks {
  const bySubmission = new Map<string, Map<string, number[]>>();
  const given: GivenMarks = {
    next: ({ index, kind, submissionId }) => marksOf(index, kind, bySubmission.get(submissionId)?.size ?? 0),
    note(submissionId, curatorId, marks) {
      const own = bySubmission.get(submissionId) ?? new Map<string, number[]>();
      bySubmission.set(submissionId, own.set(curatorId, marks));
    },
    of: (submissionId) => [...(bySubmission.get(submissionId)?.values() ?? [])],
    async giveTheRest() {
      const slots = await database.judgingSlot.findMany({
        where: { givenAt: null, curatorId: { not: null }, submission: { state: "submitted" } },
        orderBy: [{ submissionId: "asc" }, { number: "asc" }],
        select: { submissionId: true, curatorId: true, submission: { select: { versionId: true } } },
      });
      const products = season.products
        .map((product) => ({ product, own: slots.filter(({ submissionId }) => submissionId === product.submissionId) }))
        .filter(({ own }) => own.length > 0);
      const giveAll = async () => {
        for (let next = products.pop(); next; next = products.pop()) {
          for (const { submissionId, curatorId, submission } of next.own) {
            const marks = given.next(next.product);
            const actor = { kind: "person" as const, accountId: curatorId ?? "", role: "curator" as const };
            const typed = Object.fromEntries(criteria.map((key, index) => [key, marks[index] ?? 0]));
            const { versionId } = submission;
            requireDone(await giveJudgement(database, actor, { submissionId, versionId, marks: typed }));
            given.note(submissionId, curatorId ?? "", marks);
          }
        }
      };
      await Promise.all(Array.from({ length: 5 }, giveAll));
    },
  };
  return given;
}
