import type { ReactNode } from "react";
import { shellMessages as m } from "#app/messages/shell.ts";
import { useSentence } from "./locale.tsx";
import { type BarLink, TopBar } from "./top-bar.tsx";

interface PageProps {
  title: string;
  /** One or two sentences under the title. */
  lead?: string;
  /** A column for forms and reading. */
  narrow?: boolean;
  children: ReactNode;
}

/** The inside of a page: title, lead, content. The bar around it is the frame's. */
export function Page({ title, lead, narrow = false, children }: PageProps) {
  return (
    <div className={narrow ? "page page-narrow" : "page"}>
      <header className="page-head">
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </header>
      {children}
    </div>
  );
}

interface PlainFrameProps {
  home: string;
  links: readonly BarLink[];
  name: string | null;
  children: ReactNode;
}

/** What a wing without Polaris puts around its pages: bar, content, foot. */
export function PlainFrame({ home, links, name, children }: PlainFrameProps) {
  const t = useSentence();
  return (
    <div className="plain">
      <TopBar home={home} links={links} name={name} />
      <main id="content" className="wide" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <p className="wide">{t(m.foot)}</p>
      </footer>
    </div>
  );
}
