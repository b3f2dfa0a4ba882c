import { josa } from "es-hangul";

export const locales = ["ko", "en"] as const;
export type Locale = (typeof locales)[number];

/** One thing the program says. `{name}` is replaced; in Korean `{name|을/를}` adds the fitting particle. */
export type Sentence = Record<Locale, string>;

type Particles = Parameters<typeof josa>[1];

export function say(locale: Locale, sentence: Sentence, params: Record<string, string | number> = {}): string {
  return sentence[locale].replace(/\{(\w+)(?:\|([^}]+))?\}/g, (_, name: string, particles?: string) => {
    const value = String(params[name] ?? "");
    return particles && value ? josa(value, particles as Particles) : value;
  });
}
