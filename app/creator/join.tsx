import { useActionData } from "@remix-run/react";
import { joinMessages as m } from "#app/messages/join.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { askToJoin, loadJoin } from "./ask-to-join.server.ts";
import { JoinForm } from "./join-form.tsx";

export const meta = pageTitle(m.title, m.lead);

export const loader = loadJoin;
export const action = askToJoin("phone", "/merchant/application");

export default function Join() {
  const t = useSentence();
  return (
    <Page title={t(m.title)} lead={t(m.lead)} narrow>
      <JoinForm by="phone" refused={useActionData<typeof action>()} />
      <section className="stack">
        <h2>{t(m.whatTitle)}</h2>
        <p>{t(m.what)}</p>
        <ButtonLink to="/login" full>
          {t(m.haveAccount)}
        </ButtonLink>
      </section>
    </Page>
  );
}
