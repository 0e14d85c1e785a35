import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { splitSubject } from '../format/subject.ts';
import { useLanguage } from '../language/language-provider.tsx';

/** Where in a timeline the entry at a ledger position stands. */
export const entryPlace = (position: string): string => `entry-${position}`;

/** `/dossiers/HS-1#entry-12`: a place in the timeline of a dossier. */
export const entryAddress = (dossierId: string, position: string): string =>
  `/dossiers/${encodeURIComponent(dossierId)}#${entryPlace(position)}`;

/** A request for opinions has its place on the screen of its dossier. */
export const opinionsPlace = (consultationId: string): string => `opinions-${consultationId}`;

const opinionsAddress = (dossierId: string, consultationId: string): string =>
  `/dossiers/${encodeURIComponent(dossierId)}#${encodeURIComponent(opinionsPlace(consultationId))}`;

type SubjectLinkProps = {
  /** Name of a stream, e.g. `consultation-YK-1`. */
  readonly subject: string;
  /** The dossier that it belongs to, where there is one. */
  readonly dossierId: string | null;
};

/** What an entry is about, linked to where it can be read. */
export function SubjectLink({ subject, dossierId }: SubjectLinkProps) {
  const { label } = useLanguage();
  const { category, id } = splitSubject(subject);
  const words = category === null ? id : label('subject', category).replace('{id}', id);
  if (category === 'dossier') return <To address={`/dossiers/${encodeURIComponent(id)}`}>{words}</To>;
  if (dossierId === null) return <span>{words}</span>;
  const address =
    category === 'consultation' ? opinionsAddress(dossierId, id) : `/dossiers/${encodeURIComponent(dossierId)}`;
  return <To address={address}>{words}</To>;
}

export function To({ address, children }: { readonly address: string; readonly children: string }) {
  return (
    <Anchor component={Link} to={address} inherit>
      {children}
    </Anchor>
  );
}
