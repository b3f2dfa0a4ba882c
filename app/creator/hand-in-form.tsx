import { Form } from "@remix-run/react";
import type { ShownVisit } from "#app/domain/visit/find-visit.ts";
import type { Sentence } from "#app/messages/sentence.ts";
import { formWords, platformWords } from "#app/messages/visit-words.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Field, FieldFrame } from "#app/ui/plain/field.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Choice, Choices } from "#app/ui/plain/visits/choices.tsx";

interface HandInFormProps {
  visit: ShownVisit;
  products: readonly { id: string; name: string }[];
  /** What was refused, as it was typed; null: nothing was. */
  typed: { fields: Readonly<Record<string, string>>; productIds: readonly string[] } | null;
  errorOf: (field: string) => string | undefined;
  today: string;
  /** How it might be said; null where nothing was given. */
  example: Sentence | null;
}

const forms = ["text", "photos", "video", "live"] as const;

/** What was published of a visit, and where in it the disclosure stands. What was typed or handed in before is given back. */
export function HandInForm({ visit, products, typed: refused, errorOf, today, example }: HandInFormProps) {
  const t = useSentence();
  const locale = useLocale();
  const { promotion, creator } = visit;
  const before = promotion?.content;
  const typed = refused?.fields;
  const text = (name: "opening" | "ending" | "tags" | "inPhotos" | "inVideo") => typed?.[name] ?? before?.[name] ?? "";
  const on = (
    name: "everyPhoto" | "videoStart" | "videoEnd" | "videoRepeated" | "everyFiveMinutes" | "nothingGiven",
  ) => (typed ? typed[name] === "yes" : (before?.[name] ?? false));
  if (creator.channels.length === 0) {
    return (
      <Notice tone="waiting" title={t(m.channelFirstTitle)}>
        <p>{t(m.channelsLead)}</p>
        <ButtonLink to="/creator/profile" kind="main">
          {t(m.profile)}
        </ButtonLink>
      </Notice>
    );
  }
  return (
    <Form method="post" className="card stack" action={`/creator/visits/${visit.id}`}>
      <h2>{t(promotion ? m.handInAgain : m.handIn)}</h2>
      {example && <p>{t(m.handInLead, { example: example[locale] })}</p>}
      <FieldFrame label={t(m.channels)} error={errorOf("channel")}>
        {(control) => (
          <select {...control} name="channelId" defaultValue={typed?.channelId ?? promotion?.channelId}>
            {creator.channels.map(({ id, platform, address }) => (
              <option key={id} value={id}>
                {t(platformWords[platform])} {address.replace("https://", "")}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <Field
        name="address"
        inputMode="url"
        label={t(m.address)}
        defaultValue={typed?.address ?? promotion?.address ?? ""}
        error={errorOf("address")}
      />
      <FieldFrame label={t(m.contentForm)}>
        {(control) => (
          <select {...control} name="form" defaultValue={typed?.form ?? promotion?.form}>
            {forms.map((form) => (
              <option key={form} value={form}>
                {t(formWords[form])}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <Field
        name="publishedOn"
        type="date"
        max={today}
        label={t(m.publishedOn)}
        defaultValue={typed?.publishedOn ?? promotion?.publishedOn ?? today}
        error={errorOf("published_on")}
      />
      <Field
        name="title"
        label={t(m.contentTitle)}
        defaultValue={typed?.title ?? promotion?.title ?? ""}
        error={errorOf("content_title")}
        maxLength={300}
      />
      <FieldFrame label={t(m.opening)} error={errorOf("opening")} optional>
        {(control) => <textarea {...control} name="opening" rows={4} defaultValue={text("opening")} />}
      </FieldFrame>
      <FieldFrame label={t(m.ending)} optional>
        {(control) => <textarea {...control} name="ending" rows={2} defaultValue={text("ending")} />}
      </FieldFrame>
      <Field name="tags" label={t(m.tags)} optional defaultValue={text("tags")} />
      <details open={text("inPhotos") !== "" || text("inVideo") !== ""}>
        <summary>{t(m.onlyVideo)}</summary>
        <div className="stack">
          <Field
            name="inPhotos"
            label={t(m.inPhotos)}
            optional
            defaultValue={text("inPhotos")}
            error={errorOf("inPhotos")}
          />
          <Choice name="everyPhoto" word={t(m.everyPhoto)} on={on("everyPhoto")} />
          <Field
            name="inVideo"
            label={t(m.inVideo)}
            optional
            defaultValue={text("inVideo")}
            error={errorOf("inVideo")}
          />
          <Choice name="videoStart" word={t(m.videoStart)} on={on("videoStart")} />
          <Choice name="videoRepeated" word={t(m.videoRepeated)} on={on("videoRepeated")} />
          <Choice name="videoEnd" word={t(m.videoEnd)} on={on("videoEnd")} />
          <Choice name="everyFiveMinutes" word={t(m.everyFiveMinutes)} on={on("everyFiveMinutes")} />
        </div>
      </details>
      {!example && <Choice name="nothingGiven" word={t(m.nothingGiven)} on={on("nothingGiven")} />}
      {products.length > 0 && (
        <Choices
          legend={t(m.products)}
          name="productIds"
          options={products.map(({ id, name }) => ({ value: id, word: name }))}
          chosen={refused?.productIds ?? promotion?.productIds ?? []}
          long
        />
      )}
      <Button kind="main" name="intent" value="hand-in" full>
        {t(m.handInNow)}
      </Button>
    </Form>
  );
}
