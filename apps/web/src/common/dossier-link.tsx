import { Anchor, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { citeDossier, type Citable } from '../format/reference.ts';
import { useLanguage } from '../language/language-provider.tsx';

type DossierLinkProps = { readonly id: string; readonly dossier: Citable & { readonly subject: string | null } };

/** How a dossier is cited and what it is about; of a secret one only its opaque reference. */
export function DossierLink({ id, dossier }: DossierLinkProps) {
  const { text } = useLanguage();
  const secret = dossier.secretReference !== null;
  return (
    <>
      <Anchor component={Link} to={`/dossiers/${encodeURIComponent(id)}`} inherit fw={600}>
        {citeDossier(dossier) ?? id}
      </Anchor>
      {secret ? (
        <Text size="sm" c="var(--muted)">
          <IconLock size={14} aria-hidden="true" style={{ verticalAlign: '-2px' }} /> {text('mark.secret')}
        </Text>
      ) : (
        <Text size="sm" {...(dossier.subject === null ? { fs: 'italic', c: 'var(--muted)' } : {})}>
          {dossier.subject ?? text('dossier.noSubject')}
        </Text>
      )}
    </>
  );
}
