import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { PartyView, UnitRef } from '#contracts/views.ts';
import { useOfficerName, useUnitName } from '../api/queries.ts';
import { useLanguage } from '../language/language-provider.tsx';

const none = '—';

/** A person links to their trail; an account is never shown as a person; nobody named is said openly. */
export function Who({ party }: { readonly party: PartyView | null }) {
  const { text } = useLanguage();
  if (party === null) return none;
  if (party.kind === 'unknown' || party.id === null)
    return (
      <Text span inherit fs="italic" c="var(--muted)">
        {text('common.unknown')}
      </Text>
    );
  if (party.kind === 'officer') return <OfficerLink id={party.id} name={party.name} />;
  const kind = party.accountKind === undefined ? 'common.account' : (`common.account.${party.accountKind}` as const);
  return (
    <span>
      {party.name ?? party.id}{' '}
      <Text span size="xs" c="var(--muted)">
        ({text(kind)})
      </Text>
    </span>
  );
}

function OfficerLink({ id, name }: { readonly id: string; readonly name: string | null }) {
  const found = useOfficerName(id, name !== null);
  return (
    <Anchor component={Link} to={`/officers/${encodeURIComponent(id)}`} inherit>
      {name ?? found ?? id}
    </Anchor>
  );
}

export function UnitName({ unit }: { readonly unit: UnitRef | null }) {
  return unit === null ? none : <KnownUnitName unit={unit} />;
}

function KnownUnitName({ unit }: { readonly unit: UnitRef }) {
  const found = useUnitName(unit.id, unit.name !== null);
  return unit.name ?? found ?? unit.id;
}
