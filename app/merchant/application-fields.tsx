import type { StepKey } from "#app/domain/application/steps.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { storeKinds } from "#app/domain/product/product-facts.ts";
import { districts } from "#app/domain/store/districts.ts";
import { kindWords, applicationMessages as m, mailOrderWords, visitWords } from "#app/messages/application.ts";
import { fieldLabel } from "#app/messages/fields.ts";
import { Field, FieldFrame } from "#app/ui/plain/field.tsx";
import { useFieldError } from "#app/ui/plain/issue-list.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Choices } from "./choices.tsx";

interface MarketChoice {
  id: string;
  name: string;
  address?: string;
}

interface StepFieldsProps {
  step: StepKey;
  /** Field → text as typed. */
  answers: Readonly<Record<string, string>>;
  issues: readonly Issue[];
  /** What the search found. */
  markets: readonly MarketChoice[];
  chosenMarket: MarketChoice | null;
}

type InputKind = { inputMode?: "numeric" | "tel"; autoComplete?: string; hint?: string; maxLength?: number };

/** The question of one step. Nothing is required by the browser: what is missing is said by us, and saved either way. */
export function StepFields({ step, answers, issues, markets, chosenMarket }: StepFieldsProps) {
  const t = useSentence();
  const locale = useLocale();
  const errorOf = useFieldError(issues);
  const text = (name: string, more: InputKind = {}) => (
    <Field
      name={name}
      label={fieldLabel(locale, name)}
      defaultValue={answers[name] ?? ""}
      error={errorOf(name)}
      required={false}
      autoComplete="off"
      {...more}
    />
  );
  const choices = (name: string, options: readonly { value: string; word: string; hint?: string | undefined }[]) => (
    <Choices
      name={name}
      label={fieldLabel(locale, name)}
      options={options}
      chosen={answers[name]}
      error={errorOf(name)}
    />
  );
  switch (step) {
    case "business-number":
      return text("business_number", { inputMode: "numeric" });
    case "name":
      return text("store_name");
    case "owner":
      return text("owner_name", { autoComplete: "name" });
    case "phone":
      return text("store_phone", { inputMode: "tel", autoComplete: "tel" });
    case "kind":
      return choices(
        "kind",
        storeKinds.map((value) => ({ value, word: t(kindWords[value].name), hint: t(kindWords[value].hint) })),
      );
    case "designation":
      return (
        <>
          {text("designation_number")}
          {text("designation_from", { inputMode: "numeric", hint: t(m.dayHint) })}
          {text("designation_to", { inputMode: "numeric", hint: t(m.dayHint) })}
        </>
      );
    case "address":
      return (
        <>
          {text("postcode", { inputMode: "numeric", autoComplete: "postal-code", hint: t(m.postcodeHint) })}
          {text("address", { autoComplete: "street-address", hint: t(m.addressHint) })}
          <FieldFrame
            label={fieldLabel(locale, "district")}
            hint={t(m.districtHint)}
            error={errorOf("district")}
            optional
          >
            {(control) => (
              <select {...control} name="district" defaultValue={answers.district ?? ""}>
                <option value="">{t(m.districtNone)}</option>
                {districts.map(({ code, nameKo, nameEn }) => (
                  <option key={code} value={code}>
                    {locale === "ko" ? nameKo : nameEn}
                  </option>
                ))}
              </select>
            )}
          </FieldFrame>
        </>
      );
    case "market": {
      const shown = chosenMarket && !markets.some(({ id }) => id === chosenMarket.id) ? [chosenMarket] : [];
      const found = [...markets, ...shown];
      if (found.length === 0) return <p>{t(m.noMarket)}</p>;
      return choices(
        "market",
        found.map(({ id, name, address }) => ({ value: id, word: name, hint: address })),
      );
    }
    case "story":
      return (
        <FieldFrame label={fieldLabel(locale, "story")} error={errorOf("story")} optional>
          {(control) => <textarea {...control} name="story" rows={7} defaultValue={answers.story ?? ""} />}
        </FieldFrame>
      );
    case "hours":
      return text("hours");
    case "visits":
      return choices("visitable", [
        { value: "yes", word: t(visitWords.yes) },
        { value: "no", word: t(visitWords.no) },
      ]);
    case "mail-order":
      return (
        <>
          {choices(
            "mail_order",
            Object.entries(mailOrderWords).map(([value, word]) => ({ value, word: t(word) })),
          )}
          {text("mail_order_number", { hint: t(m.mailOrderNumberHint) })}
        </>
      );
    case "terms":
      return (
        <>
          {["shipping_fee", "return_fee", "exchange_fee"].map((name) => (
            <div key={name}>{text(name, { inputMode: "numeric", hint: t(m.won) })}</div>
          ))}
        </>
      );
    default:
      return null;
  }
}
