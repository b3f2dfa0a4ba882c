import { Link, useLoaderData } from "@remix-run/react";
import { everyConsentKind } from "#app/domain/consent/kinds.ts";
import { consentTexts, findConsentText } from "#app/messages/consent-texts.ts";
import { consentWords, consentMessages as m } from "#app/messages/consents.ts";
import { formatDay } from "#app/messages/format.ts";
import { ConsentSections } from "#app/ui/plain/consent-sections.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { allow } from "#app/web/allow.server.ts";
import { readConsentSlug } from "#app/web/consent-address.ts";

export const meta = pageTitle(m.whole);

/** Today's text, or with `?version=` an earlier one: whoever agreed to it may read it. */
export const loader = allow("public", ({ params, url }) => {
  const kind = readConsentSlug(params.kind, everyConsentKind);
  const texts = kind ? consentTexts[kind] : [];
  const text = kind && findConsentText(kind, url.searchParams.get("version") ?? texts[0]?.version ?? "");
  if (!kind || !text) throw new Response(null, { status: 404 });
  return { kind, text, versions: texts.map(({ version }) => version).filter((version) => version !== text.version) };
});

export default function ConsentTextPage() {
  const { kind, text, versions } = useLoaderData<typeof loader>();
  const t = useSentence();
  const locale = useLocale();
  const date = formatDay(locale, text.since);
  return (
    <Page title={t(consentWords[kind].name)} lead={t(m.version, { version: text.version, date })} narrow>
      <ConsentSections sections={text.sections} level={2} />
      {versions.length > 0 && (
        <section className="stack">
          <h2>{t(m.olderVersions)}</h2>
          <ul>
            {versions.map((version) => (
              <li key={version}>
                <Link to={`?${new URLSearchParams({ version })}`} className="text-link">
                  {version}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
