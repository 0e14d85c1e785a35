import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useLanguage } from '../language/language-provider.tsx';

export function LoadingPanel({ rows, height = 44 }: { readonly rows: number; readonly height?: number }) {
  const { text } = useLanguage();
  return (
    <Stack gap="xs" role="status" aria-busy="true">
      <VisuallyHidden>{text('common.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="sm" aria-hidden="true" />
      ))}
    </Stack>
  );
}
