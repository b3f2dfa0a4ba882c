import { type ProductPart, productParts } from "#app/domain/product/changed-parts.ts";
import { storeKinds } from "#app/domain/product/product-facts.ts";
import { type Criterion, gateKeys, type Rules } from "#app/domain/season/rules.ts";

/** The rules as the form says them, for the schema to judge: numbers may be NaN, names empty. */
export function readRulesForm(form: FormData): Record<keyof Rules, unknown> {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const number = (name: string) => (text(name) === "" ? Number.NaN : Number(text(name)));
  const moment = (name: string) => (text(name) === "" ? null : `${text(name)}:00+09:00`);
  return {
    places: number("places"),
    dates: {
      intakeFrom: moment("intakeFrom"),
      intakeUntil: moment("intakeUntil"),
      judgingUntil: moment("judgingUntil"),
      reserveUntil: moment("reserveUntil"),
    },
    rubric:
      text("byMarks") !== ""
        ? {
            scale: number("scale"),
            criteria: readCriteria(form),
            floor: number("floor"),
            bonusMost: number("bonusMost"),
            judgements: number("judgements"),
            trimFrom: number("trimFrom"),
            blind: form.has("blind"),
            tieOrder: [...new Set(form.getAll("tie").map(String).filter(Boolean))],
          }
        : null,
    gates: gateKeys.filter((gate) => form.getAll("gate").includes(gate)),
    requiredMalls: { all: form.getAll("mall").map(String), others: number("others") },
    quotas: Object.fromEntries(
      storeKinds.flatMap((kind) => {
        const [min, max] = [text(`min.${kind}`), text(`max.${kind}`)];
        if (min === "" && max === "") return [];
        return [[kind, { min: Number(min || 0), max: max === "" ? null : Number(max) }]];
      }),
    ),
    reserveSize: number("reserveSize"),
  };
}

/** A row whose Korean name is empty is left out. */
function readCriteria(form: FormData): unknown[] {
  const rows = Number(form.get("criteria") ?? 0);
  return Array.from({ length: rows }, (_, index) => index).flatMap((index): Record<keyof Criterion, unknown>[] => {
    const text = (name: string) => String(form.get(`${name}.${index}`) ?? "").trim();
    if (text("ko") === "") return [];
    const [ko, en] = [text("guideKo"), text("guideEn")];
    const restsOn = productParts.filter((part: ProductPart) => form.getAll(`rests.${index}`).includes(part));
    return [
      {
        key: text("key"),
        label: { ko: text("ko"), en: text("en") || text("ko") },
        guide: ko === "" ? null : { ko, en: en || ko },
        weight: Number(text("weight") || Number.NaN),
        restsOn,
      },
    ];
  });
}

/** As a form's field of date and time shows it in Seoul, which keeps UTC+9 all year. */
export function shownMoment(iso: string | null): string {
  return iso === null ? "" : new Date(Date.parse(iso) + 9 * 3_600_000).toISOString().slice(0, 16);
}
