import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { formatCount } from "#app/messages/format.ts";
import type { productListMessages } from "#app/messages/stores.ts";
import { storeMessages as m } from "#app/messages/stores.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";

type Words = "count" | "countOne" | "countMore" | "showAll" | "more";
type EmptyWords = "noneFoundTitle" | "noneFound" | "noneYetTitle" | "noneYet";

interface FoundListProps {
  list: {
    total: number;
    /** There are more than `total`. */
    more: boolean;
    /** What was looked for in place of the question. */
    meant: string | null;
    /** What the next page is told; null on the last. */
    next: string | null;
  };
  words: Pick<typeof productListMessages, Words | EmptyWords>;
  filter: { after: unknown };
  /** Something is asked for or chosen. */
  narrowed: boolean;
  /** Of the list with nothing chosen, of its pages, and of another question. */
  all: string;
  pageAfter: (after: string | null) => string;
  asking: (word: string) => string;
  /** The page's entries; none when there are none. */
  children: ReactNode | null;
}

/** How many there are, a page of them and the way to the next; or that there are none, and what to do. */
export function FoundList({ list, words, filter, narrowed, all, pageAfter, asking, children }: FoundListProps) {
  const t = useSentence();
  if (children === null) {
    return narrowed || filter.after ? (
      <EmptyState title={t(words.noneFoundTitle)} body={t(words.noneFound)}>
        <ButtonLink to={all} kind="main">
          {t(words.showAll)}
        </ButtonLink>
      </EmptyState>
    ) : (
      <EmptyState title={t(words.noneYetTitle)} body={t(words.noneYet)} />
    );
  }
  const count = list.more ? words.countMore : list.total === 1 ? words.countOne : words.count;
  return (
    <>
      <p className="count" role="status">
        {t(count, { count: formatCount(list.total) })}
        {narrowed && <Link to={all}>{t(words.showAll)}</Link>}
      </p>
      {list.meant && (
        <p className="meant">
          {t(m.noneOf)} <Link to={asking(list.meant)}>{t(m.meant, { word: list.meant })}</Link>
        </p>
      )}
      {children}
      <p className="row pages">
        {Boolean(filter.after) && <ButtonLink to={pageAfter(null)}>{t(m.toFirst)}</ButtonLink>}
        {list.next && (
          <ButtonLink kind="main" to={pageAfter(list.next)}>
            {t(words.more)}
          </ButtonLink>
        )}
      </p>
    </>
  );
}
