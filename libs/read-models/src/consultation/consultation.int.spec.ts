import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consultationAggregate } from '#domain/consultation/aggregate.ts';
import type { ConsultationState } from '#domain/consultation/state.ts';
import { Calendars } from '#domain/calendar/calendars.ts';
import type { RecordedEvent } from '#domain/events.ts';
import { OrganisationDirectory } from '#domain/organisation/directory.ts';
import {
  answer,
  deliver,
  dueAt,
  lateAnswer,
  letterInForce,
  referenceWith,
  request,
  step,
  tick,
  withdraw,
  type Told,
} from '../../../../test/fixtures/domain/consultation.ts';
import { hour } from '../../../../test/fixtures/domain/organisation.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';

const now = hour(24 * 30);
const reference = referenceWith(...letterInForce);

/** What stories of commands record, one request after another. */
const recorded = (stories: Readonly<Record<string, readonly Told[]>>): readonly RecordedEvent[] => {
  const events: RecordedEvent[] = [];
  for (const [id, acts] of Object.entries(stories)) {
    let state: ConsultationState = consultationAggregate.initial;
    let revision = 0;
    for (const told of acts) {
      const { command } = 'command' in told ? told : { command: told };
      const { events: made, state: after } = step(state, told, reference);
      state = after;
      for (const event of made) {
        const position = BigInt(events.length);
        events.push({
          ...event,
          id: `00000000-0000-7000-8000-${position.toString(16).padStart(12, '0')}`,
          stream: `consultation-${id}`,
          revision: revision++,
          position,
          occurredAt: command.at,
          recordedAt: command.at,
          actor: command.actor.party,
          unit: command.actor.unit,
          capacity: command.actor.capacity,
          provenance: { kind: 'entered' },
          correlationId: 'test',
          causationId: null,
        } as RecordedEvent);
      }
    }
  }
  return events;
};

const events = recorded({
  'yk-1': [request, deliver, tick(dueAt), lateAnswer],
  'yk-2': [{ ...request, at: hour(1) }, { ...deliver, registeredAt: hour(1) }, answer],
  'yk-3': [{ ...request, at: hour(2) }, withdraw],
  'yk-4': [{ ...request, at: hour(3), term: { kind: 'working-days', days: 90 } }],
});

describe('requests for opinions', () => {
  let open: OpenViews;
  let views: OpenViews['views'];

  beforeAll(async () => {
    open = await openViews(null, now);
    views = open.views;
    // One by one, so that every state is stored and read back.
    for (const event of events) await views.apply([event]);
  });
  afterAll(() => open.close());

  const ids = async (filter: object): Promise<readonly string[]> =>
    (await views.queries.consultations(filter)).items.map(({ id }) => id);

  it('R15 R17 are found by whom they wait for, by state and by lateness, newest first, page by page', async () => {
    expect(await ids({})).toEqual(['yk-4', 'yk-3', 'yk-2', 'yk-1']);
    expect(await ids({ waitingOn: 'stc' })).toEqual(['yk-4']);
    expect(await ids({ status: 'consent-deemed' })).toEqual(['yk-1']);
    expect(await ids({ overdue: true })).toEqual([]);
    expect(await ids({ overdue: false, requester: 'sxd', dossier: 'hs-1' })).toHaveLength(4);
    const first = await views.queries.consultations({ limit: 3 });
    expect(await ids({ limit: 3, cursor: first.next ?? '' })).toEqual(['yk-1']);
  });

  it('R17 give the clock their next due moment, and none where nothing binds or runs', async () => {
    const due = await views.queries.dueCases({ until: hour(9000), after: null, limit: 10 });
    expect(due).toEqual([]);
    expect(await views.queries.movableCases({ after: null, limit: 10 })).toEqual([
      { category: 'consultation', id: 'yk-4' },
    ]);
  });

  it('R17 show a deemed consent with what it rests on', async () => {
    const { items, next } = await views.queries.deemedConsents({ unit: 'stc' });
    expect(items).toMatchObject([
      {
        consultationId: 'yk-1',
        outcome: 'đồng ý do hết hạn',
        lateAnsweredAt: lateAnswer.at,
        evidence: expect.anything(),
      },
    ]);
    const types = items[0]?.evidence.map((position) => events[Number(position)]?.type.replace('consultation.', ''));
    expect(types).toEqual(['requested', 'delivered', 'deadline-passed', 'consent-deemed', 'late-answer-received']);
    expect(next).toBeNull();
  });

  it('R18 count for pairs what was owed, on the calendar of who answers', async () => {
    const calendars = new Calendars(new OrganisationDirectory());
    const pairs = await views.queries.responsiveness({ responder: 'stc' }, (unit) => calendars.for(unit, now));
    expect(pairs).toMatchObject([{ asked: 2, answeredInTime: 1, late: 1, silent: 0, inTime: { share: null } }]);
  });

  it('are the same when the whole ledger is folded at once', async () => {
    const other = await openViews(null, now);
    await other.views.apply(events);
    const all = async (models: OpenViews['views']) =>
      Promise.all(['yk-1', 'yk-2', 'yk-3', 'yk-4'].map((id) => models.queries.consultation(id)));
    expect(await all(other.views)).toEqual(await all(views));
    expect(await other.views.queries.consultation('yk-9')).toBeNull();
    await other.close();
  });
});
