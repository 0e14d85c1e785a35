import { expect, it } from '@jest/globals';
import { hour } from '../../../../test/fixtures/domain/organisation.ts';
import { plainWeek, WorkingCalendar } from '../calendar/working-calendar.ts';
import { responsivenessOf, type Exchange } from './responsiveness.ts';
import type { AddresseeStatus } from './state.ts';

const calendar = new WorkingCalendar(plainWeek);
const exchange = (status: AddresseeStatus, changes: Partial<Exchange> = {}): Exchange => ({
  requester: 'sxd',
  responder: 'stc',
  status,
  registeredAt: hour(0),
  answeredAt: null,
  lateAnsweredAt: null,
  ...changes,
});
const figures = (...exchanges: readonly Exchange[]) => responsivenessOf(exchanges, () => calendar);

it('R18 counts what came in time, late or never, and returns apart', () => {
  const [pair] = figures(
    exchange('answered', { answeredAt: hour(1) }),
    exchange('answered', { answeredAt: hour(3) }),
    exchange('answered-late', { lateAnsweredAt: hour(24 * 7) }),
    exchange('consent-deemed', { lateAnsweredAt: hour(24 * 7) }),
    exchange('consent-deemed'),
    exchange('silent'),
    exchange('returned'),
  );
  expect(pair).toMatchObject({ asked: 7, answeredInTime: 2, late: 2, silent: 2, returned: 1 });
  expect(pair?.inTime).toMatchObject({ numerator: 2, denominator: 6 });
  expect(pair?.inTime.share).toBeCloseTo(1 / 3);
});

it('R18 leaves out what runs, was taken back, sent on, voided, disputed, or ended with the unit', () => {
  const open: readonly AddresseeStatus[] = ['waiting', 'withdrawn', 'readdressed', 'deemed-void', 'lapsed'];
  expect(figures(...open.map((status) => exchange(status)))).toEqual([]);
  expect(figures(exchange('consent-deemed', { answeredAt: hour(1) }))).toEqual([]);
});

it('R18 tells pairs apart and withholds a share below five', () => {
  const pairs = figures(exchange('silent'), exchange('silent', { responder: 'vp' }), exchange('silent'));
  expect(pairs.map(({ responder, asked, inTime }) => [responder, asked, inTime.share])).toEqual([
    ['stc', 2, null],
    ['vp', 1, null],
  ]);
});

it('R18 takes the median of office time, of which a night has none', () => {
  const nextMorning = exchange('answered', { answeredAt: hour(24) });
  const sameDay = exchange('answered', { answeredAt: hour(2) });
  expect(figures(nextMorning)[0]?.medianOfficeMs).toBe(8 * 3_600_000);
  expect(figures(nextMorning, sameDay)[0]?.medianOfficeMs).toBe(5 * 3_600_000);
  expect(figures(exchange('silent'))[0]?.medianOfficeMs).toBeNull();
});
