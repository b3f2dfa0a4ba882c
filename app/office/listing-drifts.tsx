import type { ProductListings } from "#app/domain/listing/find-product-listings.ts";
import { driftWords, driftMessages as m } from "#app/messages/drift.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { DriftDecision, DriftValue } from "./drift-decision.tsx";

type Drifts = ProductListings["listings"][number]["drifts"];

/** What the mall shows otherwise than it was sent, each with what can be decided. */
export function ListingDrifts({ drifts, mall }: { drifts: Drifts; mall: string }) {
  const t = useSentence();
  return drifts.map((drift) => (
    <Notice key={drift.id} tone="waiting" title={t(driftWords[drift.kind])}>
      {drift.theirs !== null && (
        <p>
          {t(m.ours)} <DriftValue kind={drift.kind} value={drift.ours} /> · {t(m.theirs)}{" "}
          <DriftValue kind={drift.kind} value={drift.theirs} />
        </p>
      )}
      {drift.options.length > 0 && <p>{t(m.optionsStopped, { options: drift.options.join(", ") })}</p>}
      <DriftDecision drift={drift} mall={mall} />
    </Notice>
  ));
}
