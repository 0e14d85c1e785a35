import { Combobox, Loader, TextInput, useCombobox, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import type { DossierSummary, OfficerView, Page } from '#contracts/views.ts';
import { isSearchable, useDossierSearch, useOfficerSearch } from '../api/queries.ts';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { useLanguage } from '../language/language-provider.tsx';
import { DossierOption, OfficerOption } from './search-options.tsx';
import styles from './search.module.css';

const limit = 6;
const pauseMs = 250;
const searchAddress = (words: string): string => `/search?q=${encodeURIComponent(words.trim())}`;

/** Finds people by name without accents and dossiers by number or subject, while typing; arrows, Enter and Esc work. */
export function SearchBox() {
  const { text } = useLanguage();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, pauseMs);
  const found = useFound(words);
  const navigate = useNavigate();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { resetSelectedOption } = combobox;
  const go = (address: string): void => {
    combobox.closeDropdown();
    setTyped('');
    void navigate(address);
  };
  const show = (entry: string): void => (isSearchable(entry) ? combobox.openDropdown() : combobox.closeDropdown());
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isSearchable(typed)) go(searchAddress(typed));
  };
  // A choice made in the old list would point at another entry of the new one.
  useEffect(() => resetSelectedOption(), [resetSelectedOption, found.officers, found.dossiers]);
  return (
    <form role="search" onSubmit={submit}>
      <Combobox store={combobox} onOptionSubmit={go} withinPortal={false} keepMounted shadow="md">
        <Combobox.Target withExpandedAttribute>
          <TextInput
            type="search"
            aria-label={text('search.label')}
            aria-autocomplete="list"
            placeholder={text('search.placeholder')}
            leftSection={<IconSearch size={18} aria-hidden="true" />}
            rightSection={found.loading ? <Loader size={16} /> : null}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              show(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              // The first Esc closes the list and keeps the words; the browser alone would throw them away.
              if (event.key === 'Escape' && combobox.dropdownOpened) event.preventDefault();
            }}
            onFocus={() => show(typed)}
            onBlur={() => combobox.closeDropdown()}
            autoComplete="off"
            spellCheck={false}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!found.ready && found.error === null}>
          <FoundList found={found} words={words} />
        </Combobox.Dropdown>
      </Combobox>
      <VisuallyHidden role="status">{found.ready ? <FoundText found={found} /> : ''}</VisuallyHidden>
    </form>
  );
}

type Found = {
  readonly officers: readonly OfficerView[];
  readonly dossiers: readonly DossierSummary[];
  readonly more: boolean;
  readonly loading: boolean;
  readonly ready: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
};

const nothing: readonly never[] = [];

function firstItems<T>(data: { readonly pages: readonly Page<T>[] } | undefined): readonly T[] {
  return data?.pages[0]?.items ?? nothing;
}

function useFound(words: string): Found {
  const officers = useOfficerSearch(words, limit);
  const dossiers = useDossierSearch(words, limit);
  return {
    officers: firstItems(officers.data),
    dossiers: firstItems(dossiers.data),
    more: officers.hasNextPage || dossiers.hasNextPage,
    loading: officers.isFetching || dossiers.isFetching,
    ready: officers.isSuccess && dossiers.isSuccess,
    error: officers.error ?? dossiers.error,
    retry: () => {
      void officers.refetch();
      void dossiers.refetch();
    },
  };
}

function FoundText({ found }: { readonly found: Found }) {
  const { text, count } = useLanguage();
  const { officers, dossiers, more } = found;
  if (officers.length + dossiers.length === 0) return text('search.none');
  const figures = { people: count(officers.length), dossiers: count(dossiers.length) };
  return text(more ? 'search.foundMore' : 'search.found', figures);
}

/** The list of choices stays in the page even while empty: the field could not name it to a screen reader otherwise. */
function FoundList({ found, words }: { readonly found: Found; readonly words: string }) {
  const { text } = useLanguage();
  const { officers, dossiers, error } = found;
  const nobody = officers.length + dossiers.length === 0;
  return (
    <>
      {error !== null && <ProblemPanel error={error} onRetry={found.retry} />}
      {error === null && nobody && <Combobox.Empty>{text('search.none')}</Combobox.Empty>}
      <Combobox.Options className={styles['options']} aria-label={text('search.label')} hidden={nobody}>
        {officers.length > 0 && (
          <Combobox.Group label={<span className={styles['group']}>{text('search.people')}</span>}>
            {officers.map((officer) => (
              <OfficerOption key={officer.id} officer={officer} />
            ))}
          </Combobox.Group>
        )}
        {dossiers.length > 0 && (
          <Combobox.Group label={<span className={styles['group']}>{text('search.dossiers')}</span>}>
            {dossiers.map((dossier) => (
              <DossierOption key={dossier.id} dossier={dossier} />
            ))}
          </Combobox.Group>
        )}
        <Combobox.Option value={searchAddress(words)}>{text('search.all')}</Combobox.Option>
      </Combobox.Options>
    </>
  );
}
