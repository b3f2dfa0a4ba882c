import { createContext, type ReactNode, useCallback, useContext } from "react";
import { type Locale, type Sentence, say } from "#app/messages/sentence.ts";

const LocaleContext = createContext<Locale>("ko");

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>;
}

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

export type Translate = (sentence: Sentence, params?: Record<string, string | number>) => string;

/** `t(sentence, params)` in the language of this page. */
export function useSentence(): Translate {
  const locale = useLocale();
  return useCallback((sentence, params) => say(locale, sentence, params), [locale]);
}
