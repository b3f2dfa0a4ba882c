import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

interface DeskPageProps {
  title: string;
  lead?: string;
  /** Where this page was reached from. */
  back?: { to: string; word: string };
  /** The page's one main button, and a few beside it. */
  actions?: ReactNode;
  /** A column for forms. */
  narrow?: boolean;
  children: ReactNode;
}

/** A desk's page. Polaris's own Page mis-hydrates on narrow screens, so the head is ours. */
export function DeskPage({ title, lead, back, actions, narrow = false, children }: DeskPageProps) {
  return (
    <div className={narrow ? "desk-page desk-page-narrow" : "desk-page"}>
      <header className="desk-head">
        <div>
          {back && (
            <Link to={back.to} className="desk-back">
              ← {back.word}
            </Link>
          )}
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
