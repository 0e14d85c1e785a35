import { Button, Code, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { RequestFailure } from '../api/request-failure.ts';
import { useLanguage } from '../language/language-provider.tsx';
import styles from './panels.module.css';

/** What went wrong, in the reader's language, with what an operator needs to find it and a way to try again. */
export function ProblemPanel({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { text, language } = useLanguage();
  const problem = error instanceof RequestFailure ? error.problem : null;
  const unreachable = error instanceof RequestFailure && error.kind === 'network';
  const fallback = text(unreachable ? 'problem.network' : 'problem.unreadable');
  const title = problem === null ? fallback : language === 'vi' ? problem.title : problem.titleEn;
  return (
    <div className={styles['problem']} role="alert">
      <IconAlertTriangle aria-hidden="true" size={24} />
      <div>
        <Text fw={650}>{title}</Text>
        {unreachable && <Text size="sm">{text('problem.network.text')}</Text>}
        {problem?.faults !== undefined && (
          <List size="sm" my={4}>
            {problem.faults.map((fault) => (
              <List.Item key={`${fault.path} ${fault.message}`}>
                <Code>{fault.path}</Code> {language === 'vi' ? fault.message : fault.messageEn}
              </List.Item>
            ))}
          </List>
        )}
        {problem !== null && (
          <Text size="xs" c="var(--muted)" className={styles['wrap']}>
            {text('problem.code', { code: problem.code })} · {text('problem.request', { id: problem.requestId })}
          </Text>
        )}
        <Group mt="sm">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden="true" />}
            onClick={onRetry}
          >
            {text('common.retry')}
          </Button>
        </Group>
      </div>
    </div>
  );
}
