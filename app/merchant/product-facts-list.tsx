import type { ReactNode } from "react";
import { formatCount, formatDisclosed, formatWon } from "#app/messages/format.ts";
import { helpMessages } from "#app/messages/help.ts";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import type { ProductPage } from "./product.tsx";

export function ProductFactsList({ page: { facts, category, notice, typedBy } }: { page: ProductPage }) {
  const t = useSentence();
  const locale = useLocale();
  const shown: [key: string, label: string, value: ReactNode][] = [
    ["name", t(m.name), typedBy.name && facts.name],
    ["price", t(m.price), formatWon(locale, facts.price)],
    ["stock", t(m.stock), t(m.stockCount, { count: formatCount(facts.stock) })],
    ["sku", t(m.sku), facts.sku],
    ["category", t(m.category), category],
    ["origin", t(m.origin), facts.origin.text],
    ["maker", t(m.maker), facts.maker],
    [
      "shipping_fee",
      t(m.shippingFee),
      facts.shippingFee === 0 ? t(m.freeShipping) : formatWon(locale, facts.shippingFee),
    ],
    ["tax", t(m.tax), t(m[facts.tax])],
    ["kc", t(m.kcNumber), facts.kcNumber],
    ["tags", t(m.tags), facts.tags.join(", ")],
  ];
  const options = facts.variants.filter(({ key }) => key !== "");
  return (
    <>
      <section className="stack" aria-labelledby="facts">
        <h2 id="facts">{t(m.factsTitle)}</h2>
        <Facts
          entries={shown
            .filter(([, , value]) => value)
            .map(([key, label, value]) => [label, <Said key={key} value={value} typist={typedBy[key]} />])}
        />
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
            entries={notice.map(({ key, label, value }) => [
              label,
              <Said
                key={key}
                value={typeof value === "boolean" ? t(value ? m.yes : m.no) : formatDisclosed(locale, value)}
                typist={typedBy[`notice.${key}`]}
              />,
            ])}
          />
        </section>
      )}
    </>
  );
}

/** Who typed it is said where that was not the merchant. */
function Said({ value, typist }: { value: ReactNode; typist: string | undefined }) {
  const t = useSentence();
  return (
    <>
      {value}
      {typist !== undefined && <span className="soft typist"> {t(helpMessages.typedBy, { name: typist })}</span>}
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
