import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SubmissionEvent } from '#domain/submission/events.ts';
import { History, by, day, officer } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';

const an = by(officer('an'), 'so-xd');
const binh = by(officer('binh'), 'so-tc');
const office = by(officer('vp-1'), 'vp');
const chair = by(officer('ct'), 'ubnd');
const basis = { text: 'Quy chế làm việc', clause: 'Điều 5' };

const history = new History()
  .unit('ubnd', { name: 'UBND tỉnh' })
  .unit('vp', { name: 'Văn phòng', parent: 'ubnd' })
  .unit('so-xd', { name: 'Sở Xây dựng', parent: 'ubnd' })
  .unit('so-tc', { name: 'Sở Tài chính', parent: 'ubnd' })
  .officers('an', 'binh', 'vp-1', 'ct');

const submitted = (dossier: string, at: number, { from, to } = { from: an, to: office }): void => {
  const data = { from, to, heldSince: null, proposal: 'Trình phê duyệt', basis: null };
  history.act(dossier, { type: 'dossier.submitted', version: 1, data }, day(at), {
    actor: from.party,
    unit: from.unit,
  });
};
const noted = (dossier: string, at: number, event: SubmissionEvent, unit = 'vp'): void => {
  history.add(event, `dossier-${dossier}`, day(at), { actor: office.party, unit });
};
const checked = (dossier: string, at: number, met: boolean): void => {
  const checklist = [{ item: 'Ý kiến Sở Tài chính', met, note: null }];
  const data = { submitter: 'so-xd', checklist, openDissents: [], conforming: met };
  noted(dossier, at, { type: 'submission.checked', version: 1, data });
};
const returned = (dossier: string, at: number): void => {
  const data = { submitter: 'so-xd', defects: ['Thiếu ý kiến'], basis };
  noted(dossier, at, { type: 'submission.returned', version: 1, data });
  history.giveBack(dossier, office, an, day(at));
};
const forwarded = (dossier: string, at: number, defects: readonly string[] = []): void => {
  noted(dossier, at, { type: 'submission.forwarded', version: 1, data: { submitter: 'so-xd', to: chair, defects } });
  submitted(dossier, at, { from: office, to: chair });
};

// Six dossiers of one department: four pass at once, one after a return, one goes on defective.
for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) history.register(id, an, { at: day(0) });
for (const id of ['a', 'b', 'c', 'd']) {
  submitted(id, 1);
  checked(id, 2, true);
  forwarded(id, 2);
}
submitted('e', 1);
checked('e', 2, false);
returned('e', 2);
submitted('e', 3);
checked('e', 4, true);
forwarded('e', 4);
submitted('f', 1);
checked('f', 2, false);
forwarded('f', 2, ['Ý kiến Sở Tài chính']);

// Refused by the committee after the Office sent it on; the submitter gets it back.
noted(
  'a',
  5,
  {
    type: 'escalation.refused',
    version: 1,
    data: { unit: 'ubnd', submitter: 'so-xd', reason: 'Thuộc thẩm quyền sở', basis },
  },
  'ubnd',
);
history.giveBack('a', chair, an, day(5));

// Passed sideways on a stated ground, and accepted.
history.register('g', an, { at: day(0) }).handOff('g', an, binh, day(1));
const stated = {
  ground: 'direction',
  explanation: 'Theo chỉ đạo',
  attempts: [],
  dissents: [],
  delegationId: null,
} as const;
const direction = { number: '9', symbol: 'CT', issuedOn: null, title: null };
noted(
  'g',
  1,
  {
    type: 'escalation.stated',
    version: 1,
    data: { ...stated, by: 'hand-off', from: an, to: binh, direction, openDissents: ['1'] },
  },
  'so-xd',
);
noted('g', 2, { type: 'escalation.accepted', version: 1, data: { unit: 'so-tc', note: null } }, 'so-tc');

// Round and round: construction, finance, construction, Office; nobody does anything about it.
history
  .register('h', an, { at: day(0) })
  .perform('h', an, day(1))
  .handOff('h', an, binh, day(2));
history.giveBack('h', binh, an, day(3)).handOff('h', an, office, day(4));
// There and back with work done in between.
history
  .register('i', an, { at: day(0) })
  .handOff('i', an, binh, day(1))
  .perform('i', binh, day(2))
  .handOff('i', binh, an, day(3));

for (const [level, note] of [
  [1, null],
  [2, 'Sửa căn cứ'],
  [3, null],
] as const) {
  const data = { document: 'Dự thảo tờ trình', level, reviewer: an.party, changed: false, note };
  noted('b', 6, { type: 'review.level-passed', version: 1, data }, 'so-xd');
}

let open: OpenViews;
let queries: OpenViews['views']['queries'];
beforeAll(async () => {
  open = await openViews(history, day(10));
  queries = open.views.queries;
});
afterAll(() => open.close());

describe('submissions and their answers', () => {
  it('R02 lists those refused as within the own authority, with submitter, receiver and basis', async () => {
    const { items } = await queries.submissions({ status: 'refused' });
    expect(items).toMatchObject([
      {
        dossierId: 'a',
        submitter: { id: 'so-xd', name: 'Sở Xây dựng' },
        submittedBy: { id: 'an' },
        receiver: { id: 'vp' },
        gate: { id: 'vp' },
        gateOutcome: 'forwarded',
        answeredBy: { id: 'ubnd' },
        reason: 'Thuộc thẩm quyền sở',
        basis: 'Quy chế làm việc (Điều 5)',
      },
    ]);
  });

  it('R22 keeps a forwarded submission the one the department made, and each new try a row of its own', async () => {
    const { items } = await queries.submissions({ dossier: 'e' });
    expect(items.map(({ ordinal, status, defects }) => [ordinal, status, defects])).toEqual([
      [1, 'forwarded', []],
      [0, 'returned', ['Thiếu ý kiến']],
    ]);
  });

  it('R04 shows a sideways passing with its ground and answer', async () => {
    const { items } = await queries.submissions({ ground: 'direction' });
    expect(items).toMatchObject([
      { dossierId: 'g', by: 'hand-off', receiver: { id: 'so-tc' }, openDissents: 1, status: 'accepted' },
    ]);
  });

  it('pages, newest first', async () => {
    const first = await queries.submissions({ limit: 3 });
    const rest = await queries.submissions({ cursor: first.next ?? undefined });
    const all = [...first.items, ...rest.items].map(({ dossierId, ordinal }) => `${dossierId}${String(ordinal)}`);
    expect(all).toEqual(['e1', 'g0', 'f0', 'e0', 'd0', 'c0', 'b0', 'a0']);
  });

  it('R22 counts the first try of each dossier, withheld where cases are few', async () => {
    expect(await queries.firstPass()).toEqual([
      {
        submitter: { id: 'so-xd', name: 'Sở Xây dựng' },
        firstPass: { numerator: 4, denominator: 6, share: 4 / 6, interval: expect.objectContaining({}) },
        returns: 1,
        forwardedDefective: 1,
      },
    ]);
    const few = await openViews(new History().unit('so-xd'), day(1));
    expect(await few.views.queries.firstPass()).toEqual([]);
    await few.close();
  });

  it('R35 tells the depth of review of units, value-free levels counted', async () => {
    expect(await queries.reviewDepth()).toEqual([
      {
        unit: { id: 'so-xd', name: 'Sở Xây dựng' },
        documents: 1,
        levels: 3,
        deepest: 3,
        valueFree: { numerator: 2, denominator: 3, share: null, interval: null },
      },
    ]);
  });
});

describe('circulation', () => {
  it('R10 R04 counts the hops since the last act on substance, and sees a unit visited twice', async () => {
    const { items } = await queries.circulation({});
    const [longest] = items.filter(({ dossierId }) => dossierId === 'h');
    expect(longest).toMatchObject({
      hops: 3,
      circular: true,
      since: day(1),
      visited: [{ id: 'so-xd' }, { id: 'so-tc' }, { id: 'so-xd' }, { id: 'vp' }],
      holderUnit: { id: 'vp' },
    });
    expect(items.find(({ dossierId }) => dossierId === 'i')).toMatchObject({ hops: 1, circular: false });
    expect(items.map(({ hops }) => hops)).toEqual(items.map(({ hops }) => hops).sort((a, b) => b - a));
  });

  it('pages the longest first', async () => {
    const whole = await queries.circulation({});
    const first = await queries.circulation({ limit: 2 });
    const rest = await queries.circulation({ cursor: first.next ?? undefined });
    expect([...first.items, ...rest.items]).toEqual(whole.items);
  });

  it('R04 R06 counts A → B → A by pairs of units, work done at B and formal returns told apart', async () => {
    const pairs = await queries.pingPong();
    expect(pairs).toContainEqual({
      from: { id: 'so-xd', name: 'Sở Xây dựng' },
      via: { id: 'so-tc', name: 'Sở Tài chính' },
      times: 2,
      withoutSubstance: 1,
      byReturn: 1,
      dossiers: 2,
    });
  });
});
