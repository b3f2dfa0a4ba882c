import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { categoryGroups, categoryWords } from "#app/messages/category-words.ts";
import { draftMessages as m } from "#app/messages/drafts.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { CategoryPicture } from "./category-picture.tsx";
import type { Origin } from "./draft-path.ts";

interface CategoryChoiceProps {
  /** Its key. */
  chosen: string | null;
  word: string;
  /** Category keys that the word means. */
  found: readonly string[];
  group: string | null;
  from: Origin;
  after: string;
  /** The ways out. */
  children: ReactNode;
}

/** First one of eight pictures, then one of at most eight; or a word. */
export function CategoryChoice({ chosen, word, found, group, from, after, children }: CategoryChoiceProps) {
  const t = useSentence();
  const opened = categoryGroups.find(({ key }) => key === group);
  const query = (more: Record<string, string>) => `?${new URLSearchParams({ ...(from && { from }), ...more })}`;
  const shown = opened?.categories ?? found;
  return (
    <>
      {chosen && !opened && word === "" && (
        <section className="card stack">
          <h2>{t(m.chosen)}</h2>
          <p className="category-own">
            <CategoryPicture of={chosen} />
            <strong>{t(categoryWords[chosen]?.name ?? m.unnamed)}</strong>
          </p>
          <ButtonLink to={after} kind="main" full>
            {t(m.keepChosen)}
          </ButtonLink>
        </section>
      )}
      {!opened && (
        <Form method="get" className="market-search" role="search">
          {from && <input type="hidden" name="from" value={from} />}
          <div className="field">
            <label htmlFor="category-word">{t(m.word)}</label>
            <p id="category-word-hint" className="field-hint">
              {t(m.wordHint)}
            </p>
            <input
              id="category-word"
              name="word"
              type="search"
              defaultValue={word}
              autoComplete="off"
              aria-describedby="category-word-hint"
            />
          </div>
          <Button>{t(m.find)}</Button>
        </Form>
      )}
      {word !== "" && !opened && <h2 role="status">{t(found.length > 0 ? m.found : m.notFound, { word })}</h2>}
      {opened && <h2>{t(opened.name)}</h2>}
      {shown.length > 0 && (
        <Form method="post" action={query({})}>
          <ul className="categories">
            {shown.map((key) => (
              <li key={key}>
                <button type="submit" name="quick" value={key} className="category" aria-pressed={chosen === key}>
                  <CategoryPicture of={key} />
                  <span>
                    <strong>{t(categoryWords[key]?.name ?? m.unnamed)}</strong>
                    <span className="soft">{t(categoryWords[key]?.like ?? m.unnamed)}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Form>
      )}
      {(opened || found.length > 0) && (
        <ButtonLink to={query({})} full>
          {t(m.otherGroups)}
        </ButtonLink>
      )}
      {!opened && found.length === 0 && (
        <nav aria-label={t(m.groups)}>
          <ul className="category-groups">
            {categoryGroups.map(({ key, name }) => (
              <li key={key}>
                <Link to={query({ group: key })} className="category-group">
                  <CategoryPicture of={key} />
                  <strong>{t(name)}</strong>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="leave">{children}</div>
    </>
  );
}
