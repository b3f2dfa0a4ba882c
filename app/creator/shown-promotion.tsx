import { Form } from "@remix-run/react";
import { hasErrors } from "#app/domain/issue/issue.ts";
import type { ShownPromotion as Promotion } from "#app/domain/visit/find-visit.ts";
import { formatCount, formatDate } from "#app/messages/format.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { Field, FieldFrame } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { PromotionStatus } from "#app/ui/plain/visits/visit-status.tsx";

/** Where what was handed in stands, what to correct, and how often it was seen. */
export function ShownPromotion({ promotion, today }: { promotion: Promotion; today: string }) {
  const t = useSentence();
  const locale = useLocale();
  const { id, state, title, address, issues, note, rules, views, watchUntil, objection, overruleReason } = promotion;
  return (
    <section className="card stack">
      <h2>{title}</h2>
      <p>
        <PromotionStatus state={state} />
      </p>
      <p>
        <a href={address} rel="noopener nofollow" className="as-target">
          {address.replace("https://", "")}
        </a>
      </p>
      {issues.length > 0 && (
        <Notice tone={hasErrors(issues) ? "refused" : "waiting"} title={t(hasErrors(issues) ? m.lacks : m.lookOnce)}>
          <IssueList issues={issues} />
        </Notice>
      )}
      {objection && <p>{t(m.objected, { objection })}</p>}
      {promotion.mayOverrule && !objection && (
        <details>
          <summary>{t(m.objectTo)}</summary>
          <Form method="post" className="stack">
            <p>{t(m.objectLead)}</p>
            <input type="hidden" name="promotionId" value={id} />
            <FieldFrame label={t(m.objectWhere)}>
              {(control) => <textarea {...control} name="objection" rows={3} maxLength={1000} required />}
            </FieldFrame>
            <Button name="intent" value="object" full>
              {t(m.objectSend)}
            </Button>
          </Form>
        </details>
      )}
      {overruleReason && <p>{t(m.passedByHand, { reason: overruleReason })}</p>}
      {note && <p>{t(m.officeSays, { note })}</p>}
      {state === "waiting" && <p>{t(m.passed)}</p>}
      <p className="soft">{t(m.rulesOf, { version: rules })}</p>
      {watchUntil && <p className="soft">{t(m.watched, { date: formatDate(locale, watchUntil) })}</p>}
      {views.length > 0 && (
        <table className="views">
          <thead>
            <tr>
              <th scope="col">{t(m.viewsDay)}</th>
              <th scope="col">{t(m.views)}</th>
              <th scope="col">{t(m.source)}</th>
            </tr>
          </thead>
          <tbody>
            {views.map(({ day, views: count, source }) => (
              <tr key={day}>
                <td>{day}</td>
                <td>{formatCount(count)}</td>
                <td>{t(m[source])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <details>
        <summary>{t(m.views)}</summary>
        <Form method="post" className="stack">
          <p>{t(m.viewsLead)}</p>
          <input type="hidden" name="promotionId" value={id} />
          <Field name="day" type="date" max={today} defaultValue={today} label={t(m.viewsDay)} />
          <Field name="views" inputMode="numeric" label={t(m.views)} />
          <Button name="intent" value="views" full>
            {t(m.enterViews)}
          </Button>
        </Form>
      </details>
    </section>
  );
}
