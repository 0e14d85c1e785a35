import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appointed, directoryOf, province, unitEvent } from '../../../../test/fixtures/domain/organisation.ts';
import { bound, instrument, published, rulebookOf, unbound } from '../../../../test/fixtures/domain/rulebook.ts';
import { plusMs } from '../time/instant.ts';
import type { DisseminationEvent } from './events.ts';
import { Dissemination } from './dissemination.ts';

const t = (day: string): string => `${day}T01:00:00.000Z`;
const letter = instrument('letter', { R06: {}, R17: {} });
const directive = instrument(
  'directive',
  { R06: { returnWorkingDays: 2 } },
  { validFrom: '2024-06-01', replaces: ['letter'] },
);
const ids = (found: readonly { readonly instrumentId: string }[]): readonly string[] =>
  found.map(({ instrumentId }) => instrumentId);

describe('the rulebook at a moment', () => {
  it('R19 lays a duty on the unit its instrument binds, and on no other', () => {
    const rulebook = rulebookOf(published(1, [letter]), bound('letter', 'sxd'));
    expect(rulebook.rule('R17', 'sxd', t('2024-02-01'))).toMatchObject({
      citation: { obligation: 'R17', instrument: 'letter', clause: '§1', rulebookVersion: 1 },
    });
    for (const unit of ['stc', 'ubnd', 'sxd-qh', 'unheard-of'])
      expect(rulebook.rule('R17', unit, t('2024-02-01'))).toBeNull();
  });

  it('R19 reaches the units below only when the binding says so', () => {
    const rulebook = rulebookOf(published(1, [letter]), bound('letter', 'ubnd', { withSubordinates: true }));
    expect(rulebook.rule('R17', 'sxd-qh', t('2024-02-01'))).not.toBeNull();
  });

  it('R19 keeps to the days of the instrument and of the binding, whichever is narrower', () => {
    const dated = instrument('letter', { R17: {} }, { validFrom: '2024-02-01', validTo: '2024-05-01' });
    const rulebook = rulebookOf(
      published(1, [dated]),
      bound('letter', 'sxd', { from: t('2024-01-10'), to: t('2024-12-01') }),
      bound('letter', 'stc', { from: t('2024-03-10'), to: t('2024-03-20') }),
    );
    const binds = (unit: string, at: string): boolean => rulebook.rule('R17', unit, at) !== null;
    expect([binds('sxd', '2024-01-31T16:59:59.999Z'), binds('sxd', '2024-01-31T17:00:00.000Z')]).toEqual([false, true]);
    expect([binds('sxd', '2024-04-30T16:59:59.999Z'), binds('sxd', '2024-04-30T17:00:00.000Z')]).toEqual([true, false]);
    expect([binds('stc', t('2024-03-09')), binds('stc', t('2024-03-10')), binds('stc', t('2024-03-20'))]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('R19 with two bindings of one instrument ends with the later of them, and counts the nearer', () => {
    const other = instrument('other', { R06: { returnWorkingDays: 9 } });
    const rulebook = rulebookOf(
      published(1, [letter, other]),
      bound('letter', 'ubnd', { withSubordinates: true, to: t('2024-06-01') }),
      bound('letter', 'sxd', { from: t('2024-03-01') }),
      bound('other', 'ubnd', { withSubordinates: true }),
    );
    expect(ids(rulebook.instrumentsFor('sxd', t('2024-04-01')))).toEqual(['letter', 'other']);
    expect(ids(rulebook.instrumentsFor('sxd', t('2024-07-01')))).toEqual(['letter', 'other']);
    expect(ids(rulebook.instrumentsFor('stc', t('2024-07-01')))).toEqual(['other']);
  });

  it('R19 prefers the nearest binding, then the newest instrument', () => {
    const newer = instrument('newer', { R06: { returnWorkingDays: 3 } }, { validFrom: '2024-03-01' });
    const rulebook = rulebookOf(
      published(1, [letter, newer]),
      bound('newer', 'ubnd', { withSubordinates: true }),
      bound('letter', 'ubnd', { withSubordinates: true }),
      bound('letter', 'sxd'),
    );
    expect(rulebook.rule('R06', 'stc', t('2024-04-01'))?.instrument.instrumentId).toBe('newer');
    expect(rulebook.rule('R06', 'sxd', t('2024-04-01'))?.instrument.instrumentId).toBe('letter');
    expect(rulebook.firstRule(['R17', 'R06'], 'stc', t('2024-04-01'))?.citation.obligation).toBe('R06');
  });

  it('forgets what was bound to a predecessor: territory is bound anew', () => {
    const rulebook = rulebookOf(published(1, [letter]), bound('letter', 'former', { from: t('2022-01-01') }));
    expect(rulebook.rule('R17', 'stc', t('2024-02-01'))).toBeNull();
  });
});

describe('replacement', () => {
  const both = published(1, [letter, directive]);

  it('R70 takes effect for the units the new instrument binds, from its first day', () => {
    const rulebook = rulebookOf(both, bound('letter', 'sxd'), bound('letter', 'stc'), bound('directive', 'sxd'));
    expect(ids(rulebook.instrumentsFor('sxd', t('2024-05-31')))).toEqual(['letter']);
    expect(ids(rulebook.instrumentsFor('sxd', t('2024-06-01')))).toEqual(['directive']);
    expect(ids(rulebook.instrumentsFor('stc', t('2024-06-01')))).toEqual(['letter']);
  });

  it('R70 is for good: what was replaced does not come back when the new instrument ends', () => {
    const ending = { ...directive, validTo: '2024-09-01' };
    const rulebook = rulebookOf(published(1, [letter, ending]), bound('letter', 'sxd'), bound('directive', 'sxd'));
    expect(rulebook.instrumentsFor('sxd', t('2024-10-01'))).toEqual([]);
    const released = rulebookOf(
      both,
      bound('letter', 'sxd'),
      bound('directive', 'sxd'),
      unbound('directive', 'sxd', t('2024-08-01')),
    );
    expect(released.instrumentsFor('sxd', t('2024-09-01'))).toEqual([]);
  });

  it('R70 never happened by a binding that was undone from its beginning, or that ended before the new instrument began', () => {
    const undone = rulebookOf(
      both,
      bound('letter', 'sxd'),
      bound('directive', 'sxd', { from: t('2024-07-01') }),
      unbound('directive', 'sxd', t('2024-07-01')),
    );
    expect(ids(undone.instrumentsFor('sxd', t('2024-09-01')))).toEqual(['letter']);
    const early = rulebookOf(both, bound('letter', 'sxd'), bound('directive', 'sxd', { to: t('2024-05-01') }));
    expect(ids(early.instrumentsFor('sxd', t('2024-09-01')))).toEqual(['letter']);
  });
});

describe('versions', () => {
  const second = published(2, [instrument('letter', { R06: { returnWorkingDays: 5 } })], t('2025-03-01'));

  it('R19 judge what happens from their effect on, and leave what happened before to the earlier one', () => {
    const rulebook = rulebookOf(published(1, [letter]), second, bound('letter', 'sxd'));
    expect(rulebook.rule('R06', 'sxd', t('2025-02-28'))).toMatchObject({
      citation: { rulebookVersion: 1 },
      parameters: {},
    });
    expect(rulebook.rule('R06', 'sxd', t('2025-03-01'))).toMatchObject({
      citation: { rulebookVersion: 2 },
      parameters: { returnWorkingDays: 5 },
    });
    expect(rulebook.rule('R17', 'sxd', t('2025-03-01'))).toBeNull();
  });

  it('R19 has none before the first version', () => {
    const rulebook = rulebookOf(published(1, [letter], t('2024-02-01')), bound('letter', 'sxd'));
    expect(rulebook.versionAt(t('2024-01-31'))).toBeNull();
    expect(rulebook.inForce('sxd', t('2024-01-31'))).toEqual([]);
  });

  it('R19 follow their numbers when told out of order; the later publication prevails where both have begun', () => {
    const third = published(3, [letter], t('2025-02-01'));
    const rulebook = rulebookOf(third, published(1, [letter]), second);
    expect([t('2025-01-31'), t('2025-02-01'), t('2025-03-01')].map((at) => rulebook.versionAt(at)?.version)).toEqual([
      1, 3, 3,
    ]);
  });

  it('R19 R70 published later never change the answer for what happened before their publication', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => plusMs(t('2024-01-01'), days * 86_400_000));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 6 }), day, day, (effects, publishedAt, asked) => {
        const earlier = effects.map((from, index) =>
          published(index + 1, [letter], index === 0 ? t('2024-01-01') : from),
        );
        const later = published(effects.length + 2, [directive], publishedAt);
        fc.pre(asked < publishedAt);
        const before = rulebookOf(...earlier, bound('letter', 'sxd')).inForce('sxd', asked);
        expect(rulebookOf(...earlier, later, bound('letter', 'sxd')).inForce('sxd', asked)).toEqual(before);
      }),
    );
  });
});

describe('one rulebook asked many times', () => {
  it('R19 answers each time as one that was never asked before', () => {
    const day = fc.integer({ min: -30, max: 700 }).map((days) => plusMs(t('2024-01-01'), days * 43_200_000));
    const unit = fc.constantFrom('ubnd', 'sxd', 'sxd-qh', 'stc', 'nowhere');
    const period = fc.tuple(day, fc.option(day)).filter(([from, to]) => to === null || from < to);
    const binding = fc.tuple(fc.constantFrom('letter', 'directive'), unit, period, fc.boolean());
    fc.assert(
      fc.property(
        fc.uniqueArray(binding, { selector: ([id, bindsTo]) => `${id} ${bindsTo}`, maxLength: 6 }),
        fc.array(fc.tuple(unit, day), { minLength: 1, maxLength: 12 }),
        day,
        (bindings, questions, effectiveFrom) => {
          const make = () =>
            rulebookOf(
              published(1, [letter, { ...directive, validTo: '2024-11-01' }]),
              published(2, [letter], effectiveFrom),
              ...bindings.map(([id, bindsTo, [from, to], withSubordinates]) =>
                bound(id, bindsTo, { from, to, withSubordinates }),
              ),
            );
          const asked = make();
          for (const [about, at] of questions) expect(asked.inForce(about, at)).toEqual(make().inForce(about, at));
        },
      ),
    );
  });

  it('R19 takes in what is published and bound after it was asked', () => {
    const rulebook = rulebookOf(published(1, [letter]));
    expect(rulebook.rule('R17', 'sxd', t('2024-02-01'))).toBeNull();
    rulebook.apply(bound('letter', 'sxd'));
    expect(rulebook.rule('R17', 'sxd', t('2024-02-01'))).not.toBeNull();
    rulebook.apply(unbound('letter', 'sxd', t('2024-01-15')));
    expect(rulebook.rule('R17', 'sxd', t('2024-02-01'))).toBeNull();
  });
});

describe('a simulated parameter', () => {
  it('R19 changes the overlay wherever the duty is laid, and nothing else', () => {
    const rulebook = rulebookOf(published(1, [letter, directive]), bound('letter', 'sxd'), bound('directive', 'stc'));
    const overlay = rulebook.simulated('R06', { returnWorkingDays: 4 });
    expect(overlay.rule('R06', 'sxd', t('2024-02-01'))?.parameters).toEqual({ returnWorkingDays: 4 });
    expect(overlay.rule('R06', 'stc', t('2024-07-01'))?.parameters).toEqual({ returnWorkingDays: 4 });
    expect(overlay.rule('R17', 'sxd', t('2024-02-01'))?.parameters).toEqual({});
    expect(rulebook.rule('R06', 'sxd', t('2024-02-01'))?.parameters).toEqual({});
  });
});

describe('dissemination', () => {
  const organisation = directoryOf(
    ...province,
    unitEvent('syt', 'department', 'ubnd'),
    appointed('newcomer', 'member', 'sxd', { from: t('2024-06-01') }),
  );
  const held = (attendees: readonly string[]): DisseminationEvent => ({
    type: 'dissemination.held',
    version: 1,
    data: {
      disseminationId: 'd',
      instrumentId: 'letter',
      unitId: 'sxd',
      heldAt: t('2024-03-01'),
      attendees,
      document: null,
    },
  });
  const after = (...events: readonly DisseminationEvent[]): Dissemination => {
    const dissemination = new Dissemination(organisation);
    for (const event of events) dissemination.apply(event);
    return dissemination;
  };

  it('R79 reaches the unit from the session on, and for that instrument only', () => {
    const dissemination = after(held([]));
    expect(dissemination.reached('letter', 'sxd', null, t('2024-02-29'))).toBe(false);
    expect(dissemination.reached('letter', 'sxd', null, t('2024-03-01'))).toBe(true);
    expect(dissemination.reached('letter', 'stc', null, t('2024-03-02'))).toBe(false);
    expect(dissemination.reached('directive', 'sxd', null, t('2024-03-02'))).toBe(false);
  });

  it('R79 without a list reaches those who were of the unit then, not those who joined later', () => {
    const dissemination = after(held([]));
    expect(dissemination.reached('letter', 'sxd', 'member', t('2024-07-01'))).toBe(true);
    expect(dissemination.reached('letter', 'sxd', 'newcomer', t('2024-07-01'))).toBe(false);
    expect(dissemination.reached('letter', 'sxd', 'bursar', t('2024-07-01'))).toBe(false);
  });

  it('R79 with a list reaches those on it', () => {
    const dissemination = after(held(['member']));
    expect(dissemination.reached('letter', 'sxd', 'member', t('2024-07-01'))).toBe(true);
    expect(dissemination.reached('letter', 'sxd', 'colleague', t('2024-07-01'))).toBe(false);
  });
});
