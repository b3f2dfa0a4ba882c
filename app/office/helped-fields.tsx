import { fieldLabel } from "#app/messages/fields.ts";
import { helpMessages } from "#app/messages/help.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskFacts } from "#app/ui/desk/desk-facts.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";

/** Who typed what for the merchant. @param fields by key, the name of who typed it */
export function HelpedFields({ fields }: { fields: Record<string, string> }) {
  const t = useSentence();
  const locale = useLocale();
  const names = [...new Set(Object.values(fields))];
  if (names.length === 0) return null;
  const typedBy = (name: string) => Object.keys(fields).filter((field) => fields[field] === name);
  return (
    <DeskCard title={t(helpMessages.typedForThem)}>
      <DeskFacts
        facts={names.map((name) => ({
          word: name,
          value: typedBy(name)
            .map((field) => fieldLabel(locale, field))
            .join(", "),
        }))}
      />
    </DeskCard>
  );
}
