import { Button, Group, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { formatIsoDay, parseDay } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';

type AsOfFieldProps = { readonly day: string | null; readonly onDay: (day: string | null) => void };

/** A day typed as it is written here; the browser's own date field would follow the machine's country instead. */
export function AsOfField({ day, onDay }: AsOfFieldProps) {
  const { text } = useLanguage();
  // Null while nothing is being typed: then the field follows the day shown.
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const written = typed ?? (day === null ? '' : formatIsoDay(day));
  const choose = (chosen: string | null): void => {
    setTyped(null);
    setWrong(false);
    onDay(chosen);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const parsed = parseDay(written);
    if (parsed === null && written.trim() !== '') setWrong(true);
    else choose(parsed);
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={text('asOf.label')}
          placeholder={text('asOf.placeholder')}
          size="xs"
          w={130}
          value={written}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={wrong ? text('asOf.wrong') : undefined}
          inputMode="numeric"
          autoComplete="off"
        />
        <Button type="submit" size="xs" variant="default">
          {text('asOf.apply')}
        </Button>
        {day !== null && (
          <Button size="xs" variant="subtle" onClick={() => choose(null)}>
            {text('asOf.today')}
          </Button>
        )}
      </Group>
    </form>
  );
}
