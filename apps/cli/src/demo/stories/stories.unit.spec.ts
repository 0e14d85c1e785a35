import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Candidate, CandidateKind, MitigationKind } from '#domain/candidates/candidate.ts';
import { candidatesOf } from '#domain/candidates/candidates-of.ts';
import { subjectCategories, type CaseFact, type History } from '#domain/candidates/history.ts';
import { organisationActs } from '../organisation-acts.ts';
import { sampleEnd } from '../sample-period.ts';
import { World } from '../world.ts';
import { packaged } from './packaged.ts';
import { situations } from './situations.ts';
import { storiesOf, type Stories } from './stories.ts';

const told = async (seed: number): Promise<Stories> => {
  const world = new World(seed);
  return storiesOf(world, organisationActs(world), await packaged());
};

const historiesOf = ({ events }: Stories): History[] => {
  const streams = new Map<string, CaseFact[]>();
  for (const event of events) {
    const category = subjectCategories.find((each) => event.stream.startsWith(`${each}-`));
    // The category says which events a stream holds (streamOf).
    if (category) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event as CaseFact]);
  }
  return [...streams].map(([stream, facts]) => ({ stream, events: facts }));
};

let stories: Stories;
let candidates: readonly Candidate[];

beforeAll(async () => {
  stories = await told(2025);
  candidates = candidatesOf({ histories: historiesOf(stories), reference: stories.reference, asOf: sampleEnd });
});

const eventsOn = (stream: string): readonly string[] =>
  stories.events.filter((event) => event.stream === stream).map(({ type }) => type.slice(type.indexOf('.') + 1));

const asked = (subject: string): readonly (readonly [CandidateKind, readonly MitigationKind[]])[] =>
  candidates
    .filter((candidate) => candidate.subject === subject)
    .map(({ kind, mitigations }) => [kind, [...new Set(mitigations.map((each) => each.kind))]]);

describe('the stories of the sample', () => {
  it('break no rule whatever the seed: every act is accepted', async () => {
    const other = await told(7);
    expect(other.acts.length).toBe(stories.acts.length);
  });

  it('are told in the order of the ledger clock, and nothing of them lies after the end of the sample', () => {
    const moments = stories.acts.map(({ recordedAt }) => recordedAt);
    expect([...moments].sort()).toEqual(moments);
    expect(moments.every((moment) => moment <= sampleEnd)).toBe(true);
  });

  it('are placed where the ledger will have them: each act begins where the one before it ended', () => {
    const ends = new Map<string, number>();
    for (const { stream, ordinal, makes } of stories.acts) {
      expect({ stream, ordinal }).toEqual({ stream, ordinal: ends.get(stream) ?? (stream === 'rulebook-vn' ? 1 : 0) });
      ends.set(stream, ordinal + makes);
    }
  });

  it.each<readonly [string, CandidateKind, readonly MitigationKind[]]>([
    ['consultation-YK-2026-03', 'late-return', []],
    ['consultation-YK-2026-06', 'late-opinion', ['leave']],
    ['consultation-YK-2026-07', 'silent-opinion', []],
    ['consultation-YK-2026-08', 'silent-opinion', ['rule-not-disseminated']],
    ['consultation-YK-2026-10', 'late-opinion', ['upstream-delay']],
    ['consultation-YK-2026-11', 'poor-opinion', ['contested']],
    ['consultation-YK-2026-14', 'over-consultation', []],
    ['consultation-YK-2026-15', 'unrelated-addressee', []],
    ['directive-CD-2026-01', 'late-receipt', []],
    ['directive-CD-2026-01', 'unlinked-directive', []],
    ['dossier-TH-2026-02', 'improper-escalation', []],
    ['dossier-TH-2026-03', 'unsupported-escalation', []],
    ['dossier-TH-2026-05', 'sideways-transfer', []],
    ['dossier-TH-2026-07', 'sideways-transfer', []],
    ['dossier-TH-2026-08', 'expired-delegation', []],
    ['dossier-TH-2026-09', 'beyond-authority', ['written-objection']],
    ['dossier-TH-2026-10', 'defective-submission', []],
    ['dossier-TH-2026-11', 'circular-referral', []],
    ['dossier-TH-2026-12', 'repeated-supplement', []],
    ['dossier-TH-2026-12', 'overdue-dossier', []],
    ['dossier-TH-2026-13', 'inaction', []],
    ['dossier-TH-2026-13', 'refused-processing', []],
    ['dossier-TH-2026-14', 'undecided-own-matter', []],
    ['dossier-TH-2026-15', 'return-of-own-function', []],
    ['recommendation-KN-2026-06', 'unreported-recommendation', []],
    ['office-TT-2026-01', 'unassigned-step', []],
    ['office-KL-2026-01', 'human-finding', []],
    ['office-PC-2026-01', 'refused-assignment', []],
    ['recommendation-KN-2026-01', 'unanswered-recommendation', []],
    ['recommendation-KN-2026-02', 'poor-opinion', ['contested']],
    ['recommendation-KN-2026-05', 'unsubmitted-recommendation', []],
    ['task-NV-2026-02', 'silent-slip', []],
    ['task-NV-2026-04', 'overdue-task', ['reason-accepted']],
    ['task-NV-2026-05', 'broken-commitment', ['granted-extension']],
    ['task-NV-2026-08', 'overdue-task', ['obstacle-reported']],
    ['task-NV-2026-09', 'silent-slip', ['inherited']],
    ['task-NV-2026-10', 'unreported-overdue', ['acting-period']],
  ])('show as a candidate: %s, %s, with %j beside it', (subject, kind, mitigations) => {
    const found = asked(subject).find(([each]) => each === kind);
    expect({ subject, kind, mitigations: found?.[1] }).toMatchObject({
      subject,
      kind,
      mitigations: expect.arrayContaining([...mitigations]),
    });
  });

  it.each([
    'consultation-YK-2026-01',
    'consultation-YK-2026-02',
    'consultation-YK-2026-04',
    'consultation-YK-2026-05',
    'consultation-YK-2026-09',
    'consultation-YK-2025-01',
    'consultation-YK-2026-16',
    'dossier-TH-2026-01',
    'dossier-TH-2026-04',
    'dossier-TH-2026-06',
    'recommendation-KN-2026-03',
    'recommendation-KN-2026-04',
    'task-NV-2026-01',
    'task-NV-2026-03',
    'task-NV-2026-06',
    'task-NV-2026-07',
  ])('charge nobody on %s', (subject) => {
    expect(asked(subject)).toEqual([]);
  });

  it.each([
    ['consultation-YK-2026-07', ['deadline-passed', 'consent-deemed']],
    ['consultation-YK-2026-09', ['consent-deemed', 'deemed-consent-voided']],
    ['consultation-YK-2025-01', ['readdressed', 'answered']],
    ['consultation-YK-2026-11', ['quality-assessed', 'assessment-contested', 'assessment-settled']],
    ['task-NV-2026-03', ['extension-granted', 'commitment-made', 'commitment-met']],
    ['task-NV-2026-04', ['extension-refused', 'deadline-passed']],
    ['task-NV-2026-06', ['product-sent-back', 'product-accepted']],
    ['task-NV-2026-07', ['reopened', 'product-accepted']],
    ['dossier-TH-2026-04', ['coordination.attempted', 'dissent.recorded']],
    ['dossier-TH-2026-10', ['returned', 'returned', 'forwarded']],
    ['dossier-TH-2026-12', ['requested', 'requested', 'issued']],
  ])('live through it: %s has %j', (stream, wanted) => {
    const lived = eventsOn(stream);
    expect(wanted.filter((type) => !lived.includes(type.slice(type.indexOf('.') + 1)))).toEqual([]);
  });

  it('lays silence down as consent only where letter 001 binds the body asked', () => {
    const deemed = stories.events.filter(({ type }) => type === 'consultation.consent-deemed');
    expect([...new Set(deemed.map((event) => 'unit' in event.data && event.data.unit))]).toEqual(['UBND-BGI']);
  });

  it('are each named where the sample says where to look', () => {
    const known = new Set(stories.acts.map(({ subject }) => subject.id));
    expect(situations.filter(({ shows }) => /\d$/.test(shows) && !known.has(shows))).toEqual([]);
    const text = situations.map(({ vi, shows }) => `${vi} ${shows}`).join(' ');
    const numbered = [...known].filter((id) => /^(YK|TH|NV|CD|KN)-/.test(id));
    const untold = numbered.filter((id) => !text.includes(id) && !text.includes(id.slice(-3)));
    expect(untold).toEqual([]);
  });
});
