import { storeMessages as m } from "#app/messages/stores.ts";
import { FieldFrame } from "#app/ui/plain/field.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
// Built like a worker's script: one small file of its own, which pages without Remix's scripts can load.
import suggestAsYouType from "./suggest-as-you-type.ts?worker&url";

/** A field for names that suggests some as one types; without script it is a plain field. */
export function SearchField({ label, word }: { label: string; word: string }) {
  const t = useSentence();
  return (
    <div
      className="search-field"
      data-suggest="/suggest"
      data-suggest-label={t(m.suggestions)}
      data-suggest-store={t(m.suggestedStore)}
      data-suggest-product={t(m.suggestedProduct)}
    >
      <FieldFrame label={label}>
        {(control) => (
          <input {...control} type="search" name="word" defaultValue={word} maxLength={50} autoComplete="off" />
        )}
      </FieldFrame>
      <script type="module" src={suggestAsYouType} />
    </div>
  );
}
