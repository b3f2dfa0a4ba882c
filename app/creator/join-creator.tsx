import { useActionData } from "@remix-run/react";
import { joinMessages as m } from "#app/messages/join.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { askToJoin, loadJoin } from "./ask-to-join.server.ts";
import { JoinForm } from "./join-form.tsx";

export const meta = pageTitle(m.creatorTitle, m.creatorLead);

export const loader = loadJoin;
export const action = askToJoin("email", "/creator/profile");

export default function JoinAsCreator() {
  const t = useSentence();
  return (
    <Page title={t(m.creatorTitle)} lead={t(m.creatorLead)} narrow>
      <JoinForm by="email" refused={useActionData<typeof action>()} />
      <section className="stack">
        <h2>{t(m.creatorWhatTitle)}</h2>
        <p>{t(m.creatorWhat)}</p>
        <ButtonLink to="/login" full>
          {t(m.haveAccount)}
        </ButtonLink>
      </section>
    </Page>
  );
}
