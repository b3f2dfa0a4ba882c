import { Link } from "@remix-run/react";
import { formatCount } from "#app/messages/format.ts";

interface DeskTabsProps {
  label: string;
  tabs: readonly { to: string; word: string; count?: number; current: boolean }[];
}

/** Views of one list, each with an address of its own. */
export function DeskTabs({ label, tabs }: DeskTabsProps) {
  return (
    <nav className="desk-tabs" aria-label={label}>
      {tabs.map(({ to, word, count, current }) => (
        <Link key={to} to={to} aria-current={current ? "page" : undefined} preventScrollReset>
          {word}
          {count !== undefined && <span className="desk-tab-count">{formatCount(count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
