import type { Sentence } from "#app/messages/sentence.ts";
import { shellMessages as m } from "#app/messages/shell.ts";
import { ButtonLink } from "./button.tsx";
import { useSentence } from "./locale.tsx";
import { Page, PlainFrame } from "./page.tsx";

export function errorWords(status: number): { title: Sentence; body: Sentence } {
  if (status === 404) return { title: m.notFoundTitle, body: m.notFoundBody };
  if (status === 403) return { title: m.forbiddenTitle, body: m.forbiddenBody };
  if (status < 500) return { title: m.refusedTitle, body: m.refusedBody };
  return { title: m.failedTitle, body: m.failedBody };
}

/** A whole page for what went wrong. */
export function ErrorPage({ status, name }: { status: number; name: string | null }) {
  const t = useSentence();
  const { title, body } = errorWords(status);
  return (
    <PlainFrame home="/" links={[]} name={name}>
      <Page title={t(title)} lead={t(body)} narrow>
        <p>
          <ButtonLink to="/" kind="main">
            {t(m.toFirstPage)}
          </ButtonLink>
        </p>
      </Page>
    </PlainFrame>
  );
}
