import { describe, expect, it } from '@jest/globals';
import { detailsOf } from './event-details.ts';

const officer = { kind: 'officer', id: 'o-1' };

const returned = {
  data: {
    from: { party: officer, unit: 'u-1' },
    to: { party: { kind: 'unknown' }, unit: 'u-2' },
    heldSince: '2025-06-01T00:00:00.000Z',
    reason: 'Không thuộc chức năng',
    basis: { text: 'Nghị định 30/2020/NĐ-CP', clause: 'điều 21.2b' },
    rightUnit: 'u-3',
  },
};

describe('what an event says', () => {
  it('is read field by field, in a fixed order, the basis with its clause', () =>
    expect(detailsOf(returned, false)).toEqual([
      { label: 'detail.from', value: { kind: 'holder', party: officer, unit: 'u-1' } },
      { label: 'detail.to', value: { kind: 'holder', party: { kind: 'unknown', id: null }, unit: 'u-2' } },
      { label: 'detail.reason', value: { kind: 'text', text: 'Không thuộc chức năng' } },
      { label: 'detail.basis', value: { kind: 'text', text: 'Nghị định 30/2020/NĐ-CP, điều 21.2b' } },
      { label: 'detail.rightUnit', value: { kind: 'units', ids: ['u-3'] } },
    ]));

  it('leaves out what is null or empty', () =>
    expect(detailsOf({ data: { from: null, reason: null, step: '', coordinators: [], dueAt: null } }, false)).toEqual(
      [],
    ));

  it('cites a product by number, day and title', () =>
    expect(
      detailsOf(
        {
          data: {
            product: { number: '14', symbol: 'QĐ-UBND', issuedOn: '2025-07-01', title: 'Cấp phép' },
            outcome: 'granted',
          },
        },
        false,
      ),
    ).toEqual([
      { label: 'detail.product', value: { kind: 'text', text: '14/QĐ-UBND · 01/07/2025 · Cấp phép' } },
      { label: 'detail.outcome', value: { kind: 'code', code: 'granted' } },
    ]));

  it('spells out what a correction changes', () =>
    expect(detailsOf({ data: { changes: { subject: 'Đúng', deadline: '2025-07-01T00:00:00.000Z' } } }, false)).toEqual([
      { label: 'detail.subject', value: { kind: 'text', text: 'Đúng' } },
      { label: 'detail.deadline', value: { kind: 'moment', at: '2025-07-01T00:00:00.000Z' } },
    ]));
});

describe('what is done on the way to a decision', () => {
  it('R07 says why the dossier was passed up', () =>
    expect(
      detailsOf(
        {
          data: {
            ground: 'no-consensus',
            explanation: 'Hai sở không thống nhất',
            attempts: ['1'],
            dissents: ['1'],
            direction: { number: '9', symbol: 'TB-VP', issuedOn: null, title: null },
          },
        },
        false,
      ),
    ).toEqual([
      { label: 'detail.ground', value: { kind: 'code', code: 'no-consensus' } },
      { label: 'detail.explanation', value: { kind: 'text', text: 'Hai sở không thống nhất' } },
      { label: 'detail.direction', value: { kind: 'text', text: '9/TB-VP' } },
    ]));

  it('R22 lists what was lacking, and of a secret dossier only where', () => {
    const sentBack = {
      data: { submitter: 'u-1', defects: ['thiếu bản đồ', 'thiếu ý kiến'], basis: { text: 'Quy chế' } },
    };
    expect(detailsOf(sentBack, false)).toEqual([
      { label: 'detail.submitter', value: { kind: 'units', ids: ['u-1'] } },
      { label: 'detail.defects', value: { kind: 'text', text: 'thiếu bản đồ; thiếu ý kiến' } },
      { label: 'detail.basis', value: { kind: 'text', text: 'Quy chế' } },
    ]);
    expect(detailsOf(sentBack, true).map(({ label }) => label)).toEqual(['detail.submitter']);
  });
});

it('of a secret dossier shows who and when, no free text', () =>
  expect(detailsOf(returned, true).map(({ label }) => label)).toEqual([
    'detail.from',
    'detail.to',
    'detail.rightUnit',
  ]));
