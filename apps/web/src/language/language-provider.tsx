import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { languages, textsIn, type Language, type Texts } from './text.ts';

const storageKey = 'ledger.language';

type Choice = Texts & { readonly choose: (language: Language) => void };

const LanguageContext = createContext<Choice | null>(null);

function remembered(): Language {
  const stored = localStorage.getItem(storageKey);
  return languages.find((language) => language === stored) ?? 'vi';
}

/** Vietnamese unless the reader chose otherwise before; keeps `<html lang>` true for screen readers. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(remembered);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    localStorage.setItem(storageKey, next);
    setLanguage(next);
  }, []);
  const choice = useMemo(() => ({ ...textsIn(language), choose }), [language, choose]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguage(): Choice {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error('useLanguage needs a LanguageProvider above it');
  return choice;
}
