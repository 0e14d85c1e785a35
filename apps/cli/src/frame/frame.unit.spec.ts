import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { InvalidArgumentError } from 'commander';
import { asOfMoment, wholeNumber } from './command.ts';
import { explain } from './failure.ts';
import { moment, workingTime } from './moment.ts';
import { showProgress } from './progress.ts';
import { facts, table } from './table.ts';

const hour = 3_600_000;

describe('moments', () => {
  it.each([
    ['2025-06-30T17:00:00.000Z', '01/07/2025 00:00'],
    ['2025-07-01T16:59:59.999Z', '01/07/2025 23:59'],
    [null, '–'],
  ])('shows %s in Vietnam as %s', (at, shown) => {
    expect(moment(at)).toBe(shown);
  });

  it.each([
    [0, '0'],
    [59_000, '<1 giờ'],
    [5 * hour, '5 giờ'],
    [16 * hour, '2 ngày'],
    [19 * hour, '2 ngày 3 giờ'],
  ])('shows %d ms of working time as %s', (ms, shown) => {
    expect(workingTime(ms)).toBe(shown);
  });

  it.each([
    ['2025-07-01', '2025-07-01T16:59:59.999Z'],
    ['2024-02-29', '2024-02-29T16:59:59.999Z'],
    ['2025-07-01T09:00:00+07:00', '2025-07-01T02:00:00.000Z'],
    ['2025-07-01T02:00:00Z', '2025-07-01T02:00:00.000Z'],
  ])('reads --as-of %s as %s', (typed, at) => {
    expect(asOfMoment(typed)).toBe(at);
  });

  it.each(['2025-02-29', '2025-02-30T00:00:00Z', '01/07/2025', '2025-07-01T09:00:00', 'hôm qua', ''])(
    'refuses --as-of %s',
    (typed) => {
      expect(() => asOfMoment(typed)).toThrow(InvalidArgumentError);
    },
  );
});

describe('numbers', () => {
  it('takes whole numbers within their bounds only', () => {
    const limit = wholeNumber(1, 200);
    expect([limit('1'), limit('200')]).toEqual([1, 200]);
    for (const typed of ['0', '201', '-1', '1.5', '1e2', '', 'x'])
      expect(() => limit(typed)).toThrow(InvalidArgumentError);
  });
});

describe('tables', () => {
  it('align Vietnamese text by characters, whatever its normal form', () => {
    const lines = table(
      [
        { heading: 'Tên', value: ({ name }: { name: string; n: number }) => name },
        { heading: 'Số', value: ({ n }) => String(n), align: 'right' },
      ],
      [
        { name: 'Hòa'.normalize('NFD'), n: 7 },
        { name: 'Nguyễn', n: 100 },
      ],
    );
    expect(lines).toEqual(['Tên      Số', '──────  ───', 'Hòa       7', 'Nguyễn  100']);
  });

  it('cut long text and keep a value on one line', () => {
    const lines = table([{ heading: 'A', value: (text: string) => text, maxWidth: 6 }], ['một\nhai ba']);
    expect(lines.at(-1)).toBe('một h…');
  });

  it('leave out facts that are not there', () => {
    expect(
      facts([
        ['Hồ sơ', 'HS-1'],
        ['Kết thúc', null],
        ['Hạn', '–'],
      ]),
    ).toEqual(['Hồ sơ:  HS-1', 'Hạn:    –']);
  });
});

describe('progress', () => {
  it('is one plain line per tenth where nobody watches', () => {
    const stream = new PassThrough();
    const progress = showProgress(stream, 'Nhập', 200);
    for (let done = 0; done <= 200; done += 1) progress.advance(done);
    progress.end();
    const lines = String(stream.read()).trimEnd().split('\n');
    expect(lines).toHaveLength(11);
    expect([lines[0], lines.at(-1)]).toEqual(['Nhập: 0% (0/200)', 'Nhập: 100% (200/200)']);
  });

  it('is a bar on a terminal', () => {
    const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 100 });
    const progress = showProgress(stream, 'Nhập', 10);
    progress.advance(10);
    progress.end();
    expect(String(stream.read())).toContain('100% | 10/10');
  });
});

describe('errors', () => {
  it('are told with what caused them', () => {
    const cause = new Error('connection refused');
    expect(explain(new Error('no server', { cause }))).toBe('no server: connection refused');
  });
});
