import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useApi } from '../api/queries.ts';
import { ProblemPanel } from '../common/problem-panel.tsx';
import { useLanguage } from '../language/language-provider.tsx';

const formats = ['json', 'csv', 'xes'] as const;
type Format = (typeof formats)[number];

/** Downloads through the page, because a plain link could not carry the token. */
export function TrailExport({ officerId }: { readonly officerId: string }) {
  const { text } = useLanguage();
  const api = useApi();
  const download = useMutation({
    mutationFn: async (format: Format) => {
      const path = `/v1/officers/${encodeURIComponent(officerId)}/trail/export`;
      const { content, name } = await api.download(path, { format });
      const file = name ?? `trail-${officerId}.${format}`;
      save(content, file);
      return file;
    },
  });
  return (
    <div>
      <Group gap="xs" role="group" aria-label={text('trail.export')}>
        {formats.map((format) => (
          <Button
            key={format}
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            loading={download.isPending && download.variables === format}
            onClick={() => download.mutate(format)}
          >
            {text('trail.export.format', { format: format.toUpperCase() })}
          </Button>
        ))}
      </Group>
      <div role="status">{download.data === undefined ? '' : text('trail.export.done', { file: download.data })}</div>
      {download.error !== null && (
        <ProblemPanel error={download.error} onRetry={() => download.mutate(download.variables)} />
      )}
    </div>
  );
}

function save(content: Blob, file: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  URL.revokeObjectURL(address);
}
