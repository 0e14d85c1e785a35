import { useEffect } from 'react';
import { useLanguage } from '../language/language-provider.tsx';

/** Names the page in the browser's tab and history; the first thing a screen reader says on arrival. */
export function usePageTitle(title: string): void {
  const { text } = useLanguage();
  const name = text('app.name');
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
}
