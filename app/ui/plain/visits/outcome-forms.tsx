import { Form } from "@remix-run/react";
import type { ShownVisit } from "#app/domain/visit/find-visit.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import type { VisitSide } from "#app/services/database/generated/enums.ts";
import { Button } from "../button.tsx";
import { Field } from "../field.tsx";
import { useSentence } from "../locale.tsx";

export const sideWords = { creator: m.byCreator, store: m.byStore, office: m.byOffice } as const;

/** Where a side says how the visit went, objects to what the other said, or calls it off. `intent` tells the action which. */
export function OutcomeForms({ visit, side }: { visit: ShownVisit; side: Exclude<VisitSide, "office"> }) {
  const t = useSentence();
  const { state, hasBegun, toldBy, reason, mayObject, dispute } = visit;
  return (
    <>
      {reason !== "" && toldBy && <p>{t(m.toldBy, { who: t(sideWords[toldBy]), reason })}</p>}
      {dispute !== "" && <p>{t(m.saidThen, { dispute })}</p>}
      {state === "agreed" && hasBegun && (
        <Form method="post" className="card stack" preventScrollReset>
          <h2>{t(m.outcome)}</h2>
          <Field name="reason" label={t(m.outcomeNote)} optional maxLength={500} />
          <Button kind="main" name="intent" value="visited" full>
            {t(side === "creator" ? m.saidVisited : m.saidCame)}
          </Button>
          <Button name="intent" value="no_show" full>
            {t(side === "creator" ? m.saidStoreAbsent : m.saidCreatorAbsent)}
          </Button>
        </Form>
      )}
      {mayObject && toldBy !== side && (
        <details className="card">
          <summary>{t(m.dispute)}</summary>
          <Form method="post" className="stack" preventScrollReset>
            <p>{t(m.disputeLead)}</p>
            <Field name="dispute" label={t(m.disputeWhat)} maxLength={1000} />
            <Button name="intent" value="dispute" full>
              {t(m.disputeSend)}
            </Button>
          </Form>
        </details>
      )}
      {state === "agreed" && !hasBegun && (
        <details className="card">
          <summary>{t(m.cancel)}</summary>
          <Form method="post" className="stack" preventScrollReset>
            <Field name="reason" label={t(m.cancelWhy)} optional maxLength={500} />
            <Button kind="danger" name="intent" value="cancel" full>
              {t(m.cancel)}
            </Button>
          </Form>
        </details>
      )}
    </>
  );
}
