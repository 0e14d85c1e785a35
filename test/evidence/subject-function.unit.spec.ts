import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { subjectMembers, subjectMembersOf, subjectsOf, withoutSubjects } from '#evidence/subject/subjects-of.ts';
import { repositoryFiles } from '../support/repository.ts';

/** A member of an event, or of a shape that events share (`type` null). */
type Member = { readonly type: string | null; readonly name: string; readonly kind: string };

const sources = repositoryFiles.filter(
  ({ path }) =>
    /^libs\/domain\/src\/[a-z-]+\/events\.ts$/.test(path) ||
    /^libs\/domain\/src\/kernel\/(signature|citation)\.ts$/.test(path),
);
const members: readonly Member[] = sources.flatMap(({ text }) =>
  text.split(/^export type /m).flatMap((part) => {
    const type = /Event<\s*'([^']+)'/.exec(part)?.[1] ?? null;
    return [...part.matchAll(/readonly (\w+)\??: ([^;{}]+)/g)].map(([, name = '', kind = '']) => ({
      type,
      name,
      kind,
    }));
  }),
);

const kindsOfSubject: readonly (readonly [RegExp, string])[] = [
  [/\bOfficerId\b/, 'officer'],
  [/\bAccountId\b/, 'account'],
  [/\bUnitId\b/, 'unit'],
  [/\bDossierId\b/, 'dossier'],
  [/\bTaskId\b/, 'task'],
  [/\bDirectiveId\b/, 'directive'],
  [/\bConsultationId\b/, 'consultation'],
  [/\bRecommendationId\b/, 'recommendation'],
  [/\bDelegationId\b/, 'delegation'],
];

/** Everything else that could be taken for an id, and why it gives no subject of its own. */
const deliberatelyNot: Readonly<Record<string, string>> = {
  appointmentId: 'stands in the stream of its unit, and its officer is named beside it',
  bindingId: 'stands in the stream of the rulebook, and its unit is named beside it',
  instrumentId: 'an instrument has no stream; it binds units, which are named',
  instrument: 'cites the rule that was asked',
  obligation: 'cites the rule that was asked',
  replaces: 'instruments, of a rulebook',
  cites: 'instruments, of a rulebook',
  calendar: 'cites the calendar that was counted on',
  correctsEventId: 'an event of the same stream',
  eventId: 'the erased event; its subjects are listed beside it',
  paths: 'places in the erased event',
  questionId: 'a question of the same consultation',
  assessmentId: 'an assessment of the same consultation',
  commitmentId: 'a commitment of the same task',
  requestId: 'a request of the same task',
  attemptId: 'an attempt in the same dossier',
  dissentId: 'a dissent in the same dossier',
  attempts: 'attempts in the same dossier',
  dissents: 'dissents in the same dossier',
  openDissents: 'dissents in the same dossier',
  obstacleId: 'the stream itself',
  procedureId: 'the stream itself',
  stepId: 'the stream itself',
  regulationId: 'the stream itself',
  reviewId: 'the stream itself',
  assignmentId: 'the stream itself',
  leaveId: 'the stream itself',
  reasonId: 'the stream itself',
  findingId: 'the stream itself',
  reportId: 'the stream itself',
  importId: 'where an entry came from',
  steps: 'words',
  defects: 'words',
  papers: 'words',
  evidence: 'positions of events and words',
};

const looksLikeId = ({ name, kind }: Member): boolean =>
  /Ids?$/.test(name) || /\b\w+Id\b/.test(kind) || /readonly string\[\]/.test(kind);

const eventWith = ({ type, name }: Member, value: unknown): object => ({
  stream: 'category-id',
  type: type ?? 'shared.shape',
  actor: { kind: 'unknown' },
  unit: null,
  data: { outer: [{ [name]: value }] },
});

describe('the subjects of an event', () => {
  it('are all whose ids its data holds, whatever the type of the event', () => {
    expect(members.length).toBeGreaterThan(300);
    const passedOver = members.flatMap((member) => {
      const expected = kindsOfSubject.filter(([pattern]) => pattern.test(member.kind)).map(([, kind]) => `${kind}:x-1`);
      const value = member.kind.includes('[]') ? ['x-1'] : 'x-1';
      const found = subjectsOf(eventWith(member, value));
      return expected.every((subject) => found.includes(subject)) ? [] : [`${String(member.type)} ${member.name}`];
    });
    expect(passedOver).toEqual([]);
  });

  it('are parties wherever a party stands', () => {
    const parties = members.filter(({ kind }) => /^Party\b/.test(kind));
    expect(parties.length).toBeGreaterThan(5);
    for (const member of parties) {
      expect(subjectsOf(eventWith(member, { kind: 'officer', id: 'cb-1' }))).toContain('officer:cb-1');
      expect(subjectsOf(eventWith(member, { kind: 'account', id: 'may-1' }))).toContain('account:may-1');
    }
  });

  it('come from every member that looks like an id, but for those of which it is said why not', () => {
    const named = (member: Member): boolean =>
      subjectMembers.has(member.name) || (subjectMembersOf.get(member.type ?? '')?.has(member.name) ?? false);
    const undecided = members.filter(
      (member) => looksLikeId(member) && !named(member) && !(member.name in deliberatelyNot),
    );
    expect(undecided).toEqual([]);
  });

  it('come from no member that is a moment, a text or a number', () => {
    const wrong = members.filter((member) => {
      const isOther = /^(Instant|Day|string|number|boolean|Basis|DocumentReference|Term|'[^']*')( \| null)?$/.test(
        member.kind.trim(),
      );
      const said = /Id$|^(issuer|from|to|officer)$/.test(member.name) || ['concerns', 'incident'].includes(member.name);
      return isOther && !said && subjectsOf(eventWith(member, 'x-1')).length > 1;
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(deliberatelyNot).filter((name) => subjectMembers.has(name))).toEqual([]);
  });

  it.each([
    ['step.assigned', 'from'],
    ['leave.recorded', 'to'],
    ['rulebook.bound', 'from'],
    ['dossier.registered', 'issuer'],
    ['subject-map.recorded', 'subjects'],
  ])('tell what %s calls %s from what others do', (type, name) => {
    expect(subjectsOf(eventWith({ type, name, kind: '' }, '2025-07-03T02:15:00.000Z'))).toEqual(['category:id']);
  });

  it('follow what is concerned, claimed or erased to its own stream', () => {
    const of = (type: string, data: object): readonly string[] => subjectsOf({ stream: 'office-1', type, data });
    expect(of('obstacle.reported', { concerns: ['task-nv-1', 'dossier-hs-2'] })).toEqual([
      'dossier:hs-2',
      'office:1',
      'task:nv-1',
    ]);
    expect(of('reason.claimed', { incident: 'consultation-yk-1:3' })).toEqual(['consultation:yk-1', 'office:1']);
    expect(of('sealed-field.erased', { subjects: ['officer:cb-1'] })).toEqual(['office:1', 'officer:cb-1']);
  });

  it('are the stream, the actor and the unit of every event, sorted, each once', () => {
    const envelope = {
      stream: 'dossier-hs-1',
      type: 'dossier.handed-off',
      actor: { kind: 'officer', id: 'cb-2' },
      unit: 'so-xay-dung',
      data: { to: { party: { kind: 'officer', id: 'cb-10' }, unit: 'so-xay-dung' }, reason: 'unit:free text' },
    };
    expect(subjectsOf(envelope)).toEqual(['dossier:hs-1', 'officer:cb-10', 'officer:cb-2', 'unit:so-xay-dung']);
  });

  it('are never taken from sealed fields, free text, or names that the data itself chooses', () => {
    const data = { reason: { sealed: 'AAAA' }, statement: 'officer:cb-1', parameters: { unit: 'working-days' } };
    expect(subjectsOf({ stream: 'a-b', type: 'x.y', data })).toEqual(['a:b']);
    expect([...withoutSubjects]).toEqual(['parameters']);
  });

  it('never throws, however deep or strange the data', () => {
    let deep: unknown = { officer: 'cb-1' };
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(subjectsOf({ stream: 'a-b', data: deep })).toEqual(['a:b', 'officer:cb-1']);
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const found = subjectsOf({ stream: 'a-b', type: 'directive.issued', actor: data, unit: data, data });
        expect(found).toEqual([...new Set(found)].sort());
      }),
    );
    for (const none of [null, 1, 'text', []]) expect(subjectsOf(none)).toEqual([]);
  });
});
