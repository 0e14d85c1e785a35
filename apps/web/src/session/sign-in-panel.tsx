import { Alert, Button, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { usePageTitle } from '../common/use-page-title.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { SessionState } from './session.ts';

type Because = Extract<SessionState, { kind: 'signed-out' }>['because'];

export function SignInPanel({
  because,
  onToken,
}: {
  readonly because: Because;
  readonly onToken: (token: string) => void;
}) {
  const { text } = useLanguage();
  const [token, setToken] = useState('');
  usePageTitle(text('session.title'));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (token.trim() !== '') onToken(token.trim());
  };
  return (
    <Paper withBorder p="lg" maw={520} mx="auto" mt="xl" component="form" onSubmit={submit}>
      <Stack>
        <Title order={1} size="h3">
          {text('session.title')}
        </Title>
        {because === 'refused' && (
          <Alert color="red" role="alert" variant="outline">
            {text('session.refused')}
          </Alert>
        )}
        {because === 'unreachable' && (
          <Alert color="navy" role="status" variant="outline">
            {text('session.unreachable')}
          </Alert>
        )}
        <Text c="var(--muted)">{text('session.text')}</Text>
        <PasswordInput
          label={text('session.token')}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          required
          withAsterisk={false}
        />
        <Button type="submit">{text('session.submit')}</Button>
      </Stack>
    </Paper>
  );
}
