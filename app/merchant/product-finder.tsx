import { Form, Link } from "@remix-run/react";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { FieldFrame } from "#app/ui/plain/field.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";

/** Finds among the own products, without script too: what is looked for becomes the page's address. */
export function ProductFinder({ word, found }: { word: string; found: number }) {
  const t = useSentence();
  return (
    <search>
      <Form method="get" action="/merchant" className="finder" preventScrollReset>
        <FieldFrame label={t(m.find)} hint={t(m.findHint)}>
          {(control) => (
            <div className="finder-line">
              <input
                {...control}
                key={word}
                type="search"
                name="word"
                defaultValue={word}
                maxLength={100}
                autoComplete="off"
              />
              <Button>{t(m.findButton)}</Button>
            </div>
          )}
        </FieldFrame>
        {word !== "" && (
          <p role="status" className="row">
            <span>{t(found > 0 ? m.found : m.foundNone, { word, count: found })}</span>
            <Link to="/merchant" className="text-link" preventScrollReset>
              {t(m.findAll)}
            </Link>
          </p>
        )}
      </Form>
    </search>
  );
}
