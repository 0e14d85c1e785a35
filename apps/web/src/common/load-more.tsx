import { Button, Group, Text } from '@mantine/core';
import { useLanguage } from '../language/language-provider.tsx';

type LoadMoreProps = {
  readonly shown: number;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
};

/** The end of a paged list: how much is shown (said aloud when it grows) and a button for the next page. */
export function LoadMore({ shown, hasMore, loading, onMore }: LoadMoreProps) {
  const { text, count } = useLanguage();
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="var(--muted)" role="status">
        {text(hasMore ? 'common.shownMore' : 'common.shown', { count: count(shown) })}
      </Text>
      {hasMore && (
        <Button variant="default" size="xs" onClick={onMore} loading={loading}>
          {text('common.more')}
        </Button>
      )}
    </Group>
  );
}
