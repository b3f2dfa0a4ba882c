import { Card } from "@shopify/polaris";
import type { ReactNode } from "react";

interface DeskCardProps {
  title: string;
  /** Beside the title: a status or a link. */
  aside?: ReactNode;
  children: ReactNode;
}

export function DeskCard({ title, aside, children }: DeskCardProps) {
  return (
    <Card roundedAbove="xs" padding="0">
      <section className="desk-card">
        <header>
          <h2>{title}</h2>
          {aside}
        </header>
        {children}
      </section>
    </Card>
  );
}
