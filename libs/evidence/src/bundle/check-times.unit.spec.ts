import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { log, officer, policy, SampleLedger, stampRoot, story } from '../../test/bundle/sample-ledger.ts';
import { toBase64 } from '../note/base64.ts';
import { writeBundle, type BundleParts } from './bundle.ts';
import type { Verdict } from './verdict.ts';
import { verifyBundle } from './verify-bundle.ts';

const { ledger: sample, mapAt: sampleMap } = story();
const parts = sample.parts([officer], sampleMap);
const codes = ({ findings }: Verdict): readonly string[] => findings.map(({ code }) => code);
/** As the log itself would write it: sealed over whatever the parts say. */
const sealed = (change: Partial<BundleParts>): Uint8Array => writeBundle({ ...parts, ...change }, log);

describe('times', () => {
  const hash = (token: Uint8Array): string => toBase64(createHash('sha256').update(token).digest());
  const judging = { ...policy, timestampRoots: [stampRoot] };
  /** Acts 0–2 before the first token, 3–5 citing it, with what 4 says of itself. */
  type Claim = { readonly occurredAt?: string; readonly recordedAt?: string; readonly anchor?: string | null };
  const made = (claim: Claim = {}): BundleParts => {
    const ledger = new SampleLedger();
    for (let act = 0; act < 3; act += 1) ledger.append({ stream: 'dossier-hs-1', officer: 'cb-1', ...times(act) });
    const early = ledger.tokenAt(3, '20260101080000Z');
    const anchor = hash(early.token);
    for (let act = 3; act < 6; act += 1) {
      const own = act === 4 ? claim : {};
      ledger.append({ stream: 'dossier-hs-1', officer: 'cb-1', anchor, ...times(act), ...own });
    }
    const mapAt = ledger.recordMap({});
    const tokens = [
      { ...ledger.tokenAt(3, '20260101080000Z'), token: early.token },
      ledger.tokenAt(7, '20260101090000Z'),
    ];
    return { ...ledger.parts([officer], mapAt), tokens };
  };
  const told = (claim: Claim = {}): Uint8Array => writeBundle(made(claim), log);
  /** The map of a sample says of itself that it is of midnight. */
  const mapPosition = 6n;
  const remarked = (bytes: Uint8Array): readonly (readonly [string, bigint | null])[] =>
    verifyBundle(bytes, judging)
      .remarks.filter(({ position }) => position !== mapPosition)
      .map(({ code, position }) => [code, position]);
  const times = (act: number): { readonly occurredAt: string; readonly recordedAt: string } => {
    const at = act < 3 ? '2026-01-01T07:30:00.000Z' : '2026-01-01T08:30:00.000Z';
    return { occurredAt: at, recordedAt: at };
  };

  it('are bracketed by the token an event cites and the first one over it', () => {
    const verdict = verifyBundle(told(), { ...judging, timestampRequired: true });
    const eight = new Date('2026-01-01T08:00:00Z');
    const nine = new Date('2026-01-01T09:00:00Z');
    expect([verdict.verdict, codes(verdict), verdict.stampedAt]).toEqual(['intact', [], nine]);
    expect(verdict.events.map(({ bracket }) => [bracket.notBefore, bracket.notAfter])).toEqual([
      ...[0, 1, 2].map(() => [null, eight]),
      ...[3, 4, 5].map(() => [eight, nine]),
      // The map cites none itself, but stands after acts that do.
      [eight, nine],
    ]);
  });

  it.each([
    [{ occurredAt: '2025-12-31T06:00:00.000Z' }, 'recorded-late', '1 ngày 2 giờ', '1 d 2 h'],
    [{ occurredAt: '2026-01-01T09:10:30.000Z' }, 'claimed-ahead', '10 phút', '10 min'],
    [{ recordedAt: '2026-01-01T07:59:30.500Z' }, 'clock-behind', '29.5 giây', '29.5 s'],
    [{ recordedAt: '2026-01-01T12:00:00.000Z' }, 'clock-ahead', '3 giờ', '3 h'],
  ])('outside the bracket are remarked upon, by how much, and spoil nothing: %j', (claim, code, vi, en) => {
    const verdict = verifyBundle(told(claim), judging);
    const [remark] = verdict.remarks.filter((each) => each.code === code);
    expect([verdict.verdict, remark?.position]).toEqual(['intact', 4n]);
    expect([remark?.vi.endsWith(vi), remark?.en.endsWith(en)]).toEqual([true, true]);
  });

  it.each([null, hash(new Uint8Array(8))])(
    'are not set back by who conceals the newest stamp known: an act also stands after those before it (%s)',
    (anchor) => {
      const claim = { occurredAt: '2025-12-31T06:00:00.000Z', recordedAt: '2025-12-31T06:00:00.000Z', anchor };
      expect(remarked(told(claim))).toEqual([
        ...(anchor === null ? [] : [['anchor-missing', null]]),
        ['recorded-late', 4n],
        ['clock-behind', 4n],
      ]);
    },
  );

  it('are said to be unproved when the stamps that acts cite are left out', () => {
    const { tokens, ...others } = made();
    const [, last] = tokens;
    const without = writeBundle({ ...others, tokens: last === undefined ? [] : [last] }, log);
    const verdict = verifyBundle(without, judging);
    expect(verdict.remarks.map(({ code, en }) => [code, en.startsWith('3 events')])).toEqual([
      ['anchor-missing', true],
    ]);
    expect(remarked(writeBundle({ ...others, tokens: [] }, log))).toEqual([
      ['times-not-covered', null],
      ['anchor-missing', null],
    ]);
  });

  it.each<[string, Claim]>([
    ['no moments', { occurredAt: '0', recordedAt: '2026-13-01T00:00:00.000Z' }],
    ['in another spelling', { occurredAt: '2020-01-01T00:00:00Z' }],
    ['with another offset', { recordedAt: '2020-01-01T00:00:00.000+07:00' }],
    ['of a day that does not exist', { occurredAt: '2026-02-30T00:00:00.000Z' }],
  ])('are not passed over in silence when they are %s', (_, claim) => {
    expect(remarked(told(claim))).toEqual([['time-unreadable', 4n]]);
  });

  it('accuse nobody out of a bundle that is not intact', () => {
    const bundle = writeBundle(
      { ...made({ occurredAt: '2025-12-31T06:00:00.000Z' }), inclusion: [log.publicKey.key] },
      log,
    );
    expect([verifyBundle(bundle, judging).verdict, remarked(bundle)]).toEqual(['tampered', []]);
  });

  it('count for nothing from an authority that the policy does not trust', () => {
    const root = log.publicKey.key;
    const verdict = verifyBundle(told(), { ...policy, timestampRoots: [root] });
    expect(verdict.verdict).toBe('intact');
    expect(verdict.remarks.map(({ code }) => code)).toEqual([
      'token-not-accepted',
      'token-not-accepted',
      'times-not-covered',
    ]);
    expect(codes(verifyBundle(told(), { ...policy, timestampRoots: [root], timestampRequired: true }))).toEqual([
      'token-missing',
    ]);
  });

  it('must cover every event when the policy requires them', () => {
    const tokens = [sample.tokenAt(5, '20260102000000Z')];
    expect(codes(verifyBundle(sealed({ tokens }), { ...judging, timestampRequired: true }))).toEqual(['token-missing']);
    expect(codes(verifyBundle(sealed({ tokens }), judging))).toEqual([]);
  });

  it('are refused on another tree than this', () => {
    const [token] = [sample.tokenAt(5, '20260102000000Z')];
    const other = new SampleLedger();
    for (let act = 0; act < 13; act += 1) other.append({ stream: 'dossier-hs-1', officer: 'cb-7' });
    const wrong = [other.tokenAt(5, '20260102000000Z'), { ...token, consistency: token.consistency.slice(1) }];
    for (const each of wrong)
      expect(codes(verifyBundle(sealed({ tokens: [each] }), judging))).toEqual(['token-contradicts']);
  });
});
