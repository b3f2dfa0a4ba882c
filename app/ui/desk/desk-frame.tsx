import type { LinksFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { AppProvider } from "@shopify/polaris";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import en from "@shopify/polaris/locales/en.json";
import ko from "@shopify/polaris/locales/ko.json";
import type { ComponentProps, ReactNode } from "react";
import { useLocale } from "../plain/locale.tsx";
import { type BarLink, TopBar } from "../plain/top-bar.tsx";
import chartStyles from "./charts/charts.css?url";
import deskStyles from "./desk.css?url";
import judgingStyles from "./desk-judging.css?url";
import listStyles from "./desk-lists.css?url";
import markStyles from "./desk-marks.css?url";
import narrowStyles from "./desk-narrow.css?url";
import pieceStyles from "./desk-pieces.css?url";

/** A desk wing's `links`: Polaris's sheet and, after it, ours; what is narrow overrides the rest. */
export const deskLinks: LinksFunction = () =>
  [polarisStyles, deskStyles, pieceStyles, listStyles, judgingStyles, markStyles, chartStyles, narrowStyles].map(
    (href) => ({
      rel: "stylesheet",
      href,
    }),
  );

const words = { ko, en };

interface DeskFrameProps {
  home: string;
  links: readonly BarLink[];
  name: string;
  children: ReactNode;
}

/** What the curators' and the office's wings put around their pages. */
export function DeskFrame({ home, links, name, children }: DeskFrameProps) {
  return (
    <AppProvider i18n={words[useLocale()]} linkComponent={DeskLink}>
      <div className="desk">
        <TopBar home={home} links={links} name={name} />
        <main id="content" className="wide" tabIndex={-1}>
          {children}
        </main>
      </div>
    </AppProvider>
  );
}

type PolarisLinkProps = ComponentProps<"a"> & { url?: string; external?: boolean };

/** Polaris's links go through Remix; those to other sites open beside. */
function DeskLink({ url = "", external, ref: _, ...rest }: PolarisLinkProps) {
  return external || /^https?:/.test(url) ? (
    <a href={url} target="_blank" rel="noreferrer" {...rest} />
  ) : (
    <Link to={url} {...rest} />
  );
}
