import { z } from "zod";

/** One value that a connection to a mall needs: the variable of the environment that says it, and what it must look like. */
export interface Setting<Schema extends z.ZodType = z.ZodType> {
  variable: string;
  /** One that takes `undefined` is optional or has a default; all others together are what a mall needs to be asked at all. */
  schema: Schema;
  /** What the office enters it as. */
  label: { ko: string; en: string };
  /** Whoever has it can act for us: never shown again. */
  secret: boolean;
  /** Of one whose schema takes `undefined`: whether these variables need it all the same. */
  neededWith?: ((given: Variables) => boolean) | undefined;
}

type Variables = Record<string, string | undefined>;

export type SettingsSpec = Record<string, Setting>;

export type SettingsOf<Spec extends SettingsSpec> = { [Name in keyof Spec]: z.output<Spec[Name]["schema"]> };

export function setting<Schema extends z.ZodType>(
  variable: string,
  schema: Schema,
  label: Setting["label"],
  neededWith?: Setting["neededWith"],
) {
  return { variable, schema, label, secret: false, neededWith } satisfies Setting<Schema>;
}

export function secretSetting<Schema extends z.ZodType>(
  variable: string,
  schema: Schema,
  label: Setting["label"],
  neededWith?: Setting["neededWith"],
) {
  return { variable, schema, label, secret: true, neededWith } satisfies Setting<Schema>;
}

export const text = z.string().min(1);

/** An address without a slash at its end. */
export const address = z.url().transform((url) => url.replace(/\/+$/, ""));

export function isNeeded({ schema }: Setting): boolean {
  return !schema.safeParse(undefined).success;
}

export interface SettingProblem {
  variable: string;
  kind: "missing" | "wrong";
  /** In English, for whoever starts the program. */
  message: string;
}

/**
 * A mall is wholly there or not at all: null when nothing that it needs is given. `problems` names each variable that is
 * wrong, or missing beside another.
 */
export function readSettings<Spec extends SettingsSpec>(
  spec: Spec,
  variables: Variables,
): { settings: SettingsOf<Spec> | null; problems: SettingProblem[] } {
  const all = Object.values(spec);
  const wrong = all.flatMap(({ variable, schema }): SettingProblem[] =>
    variables[variable] === undefined
      ? []
      : (schema.safeParse(variables[variable]).error?.issues ?? []).map(({ message }) => ({
          variable,
          kind: "wrong",
          message,
        })),
  );
  const needed = all.filter(isNeeded).map(({ variable }) => variable);
  const given = needed.find((variable) => variables[variable] !== undefined);
  const alsoNeeded = all.filter(({ neededWith }) => neededWith?.(variables)).map(({ variable }) => variable);
  const missing = [...needed, ...alsoNeeded].filter((variable) => variables[variable] === undefined);
  if (!given) return { settings: null, problems: wrong };
  const problems = [
    ...wrong,
    ...missing.map(
      (variable): SettingProblem => ({ variable, kind: "missing", message: `missing; ${given} needs it` }),
    ),
  ];
  if (problems.length > 0) return { settings: null, problems };
  const values = Object.entries(spec).map(([name, { variable, schema }]) => [name, schema.parse(variables[variable])]);
  return { settings: Object.fromEntries(values), problems };
}
