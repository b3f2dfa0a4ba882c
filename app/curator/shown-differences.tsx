import type { Differences } from "#app/domain/product/differences.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { judgingMessages as m } from "#app/messages/judging.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";

export interface ShownDifferences {
  fields: Differences["fields"];
  /** Addresses of pictures; null: there is none on that side, or none is made yet. */
  photos: { kind: "added" | "removed" | "edited"; before: string | null; after: string | null }[];
  reordered: boolean;
}

const photoWords = { added: m.photosAdded, removed: m.photosRemoved, edited: m.photosEdited };

/** Only what a merchant changed, old and new side by side. */
export function DifferencesCard({ differences }: { differences: ShownDifferences }) {
  const locale = useLocale();
  const t = useSentence();
  const { fields, photos, reordered } = differences;
  return (
    <DeskCard title={t(m.differences)}>
      <div className="differences">
        {fields.map(({ key, before, after }) => (
          <section key={key} aria-label={fieldLabel(locale, key)}>
            <h3>{fieldLabel(locale, key)}</h3>
            <div className="desk-sides">
              <Side word={t(m.was)}>
                {before ? <del>{plain(before)}</del> : <span className="desk-soft">{t(m.nothing)}</span>}
              </Side>
              <Side word={t(m.is)}>
                {after ? <ins>{plain(after)}</ins> : <span className="desk-soft">{t(m.nothing)}</span>}
              </Side>
            </div>
          </section>
        ))}
        {photos.map(({ kind, before, after }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once for a version
          <section key={index} aria-label={t(photoWords[kind])}>
            <h3>{t(photoWords[kind])}</h3>
            <div className="desk-sides">
              <Side word={t(m.was)}>
                {kind === "added" ? (
                  <span className="desk-soft">{t(m.nothing)}</span>
                ) : (
                  <PhotoThumb src={before} alt={t(m.photoWas)} />
                )}
              </Side>
              <Side word={t(m.is)}>
                {kind === "removed" ? (
                  <span className="desk-soft">{t(m.nothing)}</span>
                ) : (
                  <PhotoThumb src={after} alt={t(m.photoIs)} />
                )}
              </Side>
            </div>
          </section>
        ))}
        {reordered && <p>{t(m.photosReordered)}</p>}
      </div>
    </DeskCard>
  );
}

function Side({ word, children }: { word: string; children: React.ReactNode }) {
  return (
    <div>
      <span className="desk-soft">{word}</span>
      <div>{children}</div>
    </div>
  );
}

/** A description's HTML as text: what matters here is what it says. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
