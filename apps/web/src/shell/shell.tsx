import { Button, SegmentedControl } from '@mantine/core';
import { IconNotebook } from '@tabler/icons-react';
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { EvidenceAlarm, EvidenceNote } from '../evidence/evidence-note.tsx';
import { useLanguage } from '../language/language-provider.tsx';
import { languages, type Language } from '../language/text.ts';
import { SearchBox } from '../search/search-box.tsx';
import type { Session } from '../session/session.ts';
import styles from './shell.module.css';

/** Header, landmarks and footer around every screen. */
export function Shell({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const { text } = useLanguage();
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(main);
  return (
    <>
      <a className={styles['skip']} href="#main">
        {text('app.skip')}
      </a>
      <Header session={session} />
      <EvidenceAlarm />
      <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
        {children}
      </main>
      <footer className={styles['footer']}>
        {text('app.footer.time')} {text('app.footer.working')} {text('app.footer.fair')}
        <EvidenceNote />
      </footer>
    </>
  );
}

/** After a link was followed, keyboard and screen reader continue in the new screen, not in the old link's place. */
function useFocusOnArrival(main: { readonly current: HTMLElement | null }): void {
  const { pathname, hash } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    // An address that points into the screen is followed once its place is there (see useLanding).
    if (hash !== '') return;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname, hash, main]);
}

function Header({ session }: { readonly session: Session }) {
  const { text, language, choose } = useLanguage();
  const state = useSyncExternalStore(session.subscribe, session.current);
  return (
    <header className={styles['header']}>
      <div className={styles['bar']}>
        <Link to="/" className={styles['brand']}>
          <IconNotebook size={28} aria-hidden="true" />
          <span>
            <strong>{text('app.name')}</strong>
            <small>{text('app.tagline')}</small>
          </span>
        </Link>
        <nav aria-label={text('app.navigation')}>
          <NavLink to="/" end className={styles['nav'] ?? ''}>
            {text('nav.overview')}
          </NavLink>
          <NavLink to="/handling" className={styles['nav'] ?? ''}>
            {text('nav.handling')}
          </NavLink>
        </nav>
        <div className={styles['search']}>{state.kind === 'signed-in' && <SearchBox />}</div>
        <SegmentedControl
          size="xs"
          aria-label={text('app.language')}
          value={language}
          onChange={(chosen: Language) => choose(chosen)}
          data={languages.map((value) => ({ value, label: <LanguageName language={value} /> }))}
        />
        {state.kind === 'signed-in' && state.from === 'reader' && (
          <Button size="xs" variant="white" onClick={session.signOut}>
            {text('session.signOut')}
          </Button>
        )}
      </div>
    </header>
  );
}

function LanguageName({ language }: { readonly language: Language }) {
  return <span lang={language}>{language === 'vi' ? 'Tiếng Việt' : 'English'}</span>;
}
