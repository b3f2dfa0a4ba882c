import { inDetails } from "#app/domain/notice/details.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { productEditMessages as e } from "#app/messages/product-edit.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { Field, FieldFrame } from "#app/ui/plain/field.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import type { EditField } from "./edit-fields.ts";

interface FieldProps {
  field: EditField;
  /** As it was typed before it was refused. */
  typed: string | undefined;
  error: string | undefined;
}

const hints: Partial<Record<string, Sentence>> = {
  price: e.wonWords,
  shipping_fee: e.shippingHint,
  tags: e.tagsHint,
};

/** One field of a product, under its own name in whatever form it stands. */
export function ProductField({ field, typed, error }: FieldProps) {
  const t = useSentence();
  const label = useFieldName(field);
  const { key, kind, value, optional, details } = field;
  const hint = useHint(field, details);
  const text = typed ?? value;
  if (kind === "long") {
    return (
      <FieldFrame label={label} optional={optional} error={error}>
        {(control) => <textarea {...control} name={key} rows={6} defaultValue={text} />}
      </FieldFrame>
    );
  }
  const choices = choicesOf(kind);
  if (choices) {
    return (
      <FieldFrame label={label} optional={optional} error={error}>
        {(control) => (
          <select {...control} name={key} defaultValue={text}>
            {kind === "boolean" && <option value="">{t(e.choose)}</option>}
            {choices.map(({ value: choice, word }) => (
              <option key={choice} value={choice}>
                {t(word)}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
    );
  }
  return (
    <Field
      label={label}
      hint={hint}
      name={key}
      inputMode={kind === "won" ? "numeric" : undefined}
      defaultValue={text}
      error={error}
      optional={optional}
      autoComplete="off"
    />
  );
}

/** What a sheet's cell says for each choice. */
function choicesOf(kind: EditField["kind"]): { value: string; word: Sentence }[] | null {
  if (kind === "boolean") {
    return [
      { value: "예", word: m.yes },
      { value: "아니오", word: m.no },
    ];
  }
  if (kind !== "tax") return null;
  return [
    { value: "과세", word: m.taxable },
    { value: "면세", word: m.exempt },
    { value: "영세", word: m.zero_rated },
  ];
}

function useHint({ key, kind }: EditField, details: boolean): string | undefined {
  const t = useSentence();
  const own = hints[key];
  if (own) return t(own);
  if (kind === "date" || kind === "month") return t(e[kind]);
  return details ? t(e.details, { words: inDetails }) : undefined;
}

/** In Korean the law's own words. */
export function useFieldName({ key, label }: Pick<EditField, "key" | "label">): string {
  const locale = useLocale();
  return locale === "ko" && label !== null ? label : fieldLabel(locale, key);
}

interface StocksProps {
  variants: readonly { key: string; stock: number | null }[];
  typed: readonly string[] | undefined;
  errorOf: (field: string) => string | undefined;
}

/** One a variant, in their order. */
export function StockFields({ variants, typed, errorOf }: StocksProps) {
  const t = useSentence();
  return variants.map(({ key, stock }, index) => (
    <Field
      key={key}
      label={key === "" ? t(m.stockLabel) : t(m.stockOf, { variant: key })}
      name="stock"
      inputMode="numeric"
      defaultValue={typed?.[index] ?? String(stock ?? "")}
      error={errorOf(index === 0 ? "stock" : `stock.${index}`)}
      autoComplete="off"
    />
  ));
}
