import { officeMessages as m } from "#app/messages/office.ts";
import type { ListingState } from "#app/services/database/generated/enums.ts";
import type { Count } from "#app/ui/desk/desk-counts.tsx";
import type { Translate } from "#app/ui/plain/locale.tsx";

const underWay: readonly ListingState[] = ["waiting", "sending", "unknown", "in_review", "withdrawing"];

/** How one mall's listings stand, each number leading to its listings. */
export function mallCounts(mall: string, listings: Partial<Record<ListingState, number>>, t: Translate): Count[] {
  const to = (state?: ListingState) => `/office/listings?${new URLSearchParams({ mall, ...(state && { state }) })}`;
  const of = (state: ListingState) => listings[state] ?? 0;
  return [
    { word: t(m.live), count: of("live"), to: to("live"), tone: "live" },
    { word: t(m.waiting), count: underWay.reduce((sum, state) => sum + of(state), 0), to: to(), tone: "waiting" },
    { word: t(m.refused), count: of("refused"), to: to("refused"), tone: "refused" },
    { word: t(m.failed), count: of("failed"), to: to("failed"), tone: "refused" },
    { word: t(m.notReady), count: of("not_ready"), to: to("not_ready"), tone: "refused" },
  ];
}
