import { Form } from "@remix-run/react";
import type { OpenDrift } from "#app/domain/drift/list-drifts.ts";
import { formatWon } from "#app/messages/format.ts";
import { ownShopMessages as m } from "#app/messages/own-shop.ts";
import type { Locale, Sentence } from "#app/messages/sentence.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";

const words: Record<OpenDrift["kind"], Sentence> = {
  price: m.driftPrice,
  stock: m.driftStock,
  taken_down: m.driftGone,
  deleted: m.driftGone,
  duplicate: m.driftDuplicate,
  options_stopped: m.driftOptions,
};

/** What somebody changed in the shop itself, and the two ways to go on. */
export function OwnShopDrifts({ drifts }: { drifts: OpenDrift[] }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <section className="stack" aria-labelledby="drifts">
      <h2 id="drifts">{t(m.drifts)}</h2>
      <p className="soft">{t(m.driftsLead)}</p>
      <ul className="told-list">
        {drifts.map(({ id, kind, ours, theirs, productName }) => (
          <li key={id} className="card stack">
            <h3>{productName}</h3>
            <p>{t(words[kind], { ours: said(locale, kind, ours), theirs: said(locale, kind, theirs) })}</p>
            <Form method="post" className="stack">
              <input type="hidden" name="intent" value="settle" />
              <input type="hidden" name="driftId" value={id} />
              {kind !== "duplicate" && (
                <Button full name="how" value="sent_ours">
                  {t(m.driftOurs)}
                </Button>
              )}
              <Button full name="how" value="accepted">
                {t(m.driftTheirs)}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function said(locale: Locale, kind: OpenDrift["kind"], value: number | null): string {
  if (value === null) return "–";
  return kind === "price" ? formatWon(locale, value) : String(value);
}
