import { Combobox } from '@mantine/core';
import type { AppointmentView, DossierSummary, OfficerView } from '#contracts/views.ts';
import { citeDossier } from '../format/reference.ts';
import { useLanguage } from '../language/language-provider.tsx';
import styles from './search.module.css';

export function OfficerOption({ officer }: { readonly officer: OfficerView }) {
  const { text } = useLanguage();
  return (
    <Combobox.Option value={`/officers/${encodeURIComponent(officer.id)}`}>
      <div className={styles['first']}>{officer.name ?? text('trail.noName')}</div>
      <div className={styles['second']}>
        <PostText appointments={officer.appointments} fallback={officer.id} />
      </div>
    </Combobox.Option>
  );
}

/** The last post of a person in a line: two people of one name are told apart by it. */
export function PostText(props: { readonly appointments: readonly AppointmentView[]; readonly fallback: string }) {
  const { label } = useLanguage();
  const post = latestPost(props.appointments);
  if (post === null) return props.fallback;
  return `${post.title ?? label('role', post.role)} · ${post.unit.name ?? post.unit.id}`;
}

function latestPost(appointments: readonly AppointmentView[]): AppointmentView | null {
  const lasting = appointments.filter(({ validTo }) => validTo === null);
  const candidates = lasting.length > 0 ? lasting : appointments;
  return candidates.reduce<AppointmentView | null>(
    (latest, next) => (latest === null || next.validFrom > latest.validFrom ? next : latest),
    null,
  );
}

export function DossierOption({ dossier }: { readonly dossier: DossierSummary }) {
  const { text } = useLanguage();
  const secret = dossier.secretReference !== null;
  return (
    <Combobox.Option value={`/dossiers/${encodeURIComponent(dossier.id)}`}>
      <div className={styles['first']}>{citeDossier(dossier) ?? dossier.id}</div>
      <div className={styles['second']}>
        {secret ? text('mark.secret') : (dossier.subject ?? text('dossier.noSubject'))}
      </div>
    </Combobox.Option>
  );
}
