import fc from 'fast-check';
import type { ReferenceEvent } from '#domain/reference.ts';
import type { ConsultationCommand } from '#domain/consultation/commands.ts';
import type { DossierStreamCommand } from '#domain/submission/commands.ts';
import type { StreamState } from '#domain/submission/stream.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { TaskCommand } from '#domain/task/commands.ts';
import { registerDossier } from '../fixtures/domain/dossier.ts';
import { calendarVersion } from '../fixtures/domain/calendar.ts';
import { actor, dissolved, hour, nobody, officer } from '../fixtures/domain/organisation.ts';
import { unbound } from '../fixtures/domain/rulebook.ts';
import { assign, chair, leadHead, leadMember } from '../fixtures/domain/task.ts';
import type { SmallProvince } from './small-province.ts';

/** Something that somebody tries at a moment; nothing guarantees that a rule allows it. */
export type Wish = (province: SmallProvince, at: string) => Promise<boolean>;

const heads = { sxd: 'head', stc: 'financier', vp: 'chief', 'sxd-qh': 'planner', ubnd: 'chair' } as const;
const people = [
  ['member', 'sxd'],
  ['colleague', 'sxd'],
  ['head', 'sxd'],
  ['bursar', 'stc'],
  ['financier', 'stc'],
  ['chair', 'ubnd'],
  ['chief', 'vp'],
] as const;
const person = fc.constantFrom(...people);
const text = fc.constantFrom('Thẩm định', 'Lấy số liệu', 'Trả lời');
const basis = { text: 'Quy chế làm việc', clause: null };
const paper = fc.constantFrom('1', '2').map((number) => ({ number, symbol: null, issuedOn: null, title: null }));
const terms = fc.oneof(
  fc.record({ kind: fc.constant('working-days' as const), days: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('working-hours' as const), hours: fc.integer({ min: 1, max: 40 }) }),
  fc.integer({ min: 24, max: 1200 }).map((at) => ({ kind: 'moment' as const, at: hour(at) })),
  fc.record({
    kind: fc.constantFrom('day' as const, 'before-day' as const),
    day: fc.integer({ min: 10, max: 31 }).map((day) => `2025-07-${String(day)}`),
    rollOver: fc.boolean(),
  }),
);
const kind = <T extends string>(type: T): fc.Arbitrary<T> => fc.constant(type);
const weighted = (weight: number, arbitrary: fc.Arbitrary<object>) => ({ arbitrary, weight });

// Dossiers ---------------------------------------------------------------------------------------------

const dossierId = fc.constantFrom('hs-1', 'hs-2');
const holder = fc.oneof(
  person.map(([id, unit]) => ({ party: officer(id), unit })),
  person.map(([, unit]) => ({ party: nobody, unit })),
);
const ground = fc.option(
  fc.record({
    ground: fc.constantFrom('beyond-authority', 'no-consensus'),
    explanation: text,
    attempts: fc.subarray(['1', '2']),
    dissents: fc.subarray(['1']),
    direction: fc.constant(null),
    delegationId: fc.constant(null),
  }),
);
const dossierAct: fc.Arbitrary<object> = fc.oneof(
  weighted(
    6,
    fc.record({
      type: kind('hand-off'),
      to: holder,
      reason: text,
      basis: fc.constant(null),
      dueAt: fc.constant(null),
      ground,
    }),
  ),
  weighted(
    3,
    fc.record({
      type: kind('return'),
      to: holder,
      reason: text,
      basis: fc.constant(basis),
      rightUnit: fc.constant(null),
    }),
  ),
  weighted(6, fc.record({ type: kind('submit'), to: holder, proposal: text, basis: fc.constant(null), ground })),
  weighted(2, fc.record({ type: kind('perform-step'), step: text, performer: holder, note: fc.option(text) })),
  weighted(4, fc.record({ type: kind('complete'), product: paper, outcome: kind('granted') })),
  weighted(4, fc.record({ type: kind('archive'), fileCode: kind('QH-01'), retention: kind('20 năm') })),
  weighted(
    4,
    fc.record({ type: kind('reopen'), reason: text, basis: fc.constant(basis), holder, deadline: fc.constant(null) }),
  ),
  weighted(
    2,
    fc.record({
      type: kind('record-coordination'),
      attemptId: fc.constant(null),
      units: fc.constant(['stc']),
      topic: text,
      heldAt: fc.constant(hour(0)),
      result: fc.constantFrom('agreed', 'not-agreed'),
      document: fc.constant(null),
    }),
  ),
  weighted(
    2,
    fc.record({
      type: kind('record-dissent'),
      dissentId: fc.constant(null),
      unit: kind('stc'),
      content: text,
      grounds: fc.option(text),
    }),
  ),
  weighted(1, fc.record({ type: kind('resolve-dissent'), dissentId: kind('1'), resolution: text })),
  weighted(2, fc.record({ type: kind('accept-escalation'), note: fc.constant(null) })),
  weighted(
    3,
    fc.record({ type: kind('refuse-escalation'), reason: text, basis: fc.constant(basis), to: fc.constant(null) }),
  ),
  weighted(
    3,
    fc.record({
      type: kind('return-submission'),
      defects: fc.constant(['thiếu']),
      basis: fc.constant(basis),
      to: fc.constant(null),
    }),
  ),
  weighted(2, fc.record({ type: kind('forward-submission'), to: holder, proposal: text, basis: fc.constant(null) })),
  weighted(1, fc.record({ type: kind('request-supplement'), papers: fc.constant(['bản đồ']), reason: text })),
);

/** Who acts when nobody was drawn: the holder, so that histories get somewhere. */
const holderIn = ({ dossier }: StreamState): Actor => {
  const held = 'custody' in dossier ? dossier.custody.holder : registerDossier.holder;
  const unit = held.unit ?? 'sxd';
  const [id] = people.find(([, serves]) => serves === unit) ?? ['member'];
  return held.party.kind === 'officer' ? { party: held.party, unit, capacity: 'own' } : actor(id, unit);
};

const onDossier: fc.Arbitrary<Wish> = fc
  .record({
    id: dossierId,
    act: dossierAct,
    by: fc.oneof({ arbitrary: fc.constant(null), weight: 6 }, { arbitrary: person, weight: 1 }),
  })
  .map(
    ({ id, act, by }): Wish =>
      (province, at) =>
        province.tryDossier(id, (state) =>
          state.dossier.status === 'unregistered'
            ? { ...registerDossier, dossierId: id, at }
            : ({
                ...act,
                at,
                actor: by === null ? holderIn(state) : actor(by[0], by[1]),
              } as unknown as DossierStreamCommand),
        ),
  );

// Consultations ----------------------------------------------------------------------------------------

const consultationId = fc.constantFrom('yk-1', 'yk-2', 'yk-3');
const bodies = ['stc', 'vp', 'sxd-qh'] as const;
const body = fc.constantFrom(...bodies);
const signatureOf = (id: string, capacity = 'own') => ({ drafter: officer(id), signer: officer(id), capacity });
const question = { questionId: 'q1', text: 'Có thống nhất không?' };
const answers = fc
  .constantFrom('agree', 'disagree')
  .map((stance) => [{ questionId: 'q1', stance, grounds: 'vì quy hoạch', conditions: null }]);

const request = fc
  .record({ units: fc.subarray([...bodies], { minLength: 1 }), term: terms, asks: fc.integer({ min: 0, max: 9 }) })
  .map(({ units, term, asks }) => ({
    type: 'request',
    actor: leadHead,
    dossierId: 'hs-1',
    requester: 'sxd',
    subject: 'Quy hoạch',
    questions: asks === 0 ? [] : [question],
    addressees: units.map((unit) => ({ unit, relevance: 'quản lý', legalBasis: null })),
    term,
    document: null,
    signature: signatureOf('head'),
  }));

const ofBody = (fields: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc
    .tuple(body, fields)
    .map(([unit, said]) => ({ unit, actor: actor(heads[unit], unit), signature: signatureOf(heads[unit]), ...said }));
const ofRequester = (fields: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.tuple(body, fields).map(([unit, said]) => ({ unit, actor: leadHead, ...said }));

const consultationAct: fc.Arbitrary<object> = fc.oneof(
  weighted(8, ofBody(fc.record({ type: kind('confirm-delivery'), arrivalNumber: fc.constantFrom('1', '2') }))),
  weighted(4, ofBody(fc.record({ type: kind('answer'), answers, document: fc.constant(null) }))),
  weighted(
    1,
    ofBody(fc.record({ type: kind('return'), reason: text, basis: fc.constant(basis), rightUnit: fc.constant(null) })),
  ),
  weighted(2, ofRequester(fc.record({ type: kind('extend'), term: terms, reason: text }))),
  weighted(1, ofRequester(fc.record({ type: kind('withdraw'), reason: text }))),
  weighted(1, ofRequester(fc.record({ type: kind('remind'), text }))),
  weighted(
    2,
    ofBody(
      fc.record({
        type: kind('void-deemed-consent'),
        ground: fc.constantFrom('answered-in-time', 'returned-in-time', 'addressee-dissolved', 'other'),
        reason: text,
      }),
    ),
  ),
  weighted(
    8,
    ofRequester(
      fc.record({ type: kind('void-deemed-consent'), ground: fc.constantFrom('not-delivered', 'other'), reason: text }),
    ),
  ),
  weighted(
    1,
    fc.record({
      type: kind('readdress'),
      actor: fc.constant(leadHead),
      from: body,
      to: fc.constantFrom('stc', 'vp'),
      term: fc.option(terms),
      reason: text,
    }),
  ),
);

const onConsultation: fc.Arbitrary<Wish> = fc
  .record({ consultationId, begins: request, act: consultationAct })
  .map(({ consultationId: id, begins, act }): Wish => async (province, at) => {
    const exists = (await province.history(`consultation-${id}`)).length > 0;
    const said: Record<string, unknown> = { ...(exists ? act : begins), at, consultationId: id };
    if (said['type'] === 'confirm-delivery') said['registeredAt'] = at;
    return province.tryCase('consultation', id, said as unknown as ConsultationCommand);
  });

// Tasks ------------------------------------------------------------------------------------------------

const taskId = fc.constantFrom('nv-1', 'nv-2');
const milestone = fc.integer({ min: 200, max: 1200 }).map(hour);
const by = (who: Actor): fc.Arbitrary<Actor> => fc.constant(who);
const taskAct: fc.Arbitrary<object> = fc.oneof(
  weighted(9, fc.record({ type: kind('request-extension'), actor: by(leadHead), reason: text, milestone })),
  weighted(1, fc.record({ type: kind('request-withdrawal'), actor: by(leadHead), reason: text, milestone })),
  weighted(
    9,
    fc.record({ type: kind('grant-extension'), actor: by(chair), term: fc.option(terms), note: fc.constant(null) }),
  ),
  weighted(1, fc.record({ type: kind('refuse-extension'), actor: by(chair), reason: text })),
  weighted(1, fc.record({ type: kind('grant-withdrawal'), actor: by(chair), note: fc.constant(null) })),
  weighted(4, fc.record({ type: kind('submit-product'), actor: by(leadMember), product: paper })),
  weighted(4, fc.record({ type: kind('accept-product'), actor: by(chair), note: fc.constant(null) })),
  weighted(
    3,
    fc.record({
      type: kind('send-back-product'),
      actor: by(chair),
      reason: text,
      defects: fc.constant([]),
      term: fc.option(terms),
    }),
  ),
  weighted(4, fc.record({ type: kind('reopen'), actor: by(chair), reason: text, term: terms })),
);

const onTask: fc.Arbitrary<Wish> = fc
  .record({ taskId, term: terms, act: taskAct })
  .map(({ taskId: id, term, act }): Wish => async (province, at) => {
    const exists = (await province.history(`task-${id}`)).length > 0;
    const said: object = exists ? { ...act, at } : { ...assign, taskId: id, term, at };
    return province.tryCase('task', id, said as TaskCommand);
  });

// The world around them --------------------------------------------------------------------------------

/** A new version of the office calendar, announced at the moment, with another day off. */
const newCalendar = fc
  .record({ day: fc.integer({ min: 1, max: 31 }), off: fc.boolean() })
  .map(({ day, off }): Wish => async (province) => {
    const before = (await province.history('calendar-vn')).length;
    const changed = {
      day: `2025-07-${String(day).padStart(2, '0')}`,
      off,
      name: 'Hoán đổi',
      certainty: 'V',
      swappedWith: null,
    } as const;
    const version = {
      version: before + 1,
      announcedAt: province.now,
      knownFrom: '2025-01-01',
      knownTo: '2025-12-31',
      days: [changed],
    };
    await province.publish({ type: 'calendar.published', version: 1, data: calendarVersion(version) });
    return true;
  });

/** A body asked is merged away; silence stops being consent for another. Each once. */
const onceOnly =
  (stream: string, event: (at: string) => ReferenceEvent): Wish =>
  async (province) => {
    const made = event(province.now);
    if ((await province.history(stream)).some(({ type }) => type === made.type)) return false;
    await province.publish(made);
    return true;
  };
const merging = fc.constant(onceOnly('unit-sxd-qh', (at) => dissolved('sxd-qh', at, 'vp')));
const unbinding = fc.constant(onceOnly('rulebook-vn', (at) => unbound('001', 'stc', at)));

export const wish: fc.Arbitrary<Wish> = fc.oneof(
  { arbitrary: onDossier, weight: 30 },
  { arbitrary: onConsultation, weight: 40 },
  { arbitrary: onTask, weight: 30 },
  { arbitrary: newCalendar, weight: 3 },
  { arbitrary: merging, weight: 1 },
  { arbitrary: unbinding, weight: 1 },
);
