import type { SubmissionDetails } from "#app/domain/season/find-submission.ts";
import { curatorMessages as m } from "#app/messages/curator.ts";
import { formatCount, formatDisclosed, formatWon } from "#app/messages/format.ts";
import { storeKindWords } from "#app/messages/states.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskFacts } from "#app/ui/desk/desk-facts.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";

type Product = SubmissionDetails["product"];

/** What the merchant says about the product, word for word. */
export function Description({ html }: { html: string }) {
  const t = useSentence();
  return (
    <DeskCard title={t(m.description)}>
      {html === "" ? (
        <p className="desk-soft">{t(m.noDescription)}</p>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: descriptions are sanitised before they are stored
        <div className="desk-description" dangerouslySetInnerHTML={{ __html: html }} />
      )}
    </DeskCard>
  );
}

export function Variants({ price, variants }: Pick<Product, "price" | "variants">) {
  const locale = useLocale();
  const t = useSentence();
  return (
    <DeskCard title={t(m.optionsAndStock)}>
      <DeskTable
        caption={t(m.optionsAndStock)}
        columns={[
          { word: t(m.option), narrow: "head" },
          { word: t(m.price), number: true },
          { word: t(m.stock), number: true },
        ]}
        rows={variants.map(({ key, priceDelta, stock }) => ({
          id: key,
          cells: [
            key === "" ? t(m.onlyOption) : key,
            formatWon(locale, price + priceDelta),
            stock === null ? t(m.unsaidStock) : formatCount(stock),
          ],
        }))}
      />
    </DeskCard>
  );
}

export interface NoticeLine {
  key: string;
  label: string;
  value: string | boolean;
}

export function NoticeTable({ name, lines }: { name: string; lines: readonly NoticeLine[] }) {
  const locale = useLocale();
  const t = useSentence();
  return (
    <DeskCard title={t(m.notice)} aside={<span className="desk-soft">{name}</span>}>
      {lines.length === 0 ? (
        <p className="desk-soft">{t(m.noNotice)}</p>
      ) : (
        <DeskFacts
          facts={lines.map(({ label, value }) => ({
            word: label,
            value: typeof value === "boolean" ? t(value ? m.yes : m.no) : formatDisclosed(locale, value),
          }))}
        />
      )}
    </DeskCard>
  );
}

export function Store({ product, store }: Pick<SubmissionDetails, "product" | "store">) {
  const locale = useLocale();
  const t = useSentence();
  const { name, kind } = product.store;
  const since = store.foundedYear === null ? null : t(m.since, { year: store.foundedYear });
  const line = [t(storeKindWords[kind]), store.district[locale], since].filter(Boolean).join(" · ");
  return (
    <DeskCard title={t(m.aboutStore)} aside={<span className="desk-soft">{line}</span>}>
      <h3>{name}</h3>
      <p className={store.story ? "desk-story" : "desk-soft"}>{store.story || t(m.noStory)}</p>
    </DeskCard>
  );
}
