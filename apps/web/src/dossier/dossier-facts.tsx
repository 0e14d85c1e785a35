import type { DossierDetail } from '#contracts/views.ts';
import { Facts, type Fact } from '../common/facts.tsx';
import { Section } from '../common/section.tsx';
import { UnitName, Who } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';
import type { TextKey } from '../language/vi.ts';
import styles from './dossier.module.css';

export function DossierFacts({ dossier }: { readonly dossier: DossierDetail }) {
  const texts = useLanguage();
  return (
    <Section heading={texts.text('dossier.facts')}>
      <HolderNow dossier={dossier} />
      <Facts facts={factsOf(dossier, texts)} />
    </Section>
  );
}

function HolderNow({ dossier }: { readonly dossier: DossierDetail }) {
  const { text } = useLanguage();
  const { holder, holderUnit, heldSince } = dossier;
  return (
    <div className={styles['holder']}>
      <span className={styles['holderLabel']}>{text('dossier.holderNow')}</span>
      {holder === null ? (
        <span>{text('dossier.noHolder')}</span>
      ) : (
        <span>
          <strong>
            <Who party={holder} />
          </strong>{' '}
          · <UnitName unit={holderUnit} />
          {heldSince !== null && ` · ${text('dossier.heldSince', { moment: formatMoment(heldSince) })}`}
        </span>
      )}
    </div>
  );
}

function factsOf(dossier: DossierDetail, { text, label, count }: Texts): readonly Fact[] {
  const moment = (key: TextKey, at: string | null): readonly Fact[] =>
    at === null ? [] : [{ label: text(key), value: formatMoment(at) }];
  const words = (key: TextKey, value: string | null): readonly Fact[] =>
    value === null ? [] : [{ label: text(key), value }];
  const secret = dossier.secretReference !== null;
  const { coordinators } = dossier;
  return [
    ...words('dossier.issuer', secret ? null : dossier.issuer),
    ...words('dossier.type', secret ? null : dossier.dossierType),
    ...moment('dossier.receivedAt', dossier.receivedAt),
    { label: text('dossier.deadline'), value: dossier.deadline === null ? '—' : formatMoment(dossier.deadline) },
    ...moment('dossier.completedAt', dossier.completedAt),
    ...words('dossier.outcome', dossier.outcome === null ? null : label('value', dossier.outcome)),
    { label: text('dossier.responsible'), value: <Who party={dossier.responsible} /> },
    { label: text('dossier.leadUnit'), value: <UnitName unit={dossier.leadUnit} /> },
    ...(coordinators.length === 0
      ? []
      : [{ label: text('dossier.coordinators'), value: <UnitNames units={coordinators} /> }]),
    ...words('dossier.step', secret ? null : dossier.step),
    ...moment('dossier.dueAt', dossier.dueAt),
    {
      label: text('dossier.moves'),
      value: text('dossier.moves.value', { handoffs: count(dossier.handoffs), returns: count(dossier.returns) }),
    },
  ];
}

function UnitNames({ units }: { readonly units: DossierDetail['coordinators'] }) {
  return units.map((unit, index) => (
    <span key={unit.id}>
      {index > 0 && ', '}
      <UnitName unit={unit} />
    </span>
  ));
}
