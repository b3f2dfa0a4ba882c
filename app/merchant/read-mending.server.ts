import type { Actor } from "#app/domain/account/actor.ts";
import { chooseColumns, chooseColumnsInput } from "#app/domain/intake/choose-columns.ts";
import { discardImport, discardImportInput } from "#app/domain/intake/discard-import.ts";
import { mendCells, mendCellsInput } from "#app/domain/intake/mend-cells.ts";
import { placePhotos, placePhotosInput } from "#app/domain/intake/place-photos.ts";
import { takeGoodRows, takeGoodRowsInput } from "#app/domain/intake/take-good-rows.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import type { Database } from "#app/services/database/database.ts";

type Person = Parameters<typeof mendCells>[1] & Actor;

export interface Mending {
  issues: Issue[];
  /** The form was sent without anything in it changed: cells, or photos. */
  nothing: "mended" | "placed" | null;
}

const unreadable: Mending = { issues: [issue("form.unreadable")], nothing: null };

/** Does what the form of a judged sheet asks for. */
export async function actOnImport(
  database: Database,
  person: Person,
  { storeId, importId, form }: { storeId: string; importId: string; form: FormData },
): Promise<Mending> {
  const given = { storeId, importId, judgement: Number(form.get("judgement") ?? Number.NaN) };
  switch (form.get("intent")) {
    case "take": {
      const input = takeGoodRowsInput.safeParse(given);
      return input.success ? told(await takeGoodRows(database, person, input.data)) : unreadable;
    }
    case "discard": {
      const input = discardImportInput.safeParse(given);
      return input.success ? told(await discardImport(database, person, input.data)) : unreadable;
    }
    case "columns": {
      const input = chooseColumnsInput.safeParse({ ...given, choices: choicesOf(form) });
      return input.success ? told(await chooseColumns(database, person, input.data)) : unreadable;
    }
    case "mend": {
      const input = mendCellsInput.safeParse({ ...given, cells: cellsOf(form), same: alikeOf(form) });
      if (!input.success) return unreadable;
      const outcome = await mendCells(database, person, input.data);
      return { ...told(outcome), nothing: outcome.ok && outcome.result.mended === 0 ? "mended" : null };
    }
    case "place": {
      const input = placePhotosInput.safeParse({ ...given, choices: placesOf(form) });
      if (!input.success) return unreadable;
      const outcome = await placePhotos(database, person, input.data);
      return { ...told(outcome), nothing: outcome.ok && outcome.result.placed === 0 ? "placed" : null };
    }
    default:
      return unreadable;
  }
}

function told(outcome: { ok: true } | { ok: false; issues: Issue[] }): Mending {
  return { issues: outcome.ok ? [] : outcome.issues, nothing: null };
}

/** `column` and `choice` come in pairs: a heading may be any text, so it cannot be a field's name. */
function choicesOf(form: FormData): Record<string, string> {
  const headings = texts(form, "heading");
  const choices = texts(form, "choice");
  return Object.fromEntries(headings.map((heading, at) => [heading, choices[at] ?? ""]));
}

/** `cell.<row>.<column>` */
function cellsOf(form: FormData) {
  return [...form].flatMap(([name, text]) => {
    const [, row, column] = /^cell\.(\d{1,7})\.(\d{1,4})$/.exec(name) ?? [];
    if (row === undefined || column === undefined || typeof text !== "string") return [];
    return [{ row: Number(row), column: Number(column), text }];
  });
}

/** `photo.<ordinal>` is a row's number or `none`; a text beside it counts more. */
function placesOf(form: FormData) {
  const said = new Map<number, string>();
  for (const [name, value] of form) {
    const [, ordinal] = /^photo\.(\d{1,6})(?:\.text)?$/.exec(name) ?? [];
    if (ordinal === undefined || typeof value !== "string" || value.trim() === "") continue;
    if (name.endsWith(".text") || !said.has(Number(ordinal))) said.set(Number(ordinal), value);
  }
  return [...said].map(([ordinal, value]) => ({ ordinal, row: value === "none" ? null : value }));
}

/** What stood there, and what shall stand there, in pairs; a blank is no wish. */
function alikeOf(form: FormData) {
  const [fields, raws, wished] = [texts(form, "alike.field"), texts(form, "alike.raw"), texts(form, "alike.text")];
  return fields.flatMap((field, at) => {
    const text = wished[at] ?? "";
    return text.trim() === "" ? [] : [{ field, raw: asSent(raws[at]), text }];
  });
}

/** Hidden fields come back with the line breaks of forms. */
function asSent(text = ""): string {
  return text.replaceAll("\r\n", "\n");
}

function texts(form: FormData, name: string): string[] {
  return form.getAll(name).map((value) => (typeof value === "string" ? value : ""));
}
