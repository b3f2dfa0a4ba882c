import type { ReactNode } from "react";
import { formatCount, formatWon } from "#app/messages/format.ts";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import type { ProductPage } from "./product.tsx";

export function ProductFactsList({ page: { facts, category, notice } }: { page: ProductPage }) {
  const t = useSentence();
  const locale = useLocale();
  const shown: [string, ReactNode][] = [
    [t(m.price), formatWon(locale, facts.price)],
    [t(m.stock), t(m.stockCount, { count: formatCount(facts.stock) })],
    [t(m.sku), facts.sku],
    [t(m.category), category],
    [t(m.origin), facts.origin.text],
    [t(m.maker), facts.maker],
    [t(m.shippingFee), facts.shippingFee === 0 ? t(m.freeShipping) : formatWon(locale, facts.shippingFee)],
    [t(m.tax), t(m[facts.tax])],
    [t(m.kcNumber), facts.kcNumber],
    [t(m.tags), facts.tags.join(", ")],
  ];
  const options = facts.variants.filter(({ key }) => key !== "");
  return (
    <>
      <section className="stack" aria-labelledby="facts">
        <h2 id="facts">{t(m.factsTitle)}</h2>
        <Facts entries={shown.filter(([, value]) => value)} />
      </section>
      {options.length > 0 && (
        <section className="stack" aria-labelledby="options">
          <h2 id="options">{t(m.optionsTitle)}</h2>
          <Facts
            entries={options.map(({ key, priceDelta, stock }) => [
              key,
              [
                formatWon(locale, facts.price + priceDelta),
                stock === null ? t(m.stockUnknown) : t(m.optionStock, { stock: formatCount(stock) }),
              ].join(" · "),
            ])}
          />
        </section>
      )}
      {facts.description !== "" && (
        <section className="stack" aria-labelledby="description">
          <h2 id="description">{t(m.descriptionTitle)}</h2>
          <div
            className="card description"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: stored only after clean-description has cleaned it
            dangerouslySetInnerHTML={{ __html: facts.description }}
          />
        </section>
      )}
      {notice.length > 0 && (
        <section className="stack" aria-labelledby="notice">
          <h2 id="notice">{t(m.noticeTitle)}</h2>
          <Facts
            entries={notice.map(({ label, value }) => [
              label,
              typeof value === "boolean" ? t(value ? m.yes : m.no) : value,
            ])}
          />
        </section>
      )}
    </>
  );
}

function Facts({ entries }: { entries: [string, ReactNode][] }) {
  return (
    <dl className="card facts">
      {entries.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
