import type { ReactNode } from "react";
import { chartMessages as m } from "#app/messages/charts.ts";
import { useSentence } from "../../plain/locale.tsx";
import { DeskCard } from "../desk-card.tsx";
import { type DeskColumn, DeskTable } from "../desk-table.tsx";

interface ChartCardProps {
  title: string;
  /** One sentence: what the picture shows. */
  lead: string;
  /** The same numbers, for those who read them better; null: there are none yet. */
  table: { columns: readonly DeskColumn[]; rows: readonly { id: string; cells: readonly ReactNode[] }[] } | null;
  children: ReactNode;
}

/** A picture of numbers, what it shows in a sentence, and its table. */
export function ChartCard({ title, lead, table, children }: ChartCardProps) {
  const t = useSentence();
  return (
    <DeskCard title={title}>
      <p className="desk-soft">{lead}</p>
      {children}
      {table && (
        <details className="chart-table">
          <summary>{t(m.asTable)}</summary>
          <DeskTable caption={title} {...table} />
        </details>
      )}
    </DeskCard>
  );
}
