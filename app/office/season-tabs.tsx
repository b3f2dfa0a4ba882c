import { seasonOfficeMessages as m } from "#app/messages/season-office.ts";
import { DeskTabs } from "#app/ui/desk/desk-tabs.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";

const pages = ["rules", "gates", "panel", "list"] as const;

/** The pages of a season that is decided by marks. */
export function SeasonTabs({ current }: { current: (typeof pages)[number] }) {
  const t = useSentence();
  const tabs = pages.map((page) => ({ to: `/office/season/${page}`, word: t(m[page]), current: page === current }));
  return <DeskTabs label={t(m.tabs)} tabs={tabs} />;
}
