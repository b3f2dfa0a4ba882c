import { Form, Link } from "@remix-run/react";
import type { Issue } from "#app/domain/issue/issue.ts";
import { storeKinds } from "#app/domain/product/product-facts.ts";
import type { SubmissionCounts } from "#app/domain/season/count-submissions.ts";
import type { SeasonOverview } from "#app/domain/season/find-season-overview.ts";
import type { SavedView } from "#app/domain/season/saved-views.ts";
import type { SubmissionFilter } from "#app/domain/season/submission-filter.ts";
import { waitingAges } from "#app/domain/season/waiting-age.ts";
import { districts } from "#app/domain/store/districts.ts";
import { formatCount } from "#app/messages/format.ts";
import { queueMessages as m } from "#app/messages/queue.ts";
import { waitingAgeWords } from "#app/messages/season-pictures.ts";
import { storeKindWords } from "#app/messages/states.ts";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { DeskFilter } from "#app/ui/desk/desk-filter.tsx";
import { DeskTabs } from "#app/ui/desk/desk-tabs.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";

interface QueueBarProps {
  season: Pick<SeasonOverview, "submissions">;
  filter: SubmissionFilter;
  /** The filter as the address carries it. */
  search: string;
  counts: SubmissionCounts;
  categories: readonly { key: string; nameKo: string }[];
  views: readonly SavedView[];
  /** Others' marks are not to be seen yet. */
  blind: boolean;
  issues: Issue[];
}

/** What of the queue is shown, how much of each there is, and the views a person comes back to. */
export function QueueBar(props: QueueBarProps) {
  return (
    <div className="desk-stack">
      <States {...props} />
      <div className="desk-filter">
        <Search {...props} />
        <Views {...props} />
      </div>
    </div>
  );
}

function States({ season: { submissions }, filter, search, counts, categories }: QueueBarProps) {
  const t = useSentence();
  const locale = useLocale();
  const all = Object.values(submissions).reduce((sum, count) => sum + count, 0);
  const tabs = (["submitted", "selected", "rejected", "all"] as const).map((state) => {
    const query = new URLSearchParams(search);
    if (state === "submitted") query.delete("state");
    else query.set("state", state);
    return {
      to: addressOf(query),
      word: t(m[state]),
      count: state === "all" ? all : submissions[state],
      current: (filter.state ?? "all") === state,
    };
  });
  const choice = (value: string, word: string, count = 0) => ({ value, label: `${word} (${formatCount(count)})` });
  const chosenOrThere = (value: string, chosen: string | null, count = 0) => value === chosen || count > 0;
  return (
    <div className="desk-bar">
      <DeskTabs label={t(m.states)} tabs={tabs} />
      <DeskFilter
        word={t(m.show)}
        kept={keptOf(search, ["kind", "district", "category", "age"])}
        selects={[
          {
            ...{ name: "kind", label: t(m.kind), value: filter.storeKind ?? "" },
            options: [
              { value: "", label: t(m.everyKind) },
              ...storeKinds.map((kind) => choice(kind, t(storeKindWords[kind]), counts.kinds[kind])),
            ],
          },
          {
            ...{ name: "district", label: t(m.district), value: filter.district ?? "" },
            options: [
              { value: "", label: t(m.everyDistrict) },
              ...districts
                .filter(({ code }) => chosenOrThere(code, filter.district, counts.districts[code]))
                .map(({ code, nameKo, nameEn }) =>
                  choice(code, locale === "ko" ? nameKo : nameEn, counts.districts[code]),
                ),
            ],
          },
          {
            ...{ name: "category", label: t(m.category), value: filter.categoryKey ?? "" },
            options: [
              { value: "", label: t(m.everyCategory) },
              ...categories
                .filter(({ key }) => chosenOrThere(key, filter.categoryKey, counts.categories[key]))
                .map(({ key, nameKo }) => choice(key, nameKo, counts.categories[key])),
            ],
          },
          {
            ...{ name: "age", label: t(m.age), value: filter.age ?? "" },
            options: [
              { value: "", label: t(m.everyAge) },
              ...waitingAges.map(({ key }) => choice(key, t(waitingAgeWords[key]), counts.ages[key])),
            ],
          },
        ]}
      />
    </div>
  );
}

function Search({ filter, search, counts, blind }: QueueBarProps) {
  const t = useSentence();
  const { words, lowestMean, highestMean } = filter;
  const text = (value: number | null) => (value === null ? "" : String(value));
  return (
    <Form className="desk-filter" role="search" preventScrollReset key={search}>
      {Object.entries(keptOf(search, ["words", "from", "to"])).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <DeskField name="words" label={t(m.words)} defaultValue={words} maxLength={60} autoComplete="off" />
      </div>
      {!blind && (
        <div className="desk-range">
          <DeskField name="from" label={t(m.from)} defaultValue={text(lowestMean)} autoComplete="off" />
          <DeskField name="to" label={t(m.to)} defaultValue={text(highestMean)} autoComplete="off" />
        </div>
      )}
      <Button submit>{t(m.find)}</Button>
      <p className="desk-soft" role="status">
        {t(m.found, { count: formatCount(counts.total) })}
      </p>
      <a className="desk-button" href={`/curator/submissions.xlsx${search && `?${search}`}`} download>
        {t(m.asSheet)}
      </a>
    </Form>
  );
}

function Views({ search, views, issues }: QueueBarProps) {
  const t = useSentence();
  return (
    <div className="desk-row">
      {views.map(({ id, name, query }) => (
        <span key={id} className="desk-view">
          <Link to={addressOf(new URLSearchParams(query))} aria-current={query === search ? "page" : undefined}>
            {name}
          </Link>
          <Form method="post" action={addressOf(new URLSearchParams(search))} preventScrollReset>
            <input type="hidden" name="intent" value="delete-view" />
            <input type="hidden" name="id" value={id} />
            <button type="submit" aria-label={t(m.deleteView, { name })}>
              ×
            </button>
          </Form>
        </span>
      ))}
      <DeskConfirm word={t(m.saveView)}>
        <Form method="post" action={addressOf(new URLSearchParams(search))} preventScrollReset className="desk-stack">
          <input type="hidden" name="intent" value="save-view" />
          <input type="hidden" name="query" value={search} />
          <DeskField name="name" label={t(m.viewName)} helpText={t(m.viewHint)} maxLength={40} autoComplete="off" />
          <Button submit>{t(m.saveViewNow)}</Button>
        </Form>
      </DeskConfirm>
      {issues.length > 0 && <IssueList issues={issues} />}
    </div>
  );
}

function keptOf(search: string, own: readonly string[]): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([name]) => !own.includes(name)));
}

function addressOf(query: URLSearchParams): string {
  const text = String(query);
  return text ? `/curator?${text}` : "/curator";
}
