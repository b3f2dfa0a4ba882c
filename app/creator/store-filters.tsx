import { Link } from "@remix-run/react";
import { storeKinds } from "#app/domain/product/product-facts.ts";
import { districts } from "#app/domain/store/districts.ts";
import type { StoreFacets } from "#app/domain/store/list-stores.ts";
import { storeKindWords } from "#app/messages/states.ts";
import { storeMessages as m } from "#app/messages/stores.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { FieldFrame } from "#app/ui/plain/field.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { DistrictMap } from "./district-map.tsx";
import { SearchField } from "./search-field.tsx";
import { type Choices, storesAddress } from "./store-address.ts";

interface FiltersProps {
  filter: Choices;
  facets: StoreFacets;
}

/** Works without script: what is chosen becomes the page's address. */
export function StoreFilters({ filter, facets }: FiltersProps) {
  const t = useSentence();
  const names = useNames(facets);
  const counted = (count: number) => (facets.counted ? count : null);
  const detailed =
    filter.market || filter.category || filter.open || filter.visitable || filter.designated || filter.order !== "name";
  return (
    <search className="finding">
      <form method="get" action="/stores" className="filter card" aria-label={t(m.filter)}>
        <SearchField label={t(m.word)} word={filter.word} />
        <Select
          label={t(m.district)}
          name="district"
          chosen={filter.district}
          every={t(m.everyDistrict)}
          options={names.districts}
        />
        <Select label={t(m.kind)} name="kind" chosen={filter.kind} every={t(m.everyKind)} options={names.kinds} />
        <Button kind="main">{t(m.find)}</Button>
        <details className="filter-more" open={Boolean(detailed)}>
          <summary>{t(m.moreFilters)}</summary>
          <div className="filter-details">
            <Select
              label={t(m.category)}
              name="category"
              chosen={filter.category}
              every={t(m.everyCategory)}
              options={names.categories}
            />
            <Select
              label={t(m.market)}
              name="market"
              chosen={filter.market}
              every={t(m.everyMarket)}
              options={names.markets}
            />
            <Select
              label={t(m.order)}
              name="order"
              chosen={filter.order === "oldest" ? "oldest" : null}
              every={t(m.byName)}
              options={[{ value: "oldest", name: t(m.oldestFirst) }]}
            />
            <div className="filter-checks">
              <Check name="open" checked={filter.open} label={t(m.openNow)} count={counted(facets.open)} />
              <Check
                name="visitable"
                checked={filter.visitable}
                label={t(m.visitableOnly)}
                count={counted(facets.visitable)}
              />
              <Check
                name="designated"
                checked={filter.designated}
                label={t(m.designatedOnly)}
                count={counted(facets.designated)}
              />
            </div>
          </div>
        </details>
      </form>
      <details className="filter-map">
        <summary>{t(m.map)}</summary>
        <DistrictMap
          counts={facets.districts}
          counted={facets.counted}
          chosen={filter.district}
          addressOf={(district) => storesAddress({ ...filter, district })}
        />
      </details>
    </search>
  );
}

/** What narrows the list, each to be taken away by itself. */
export function ChosenFilters({ filter, facets }: FiltersProps) {
  const t = useSentence();
  const names = useNames(facets);
  const nameOf = (options: Option[], value: string | null) =>
    value === null ? null : (options.find((option) => option.value === value)?.plain ?? value);
  const chosen: [name: string | null, without: Partial<Choices>][] = [
    [filter.word || null, { word: "" }],
    [nameOf(names.districts, filter.district), { district: null }],
    [nameOf(names.kinds, filter.kind), { kind: null }],
    [nameOf(names.categories, filter.category), { category: null }],
    [nameOf(names.markets, filter.market), { market: null }],
    [filter.open ? t(m.openNow) : null, { open: false }],
    [filter.visitable ? t(m.visitableOnly) : null, { visitable: false }],
    [filter.designated ? t(m.designatedOnly) : null, { designated: false }],
  ];
  const shown = chosen.filter(([name]) => name !== null);
  if (shown.length === 0) return null;
  return (
    <ul className="chips" aria-label={t(m.chosenFilters)}>
      {shown.map(([name, without]) => (
        <li key={Object.keys(without)[0]}>
          <Link to={storesAddress({ ...filter, ...without })} aria-label={t(m.without, { name: name ?? "" })}>
            {name} <span aria-hidden="true">✕</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface Option {
  value: string;
  /** With the count of what it would leave. */
  name: string;
  plain?: string;
}

/** Every choice by its name; those that would leave nothing are not offered, but for districts and kinds. */
function useNames(facets: StoreFacets) {
  const t = useSentence();
  const locale = useLocale();
  const option = (value: string, plain: string, count: number): Option => ({
    value,
    plain,
    name: facets.counted ? t(m.choice, { name: plain, count }) : plain,
  });
  return {
    districts: districts.map(({ code, nameKo, nameEn }) =>
      option(code, locale === "ko" ? nameKo : nameEn, facets.districts[code] ?? 0),
    ),
    kinds: storeKinds.map((kind) => option(kind, t(storeKindWords[kind]), facets.kinds[kind] ?? 0)),
    categories: facets.categories.map(({ key, name, count }) => option(key, name, count)),
    markets: facets.markets.map(({ id, name, count }) => option(id, name, count)),
  };
}

interface SelectProps {
  label: string;
  name: string;
  chosen: string | null;
  every: string;
  options: Option[];
}

function Select({ label, name, chosen, every, options }: SelectProps) {
  const known = chosen === null || options.some(({ value }) => value === chosen);
  return (
    <FieldFrame label={label}>
      {(control) => (
        <select {...control} name={name} defaultValue={known ? (chosen ?? "") : ""}>
          <option value="">{every}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

interface CheckProps {
  name: string;
  checked: boolean;
  label: string;
  /** What it would leave; null when that was not counted. */
  count: number | null;
}

function Check({ name, checked, label, count }: CheckProps) {
  const t = useSentence();
  return (
    <label className="check">
      <input type="checkbox" name={name} value="yes" defaultChecked={checked} />
      <span>{count === null ? label : t(m.choice, { name: label, count })}</span>
    </label>
  );
}
