import { Button, Group, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { formatIsoDay, parseDay } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';

type AsOfFieldProps = { readonly day: string | null; readonly onDay: (day: string | null) => void };

/** A day typed as it is written here; the browser's own date field would follow the machine's country instead. */
export function AsOfField({ day, onDay }: AsOfFieldProps) {
  const { text } = useLanguage();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped(day === null ? '' : formatIsoDay(day));
    setWrong(false);
  }, [day]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const parsed = parseDay(typed);
    setWrong(parsed === null && typed.trim() !== '');
    if (parsed !== null || typed.trim() === '') onDay(parsed);
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={text('asOf.label')}
          placeholder={text('asOf.placeholder')}
          size="xs"
          w={130}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={wrong ? text('asOf.wrong') : undefined}
          inputMode="numeric"
          autoComplete="off"
        />
        <Button type="submit" size="xs" variant="default">
          {text('asOf.apply')}
        </Button>
        {day !== null && (
          <Button size="xs" variant="subtle" onClick={() => onDay(null)}>
            {text('asOf.today')}
          </Button>
        )}
      </Group>
    </form>
  );
}
