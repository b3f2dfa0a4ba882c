import type { ConsentSection } from "#app/messages/consent-texts.ts";
import { Fact } from "./fact.tsx";
import { useSentence } from "./locale.tsx";

/** The body of a document that people agree to. */
export function ConsentSections({ sections, level }: { sections: readonly ConsentSection[]; level: 2 | 3 }) {
  const t = useSentence();
  const Heading = `h${level}` as const;
  return (
    <div className="stack document">
      {sections.map(({ title, paragraphs = [], facts = [] }) => (
        <section key={title.en} className="stack">
          <Heading>{t(title)}</Heading>
          {paragraphs.map((paragraph) => (
            <p key={paragraph.en}>{t(paragraph)}</p>
          ))}
          {facts.length > 0 && (
            <dl className="facts">
              {facts.map(({ name, text }) => (
                <Fact key={name.en} word={t(name)}>
                  {t(text)}
                </Fact>
              ))}
            </dl>
          )}
        </section>
      ))}
    </div>
  );
}
