/** The language of the page: Chinese is the type, English satisfies it. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";

export type Language = "zh" | "en";

/** A text in both languages, for tables such as routes. */
export interface Bilingual {
  zh: string;
  en: string;
}

interface Choice {
  language: Language;
  choose: (language: Language) => void;
}

const STORED = "language";
const Chosen = createContext<Choice>({ language: "zh", choose: () => undefined });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState<Language>(() => (localStorage.getItem(STORED) === "en" ? "en" : "zh"));
  useEffect(() => {
    localStorage.setItem(STORED, language);
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  const choice = useMemo(() => ({ language, choose }), [language]);
  return <Chosen value={choice}>{children}</Chosen>;
}

export const useLanguage = () => useContext(Chosen);

/** The messages of a folder in the reader's language: `const t = useMessages(messages)`. */
export function useMessages<M>(messages: { zh: M; en: M }): M {
  return messages[useLanguage().language];
}
