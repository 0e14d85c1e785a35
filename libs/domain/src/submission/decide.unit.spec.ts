import { describe, expect, it } from '@jest/globals';
import { complete, giveBack, handOff } from '../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../test/fixtures/domain/dossier.ts';
import { actor, hour, machine, nobody, officer } from '../../../../test/fixtures/domain/organisation.ts';
import { refusesInOrder, type Row } from '../../../../test/fixtures/domain/refusal-table.ts';
import {
  acceptIt,
  apologise,
  check,
  coordinate,
  dissent,
  fail,
  forward,
  judgeStream,
  noConsensus,
  object,
  refuseIt,
  refuseProcessing,
  resolve,
  review,
  sendBack,
  sideways,
  streamAfter,
  streamScenario,
  supplement,
  toOffice,
  upward,
  type StreamScenario,
} from '../../../../test/fixtures/domain/submission.ts';
import type { DossierStreamCommand, SubmissionCommand } from './commands.ts';
import type { StreamRefusalCode } from './decide.ts';

type Breach = Row<StreamScenario, StreamRefusalCode>;

const saying =
  (fields: object) =>
  (given: StreamScenario): StreamScenario => ({ ...given, command: { ...given.command, ...fields } });
const history =
  (...before: readonly DossierStreamCommand[]) =>
  (given: StreamScenario): StreamScenario => ({ ...given, before });

const seen = new Set<string>();
const sound = (command: DossierStreamCommand, ...before: readonly DossierStreamCommand[]): StreamScenario =>
  streamScenario(command, [registerDossier, ...before]);
const table = (given: StreamScenario, rows: readonly Breach[]): void =>
  refusesInOrder({ sound: given, judge: judgeStream, seen }, rows);

const completed: Breach = ['dossier.completed', history(registerDossier, { ...complete, at: hour(0) })];
/** What every act is asked first. */
const common = (text: object): readonly Breach[] => [
  ['act.moment-malformed', saying({ at: '01/07/2025' })],
  ['act.text-blank', saying(text)],
  ['act.in-future', saying({ at: hour(3000) })],
  ['actor.not-a-person', saying({ actor: machine('portal', 'sxd') })],
  ['actor.unknown', saying({ actor: { party: nobody, unit: 'sxd', capacity: 'own' } })],
  ['actor.capacity-not-held', saying({ actor: actor('member', 'sxd', 'for-head') })],
  ['dossier.not-registered', history()],
];
const stranger: Breach = ['case.not-yours', saying({ actor: actor('bursar', 'stc') })];

describe('recording a coordination attempt', () => {
  table(sound(coordinate), [
    ...common({ topic: ' ' }),
    completed,
    stranger,
    ['submission.nothing-named', saying({ units: [] })],
    ['unit.unknown', saying({ units: ['nowhere'] })],
    ['unit.not-in-office', saying({ units: ['former'] })],
    ['coordination.with-nobody', saying({ units: ['sxd'] })],
    [
      'coordination.id-taken',
      (given) => ({
        ...given,
        before: [registerDossier, coordinate],
        command: { ...coordinate, attemptId: '1', topic: 'Quy mô' },
      }),
    ],
  ]);
});

describe('recording a dissent', () => {
  table(sound(dissent), [
    ...common({ content: ' ' }),
    completed,
    ['case.not-yours', saying({ actor: actor('chief', 'vp') })],
    ['unit.unknown', saying({ actor: actor('member', 'sxd'), unit: 'nowhere' })],
    ['unit.not-in-office', saying({ actor: actor('member', 'sxd'), unit: 'former' })],
    ['dissent.of-own-unit', saying({ actor: actor('member', 'sxd'), unit: 'sxd' })],
    [
      'dissent.id-taken',
      (given) => ({
        ...given,
        before: [registerDossier, dissent],
        command: { ...dissent, dissentId: '1', content: 'Quy mô' },
      }),
    ],
  ]);
});

describe('resolving a dissent', () => {
  table(sound(resolve, dissent), [
    ...common({ resolution: ' ' }),
    ['dossier.completed', history(registerDossier, dissent, { ...complete, at: hour(3) })],
    ['dissent.unknown', saying({ dissentId: '9' })],
    ['case.not-yours', saying({ actor: actor('chief', 'vp') })],
  ]);
});

describe('recording that consensus failed', () => {
  table(sound(fail, coordinate, dissent), [
    ...common({ statement: ' ' }),
    ['dossier.completed', history(registerDossier, coordinate, dissent, { ...complete, at: hour(3) })],
    stranger,
    ['ground.attempt-missing', saying({ attempts: [] })],
    ['ground.dissent-missing', saying({ dissents: [] })],
    ['ground.evidence-unknown', saying({ dissents: ['9'] })],
  ]);
});

describe('accepting an escalation', () => {
  table(sound(acceptIt, upward), [
    ...common({ note: ' ' }),
    ['dossier.not-holder', saying({ actor: actor('bursar', 'stc') })],
    ['act.before-custody', saying({ at: hour(3) })],
  ]);
});

describe('checking a submission', () => {
  table(sound(check, toOffice), [
    ...common({ checklist: [{ item: ' ', met: true, note: null }] }),
    stranger,
    ['act.before-custody', saying({ at: hour(3) })],
    ['submission.nothing-named', saying({ checklist: [] })],
  ]);
});

describe('passing a level of review', () => {
  table(sound(review), [
    ...common({ document: ' ' }),
    completed,
    stranger,
    ['person.not-of-unit', saying({ reviewer: nobody })],
  ]);
});

describe('asking the citizen for more', () => {
  table(sound(supplement), [
    ...common({ reason: ' ' }),
    completed,
    stranger,
    ['submission.nothing-named', saying({ papers: [] })],
  ]);
});

describe('apologising', () => {
  table(sound(apologise), [
    ...common({ reason: ' ' }),
    completed,
    stranger,
    ['apology.appointment-past', saying({ newAppointment: hour(0) })],
  ]);
});

describe('recording that processing is refused', () => {
  table(sound(refuseProcessing), [
    ...common({ reason: ' ' }),
    completed,
    stranger,
    ['person.not-of-unit', saying({ recordedFor: officer('bursar') })],
  ]);
  it('R64 may be recorded by a unit above', () => {
    const command = { ...refuseProcessing, actor: actor('chair', 'ubnd') };
    expect(judgeStream(sound(command))).toMatchObject({ accepted: true, events: [{ data: { unit: 'sxd' } }] });
  });
});

describe('recording a written objection', () => {
  table(sound(object), [
    ...common({ order: ' ' }),
    completed,
    stranger,
    ['person.not-of-unit', saying({ objector: officer('bursar') })],
  ]);
});

describe('submitting upward', () => {
  const bound = { duties: { R02: {}, R04: {}, R20: {} }, authority: { sxd: 'decide' } } as const;
  const given = streamScenario({ ...upward, ground: noConsensus }, [registerDossier, coordinate, dissent, fail], bound);

  it('R07 records the move and, right after it, the ground with the dissents still open', () => {
    expect(judgeStream(given)).toMatchObject({
      accepted: true,
      events: [
        { type: 'dossier.submitted', data: { from: { unit: 'sxd' }, to: { unit: 'ubnd' } } },
        { type: 'escalation.stated', data: { by: 'submit', ground: 'no-consensus', openDissents: ['1'] } },
      ],
    });
  });

  it('R21 keeps the ground out of the event of custody', () => {
    const decision = judgeStream(given);
    expect(decision.accepted && Object.keys(decision.events[0]?.data ?? {})).not.toContain('ground');
  });

  it('R02 asks custody first, then what is said, then the duty to say it, then consensus', () => {
    const code = (change: object, before = given.before): string => {
      const decision = judgeStream({ ...given, before, command: { ...given.command, ...change } });
      return decision.accepted ? 'accepted' : decision.refusal.code;
    };
    const blank = { ...noConsensus, explanation: ' ' };
    expect(code({ ground: blank, actor: actor('bursar', 'stc') })).toBe('act.text-blank');
    expect(code({ ground: null, actor: actor('bursar', 'stc') })).toBe('dossier.not-holder');
    expect(code({ ground: { ...noConsensus, attempts: ['9'] } })).toBe('ground.evidence-unknown');
    expect(code({ ground: null })).toBe('escalation.ground-missing');
    expect(code({}, given.before.slice(0, 3))).toBe('submission.open-dissent');
  });

  it('R02 records nothing when the same submission comes again', () => {
    expect(judgeStream({ ...given, before: [...given.before, given.command] })).toEqual({ accepted: true, events: [] });
  });
});

describe('answers that move the dossier', () => {
  it('R02 refuses as within the submitter’s authority and gives the dossier back, in one append', () => {
    const decision = judgeStream(sound(refuseIt, upward));
    expect(decision).toMatchObject({
      accepted: true,
      events: [
        { type: 'escalation.refused', data: { unit: 'ubnd', submitter: 'sxd' } },
        {
          type: 'dossier.returned',
          data: { from: { unit: 'ubnd' }, to: { unit: 'sxd' }, rightUnit: 'sxd' },
        },
      ],
    });
    expect(streamAfter(sound(refuseIt, upward, refuseIt)).dossier).toMatchObject({
      custody: { holder: { unit: 'sxd' } },
    });
  });

  it('R02 gives back to the submitter what its Office had forwarded', () => {
    const told = streamAfter(sound(refuseIt, toOffice, check, forward, { ...refuseIt, at: hour(7) }));
    expect(told.dossier).toMatchObject({ custody: { holder: { party: officer('member'), unit: 'sxd' } } });
  });

  it('R22 returns with defects, and forwards with what the check found unmet', () => {
    expect(judgeStream(sound(sendBack, toOffice, check))).toMatchObject({
      events: [
        { type: 'submission.returned', data: { submitter: 'sxd' } },
        { type: 'dossier.returned', data: { reason: 'Thiếu ý kiến Sở Tài chính', rightUnit: null } },
      ],
    });
    expect(judgeStream(sound(forward, toOffice, check))).toMatchObject({
      events: [
        { type: 'submission.forwarded', data: { submitter: 'sxd', defects: ['Ý kiến Sở Tài chính'] } },
        { type: 'dossier.submitted', data: { from: { unit: 'vp' }, to: { unit: 'ubnd' } } },
      ],
    });
  });

  it('R22 records a forwarding, defects and all, also when the Office calls the move a submission', () => {
    const { type: _, ...move } = forward;
    expect(judgeStream(sound({ ...move, type: 'submit' }, toOffice, check))).toMatchObject({
      events: [{ type: 'submission.forwarded' }, { type: 'dossier.submitted' }],
    });
  });

  const late = { ...complete, at: hour(4), actor: actor('chair', 'ubnd') };
  it.each<[StreamRefusalCode, SubmissionCommand, readonly DossierStreamCommand[]]>([
    ['dossier.completed', refuseIt, [upward, late]],
    ['escalation.none-to-answer', refuseIt, [sideways]],
    ['escalation.not-to-submitter', { ...refuseIt, to: { party: nobody, unit: 'stc' } }, [upward]],
    ['dossier.not-holder', { ...refuseIt, actor: actor('bursar', 'stc') }, [upward]],
    ['act.before-custody', { ...refuseIt, at: hour(3) }, [upward]],
    ['submission.not-at-gate', sendBack, [upward]],
    ['submission.nothing-named', { ...sendBack, defects: [] }, [toOffice]],
    ['submission.forward-inside', { ...forward, to: { party: nobody, unit: 'vp' } }, [toOffice]],
    ['submission.not-upward', { ...forward, to: { party: nobody, unit: 'stc' } }, [toOffice]],
  ])('R21 moves nothing when refused with %s', (code, command, before) => {
    expect(judgeStream(sound(command, ...before))).toMatchObject({ accepted: false, refusal: { code } });
  });

  it('R06 leaves an ordinary return as it was', () => {
    expect(judgeStream(sound(giveBack, handOff))).toMatchObject({ events: [{ type: 'dossier.returned' }] });
  });
});

describe('an act sent again', () => {
  it.each<[SubmissionCommand, readonly DossierStreamCommand[]]>([
    [coordinate, []],
    [dissent, []],
    [resolve, [dissent]],
    [fail, [coordinate, dissent]],
    [acceptIt, [upward]],
    [refuseIt, [upward]],
    [check, [toOffice]],
    [sendBack, [toOffice, check]],
    [forward, [toOffice, check]],
    [review, []],
    [supplement, []],
    [apologise, []],
    [refuseProcessing, []],
    [object, []],
  ])('R21 records nothing: %#', (command, before) => {
    const first = judgeStream(sound(command, ...before));
    expect(first.accepted && first.events.length).toBeGreaterThan(0);
    expect(judgeStream(sound(command, ...before, command))).toEqual({ accepted: true, events: [] });
  });

  it('R62 counts another request of another moment', () => {
    const again = { ...supplement, at: hour(9) };
    expect(judgeStream(sound(again, supplement))).toMatchObject({ events: [{ data: { ordinal: 2 } }] });
  });

  it('R20 numbers attempts and dissents that come without an id', () => {
    const given = { ...coordinate, attemptId: '2' };
    const next = { ...coordinate, at: hour(9) };
    expect(judgeStream(sound(next, given))).toMatchObject({ events: [{ data: { attemptId: '3' } }] });
  });
});
