import { seasonOfficeMessages as m } from "#app/messages/season-office.ts";
import { DeskTabs } from "#app/ui/desk/desk-tabs.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";

/** The year that an address names (`?year=`); null: the current season is meant. */
export function readYear(url: URL): number | null {
  const year = url.searchParams.get("year") ?? "";
  return /^\d{4}$/.test(year) ? Number(year) : null;
}

/** The same page of other years' seasons; nothing while there is one season only. */
export function SeasonYears({ page, year, years }: { page: string; year: number; years: readonly number[] }) {
  const t = useSentence();
  if (years.length < 2) return null;
  const tabs = years.map((one) => ({
    to: `${page}?year=${one}`,
    word: t(m.ofYear, { year: one }),
    current: one === year,
  }));
  return <DeskTabs label={t(m.years)} tabs={tabs} />;
}
