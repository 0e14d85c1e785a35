import type {
  AddresseeView,
  AnswerView,
  AssessmentView,
  ConsultationDetail,
  DeemedView,
  OpinionStance,
} from '#contracts/consultation-views.ts';
import { CalendarText, RuleText } from '../common/citation.tsx';
import { Facts, type Fact } from '../common/facts.tsx';
import { Mark } from '../common/mark.tsx';
import { OpinionMark, StanceMark } from '../common/opinion-mark.tsx';
import { UnitName, Who } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { Texts } from '../language/text.ts';
import styles from './opinions.module.css';

type Questions = ConsultationDetail['questions'];

type BodyOutcomeProps = {
  readonly body: AddresseeView;
  readonly questions: Questions;
  readonly assessments: readonly AssessmentView[];
  /** Of a secret dossier only bodies, moments and outcomes are shown: free text could carry what the subject must not. */
  readonly secret: boolean;
};

/** What became of the request at one body. */
export function BodyOutcome({ body, questions, assessments, secret }: BodyOutcomeProps) {
  const texts = useLanguage();
  const { text, count } = texts;
  const { answer, lateAnswer, deemed, extensions } = body;
  const of = { body, questions, secret };
  return (
    <>
      <div className={styles['bodyHead']}>
        <strong>
          <UnitName unit={body.unit} />
        </strong>
        <OpinionMark status={body.status} />
        {body.overdue && <Mark tone="alert">{text('mark.overdue')}</Mark>}
        {extensions.length > 0 && <Mark>{text('opinions.extended', { count: count(extensions.length) })}</Mark>}
        {body.unrelated !== null && <Mark>{text('opinions.unrelated')}</Mark>}
      </div>
      <Facts dense facts={courseOf(body, secret, texts)} />
      {deemed !== null && <Facts dense facts={deemedFacts(deemed, texts)} />}
      {answer !== null && <Answer answer={answer} when={text('opinions.answered')} {...of} />}
      {lateAnswer !== null && <Answer answer={lateAnswer} when={text('opinions.lateAnswer')} {...of} />}
      {lateAnswer !== null && body.status === 'consent-deemed' && (
        <div className={styles['part']}>{text('opinions.lateAnswer.note')}</div>
      )}
      {!secret && assessments.map((each) => <Assessment key={each.assessmentId} assessment={each} />)}
    </>
  );
}

function courseOf(body: AddresseeView, secret: boolean, { text }: Texts): readonly Fact[] {
  const { dueAt, registeredAt, arrivalNumber, returned, voided } = body;
  const arrived =
    registeredAt === null
      ? text('opinions.notRegistered')
      : [arrivalNumber, formatMoment(registeredAt)].filter((part) => part !== null).join(' · ');
  return [
    { label: text('opinions.registered'), value: arrived },
    { label: text('opinions.due'), value: dueAt === null ? text('opinions.noDue') : formatMoment(dueAt) },
    ...(returned === null || secret
      ? []
      : [
          { label: text('opinions.returned'), value: `${returned.reason} · ${returned.basis}` },
          { label: text('opinions.rightUnit'), value: <UnitName unit={returned.rightUnit} /> },
        ]),
    ...(voided === null || secret ? [] : [{ label: text('opinions.voided'), value: voided.reason }]),
  ];
}

/** Why silence counts as consent: the moment, the rule, the calendar, and who headed the body then (R17). */
function deemedFacts(deemed: DeemedView, { text }: Texts): readonly Fact[] {
  return [
    { label: text('opinions.deemedAt'), value: formatMoment(deemed.dueAt) },
    { label: text('opinions.rule'), value: <RuleText rule={deemed.rule} /> },
    { label: text('opinions.calendar'), value: <CalendarText calendar={deemed.calendar} /> },
    { label: text('opinions.head'), value: <Who party={deemed.head} /> },
  ];
}

type AnswerProps = {
  readonly answer: AnswerView;
  readonly when: string;
  readonly body: AddresseeView;
  readonly questions: Questions;
  readonly secret: boolean;
};

/**
 * What the body wrote. Beside a deemed consent, and where it came late, the stances stand as quoted words and not
 * as marks: they stay readable and are no outcome (R17).
 */
function Answer({ answer, when, body, questions, secret }: AnswerProps) {
  const texts = useLanguage();
  const { text } = texts;
  return (
    <div className={styles['part']}>
      <Facts dense facts={signedFacts(answer, when, texts)} />
      {answer.recordedAfterDeadline && <Mark tone="caution">{text('opinions.recordedAfterDeadline')}</Mark>}
      {!secret && (
        <ul className={styles['stances']} aria-label={text('opinions.stances')}>
          {answer.answers.map((each) => (
            <li key={each.questionId}>
              {questionText(questions, each.questionId)}{' '}
              <Stance stance={each.stance} counts={body.status === 'answered'} /> {groundsOf(each)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Stance({ stance, counts }: { readonly stance: OpinionStance | null; readonly counts: boolean }) {
  const { text } = useLanguage();
  if (counts) return <StanceMark stance={stance} />;
  return <span>“{stance === null ? text('opinions.noStance') : text(`stance.${stance}`)}”</span>;
}

const questionText = (questions: Questions, id: string): string =>
  `${questions.find(({ questionId }) => questionId === id)?.text ?? id}:`;

const groundsOf = ({ grounds, conditions }: AnswerView['answers'][number]): string =>
  [grounds, conditions].filter((part) => part !== null).join(' · ');

function signedFacts({ at, signature }: AnswerView, when: string, { text, label }: Texts): readonly Fact[] {
  return [
    { label: when, value: formatMoment(at) },
    { label: text('opinions.drafter'), value: <Who party={signature.drafter} /> },
    { label: text('opinions.signer'), value: <Who party={signature.signer} /> },
    { label: text('entry.capacity'), value: label('capacity', signature.capacity) },
    { label: text('opinions.head'), value: <Who party={signature.head} /> },
  ];
}

/** A named person's reading of the answer, with what the body says to it (R16). */
function Assessment({ assessment }: { readonly assessment: AssessmentView }) {
  const { text } = useLanguage();
  const { quality, quotedSentence, contested, settled, assessor } = assessment;
  return (
    <div className={styles['part']}>
      {text('opinions.quality')}: {text(`quality.${quality}`)} · <Who party={assessor} />
      {quotedSentence !== null && ` · “${quotedSentence}”`}
      {contested !== null && ` · ${text('opinions.contested')}: ${contested.statement}`}
      {settled !== null && ` · ${text(`quality.${settled.outcome}`)}: ${settled.reason}`}
    </div>
  );
}
