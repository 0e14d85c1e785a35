import { Text } from '@mantine/core';
import type { CandidateView, MitigationView } from '#contracts/candidate-views.ts';
import { CalendarText, RuleText } from '../common/citation.tsx';
import { Facts, type Fact } from '../common/facts.tsx';
import { LateMark } from '../common/late-mark.tsx';
import { SubjectSought } from '../common/subject-sought.tsx';
import { entryAddress, To } from '../common/subject-link.tsx';
import { UnitName, Who } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { splitSubject } from '../format/subject.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';
import { CandidateFact } from './candidate-fact.tsx';
import styles from './candidates.module.css';

/** One question with all that belongs to it: what happened, the rule, the evidence, and what speaks for the person. */
export function CandidateCard({ candidate }: { readonly candidate: CandidateView }) {
  const texts = useLanguage();
  const { language } = texts;
  return (
    <article className={styles['card']} aria-label={candidate.text[language]}>
      <div className={styles['head']}>
        <strong>{candidate.text[language]}</strong>
        {candidate.recordedLate && <LateMark recordedAt={null} />}
      </div>
      <Sentence candidate={candidate} />
      <Facts dense facts={concerned(candidate, texts)} />
      <Facts dense facts={factsOf(candidate.facts, texts)} />
      <Facts dense facts={groundsOf(candidate, texts)} />
      <Evidence candidate={candidate} />
      <Mitigations mitigations={candidate.mitigations} />
    </article>
  );
}

function Sentence({ candidate }: { readonly candidate: CandidateView }) {
  const { text, language } = useLanguage();
  const { unit, at } = candidate;
  const said = { moment: formatMoment(at), what: candidate.text[language] };
  return (
    <div>
      {unit === null
        ? text('candidates.sentence.noUnit', said)
        : text('candidates.sentence', { ...said, unit: unit.name ?? unit.id })}
    </div>
  );
}

function concerned(candidate: CandidateView, { text }: Texts): readonly Fact[] {
  return [
    { label: text('candidates.about'), value: <SubjectSought subject={candidate.subject} /> },
    { label: text('interval.unit'), value: <UnitName unit={candidate.unit} /> },
    { label: text('candidates.doneBy'), value: <Who party={candidate.performer} /> },
    { label: text('candidates.headThen'), value: <Who party={candidate.head} /> },
  ];
}

const factsOf = (facts: CandidateView['facts'], { label }: Texts): readonly Fact[] =>
  Object.entries(facts)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ label: label('fact', name), value: <CandidateFact name={name} value={value} /> }));

function groundsOf({ rules, calendar }: CandidateView, { text }: Texts): readonly Fact[] {
  const cited = rules.map((rule, index) => (
    <span key={`${rule.obligation} ${rule.instrument} ${rule.clause}`}>
      {index > 0 && '; '}
      <RuleText rule={rule} />
    </span>
  ));
  return [
    { label: text('candidates.rules'), value: cited },
    {
      label: text('candidates.calendar'),
      value: calendar === null ? text('candidates.noCalendar') : <CalendarText calendar={calendar} />,
    },
  ];
}

/** Ledger positions; those of a dossier lead to its timeline. */
function Evidence({ candidate }: { readonly candidate: CandidateView }) {
  const { text } = useLanguage();
  const { category, id } = splitSubject(candidate.subject);
  return (
    <div className={styles['evidence']}>
      <span>{text('candidates.evidence')}:</span>
      {candidate.evidence.map((position) => {
        const words = text('candidates.position', { position });
        return category === 'dossier' ? (
          <To key={position} address={entryAddress(id, position)}>
            {words}
          </To>
        ) : (
          <span key={position}>{words}</span>
        );
      })}
    </div>
  );
}

/** What speaks in the person's favour stands on the card itself, never a click away. */
function Mitigations({ mitigations }: { readonly mitigations: readonly MitigationView[] }) {
  const texts = useLanguage();
  const { text, language } = texts;
  return (
    <div className={styles['mitigations']}>
      <Text size="sm" fw={600}>
        {text('candidates.mitigations')}
      </Text>
      {mitigations.length === 0 ? (
        text('candidates.mitigations.none')
      ) : (
        <ul aria-label={text('candidates.mitigations')}>
          {mitigations.map((mitigation) => (
            <li key={`${mitigation.kind} ${mitigation.evidence.join(' ')} ${JSON.stringify(mitigation.facts)}`}>
              {mitigation.text[language]}
              <Facts dense facts={mitigationFacts(mitigation, texts)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function mitigationFacts({ facts, evidence }: MitigationView, texts: Texts): readonly Fact[] {
  return [
    ...factsOf(facts, texts),
    ...(evidence.length === 0 ? [] : [{ label: texts.text('candidates.evidence'), value: evidence.join(', ') }]),
  ];
}
