import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { log, officer, otherLog, policy, SampleLedger, witness } from '../../test/bundle/sample-ledger.ts';
import { canonicalize } from '../canonical-json.ts';
import type { NoteSigner } from '../note/note.ts';
import { writeBundle, type BundleEvent, type BundleParts } from './bundle.ts';
import type { Verdict } from './verdict.ts';
import { verifyBundle } from './verify-bundle.ts';

type Drawn = { readonly who: number; readonly where: number; readonly sealed: boolean };

const histories = fc.record({
  acts: fc.array(fc.record({ who: fc.nat(3), where: fc.nat(3), sealed: fc.boolean() }), {
    minLength: 4,
    maxLength: 24,
  }),
  pick: fc.nat(),
  after: fc.nat(4),
});

const told = (acts: readonly Drawn[], after: number): { readonly ledger: SampleLedger; readonly mapAt: number } => {
  const ledger = new SampleLedger();
  // Two acts at least are the officer's own, so that there is something to take away and to exchange.
  for (const [at, { who, where, sealed }] of acts.entries()) {
    const reason = sealed ? { reason: `lý do ${at}` } : {};
    ledger.append({ stream: `dossier-hs-${where}`, officer: `cb-${at < 2 ? 1 : who}`, ...reason });
  }
  const mapAt = ledger.recordMap();
  for (let act = 0; act < after; act += 1) ledger.append({ stream: 'dossier-hs-9', officer: 'cb-9' });
  return { ledger, mapAt };
};

type Case = {
  readonly parts: BundleParts;
  readonly own: readonly BundleEvent[];
  readonly victim: BundleEvent;
  readonly index: number;
};

const rewrite = (event: BundleEvent, change: object): BundleEvent => ({
  ...event,
  canonical: canonicalize({ ...(JSON.parse(event.canonical) as object), ...change }),
});

/** The lines of the file with one event line put in the place of another, unsealed as a stranger to the key must leave it. */
const withLines = ({ parts, own }: Case, change: (lines: string[]) => readonly string[]): Uint8Array => {
  const all = new TextDecoder().decode(writeBundle(parts, log)).split('\n');
  const [manifest = '', ...rest] = all;
  return new TextEncoder().encode(
    [manifest, ...change(rest.slice(0, own.length)), ...rest.slice(own.length)].join('\n'),
  );
};

/** Each with what is to be found first, and of which event. */
const tamperings: readonly (readonly [name: string, spoil: (drawn: Case) => Uint8Array, code: string])[] = [
  [
    'edit',
    (drawn) =>
      withLines(drawn, (lines) =>
        lines.with(drawn.index, (lines[drawn.index] ?? '').replace('so-xay-dung', 'so-noi-vu')),
      ),
    'event-changed',
  ],
  [
    'back-date',
    (drawn) =>
      withLines(drawn, (lines) =>
        lines.with(drawn.index, (lines[drawn.index] ?? '').replace('"recordedAt":"2026', '"recordedAt":"2025')),
      ),
    'event-changed',
  ],
  [
    'overwrite in place',
    (drawn) =>
      withLines(drawn, (lines) =>
        lines.with(drawn.index, `{"event":{"redacted":true},"position":"${drawn.victim.position}"}`),
      ),
    'event-changed',
  ],
  [
    'swap streams',
    (drawn) =>
      withLines(drawn, (lines) =>
        lines.with(
          drawn.index,
          (lines[drawn.index] ?? '').replace(/"stream":"dossier-hs-\d"/, '"stream":"dossier-hs-8"'),
        ),
      ),
    'event-changed',
  ],
  ['delete', (drawn) => withLines(drawn, (lines) => lines.toSpliced(drawn.index, 1)), 'event-missing'],
];

const caseOf = (acts: readonly Drawn[], after: number, pick: number): Case => {
  const { ledger, mapAt } = told(acts, after);
  const parts = ledger.parts([officer], mapAt);
  // The map itself is the last of them.
  const index = pick % (parts.events.length - 1);
  return { parts, own: parts.events, victim: parts.events[index] ?? (parts.events[0] as never), index };
};

const runs = Number(process.env['VERIFIER_RUNS'] ?? 25);
const firstBad = ({ findings }: Verdict): readonly [string | undefined, bigint | null | undefined] => [
  findings[0]?.code,
  findings[0]?.position,
];

describe('a random history', () => {
  it('is intact as it is', () => {
    fc.assert(
      fc.property(histories, ({ acts, after }) => {
        const { ledger, mapAt } = told(acts, after);
        for (const subject of [officer, 'unit:so-xay-dung', 'dossier:hs-0'])
          if (ledger.chains(mapAt).has(subject))
            expect(verifyBundle(ledger.bundle([subject], mapAt), policy).verdict).toBe('intact');
      }),
      { numRuns: runs },
    );
  });

  it.each(tamperings)('with one tampering (%s) is tampered, and the first bad record is named', (_, spoil, code) => {
    fc.assert(
      fc.property(histories, ({ acts, after, pick }) => {
        const drawn = caseOf(acts, after, pick);
        const verdict = verifyBundle(spoil(drawn), policy);
        expect(verdict.verdict).toBe('tampered');
        const codes = verdict.findings
          .filter(({ position }) => position === drawn.victim.position)
          .map((each) => each.code);
        expect([firstBad(verdict)[1], codes.includes(code)]).toEqual([drawn.victim.position, true]);
      }),
      { numRuns: runs },
    );
  });

  it('reordered, or with an act of another history in it, is tampered at the first place that differs', () => {
    fc.assert(
      fc.property(histories, ({ acts, after, pick }) => {
        const drawn = caseOf(acts, after, pick);
        const swapped = withLines(drawn, ([one = '', other = '', ...rest]) => [other, one, ...rest]);
        expect(firstBad(verifyBundle(swapped, policy))).toEqual(['events-out-of-order', drawn.own[0]?.position]);
        const foreign = (drawn.own.at(-1)?.position ?? 0n) + 1n;
        const inserted = withLines(drawn, (lines) => [
          ...lines,
          (lines[0] ?? '').replace(/"position":"\d+"\}$/, `"position":"${foreign}"}`),
        ]);
        expect(firstBad(verifyBundle(inserted, policy))).toEqual(['event-inserted', foreign]);
      }),
      { numRuns: runs },
    );
  });

  it('truncated after any line is unverifiable', () => {
    fc.assert(
      fc.property(histories, ({ acts, after, pick }) => {
        const { parts } = caseOf(acts, after, pick);
        const lines = new TextDecoder().decode(writeBundle(parts, log)).split('\n').slice(0, -1);
        const kept = lines.slice(0, 1 + (pick % (lines.length - 1)));
        expect(verifyBundle(new TextEncoder().encode(`${kept.join('\n')}\n`), policy).verdict).toBe('unverifiable');
      }),
      { numRuns: runs },
    );
  });
});

/** A fork: the same history up to the event, another content there, everything after it and every proof anew. */
const forked = (
  acts: readonly Drawn[],
  after: number,
  at: number,
): { readonly ledger: SampleLedger; readonly mapAt: number } => {
  const { ledger } = told(acts, after);
  const fork = new SampleLedger();
  fork.events.push(...ledger.events.slice(0, acts.length));
  const event = fork.events[at];
  if (event) fork.events[at] = rewrite(event, { unit: 'so-noi-vu' });
  const mapAt = fork.recordMap();
  for (let act = 0; act < after; act += 1) fork.append({ stream: 'dossier-hs-9', officer: 'cb-9' });
  return { ledger: fork, mapAt };
};

/** One act of the officer as if it had never been: every later one a place further up. */
const withoutAct = (
  acts: readonly Drawn[],
  at: number,
  after: number,
): { readonly ledger: SampleLedger; readonly mapAt: number } =>
  told(acts.toSpliced(at, 1).concat(acts.length > 4 ? [] : acts.slice(0, 1)), after);

describe('a random history that the holder of the log’s key rewrites', () => {
  const cosignatureOf = (note: string): string =>
    `${note.split('\n').findLast((line) => line.startsWith('\u2014')) ?? ''}\n`;

  it.each<[string, typeof forked]>([
    ['forked', forked],
    ['left an act out of', (acts, after) => withoutAct(acts, 0, after)],
  ])('and %s is never intact: no witness signs it, and an old cosignature does not fit', (_, rewriteHistory) => {
    fc.assert(
      fc.property(histories, ({ acts, after, pick }) => {
        const honest = caseOf(acts, after, pick);
        const { ledger, mapAt } = rewriteHistory(acts, after, pick % acts.length);
        const signed = (signers: readonly NoteSigner[]): BundleParts => ledger.parts([officer], mapAt, signers);
        const alone = verifyBundle(writeBundle(signed([log]), log), policy);
        expect([alone.verdict, alone.findings.map(({ code }) => code)]).toEqual(['unverifiable', ['witness-missing']]);
        const parts = signed([log]);
        const borrowed = { ...parts, checkpoint: parts.checkpoint + cosignatureOf(honest.parts.checkpoint) };
        expect(verifyBundle(writeBundle(borrowed, log), policy).findings.map(({ code }) => code)).toContain(
          'signature-wrong',
        );
        const attacker = verifyBundle(writeBundle(signed([otherLog, witness]), otherLog), policy);
        expect([attacker.verdict, attacker.findings[0]?.code]).toEqual(['unverifiable', 'log-key-unknown']);
      }),
      { numRuns: runs },
    );
  });

  it('and shows as an older copy is what it was then: intact, and says of how much', () => {
    fc.assert(
      fc.property(histories, ({ acts, after }) => {
        const { ledger, mapAt } = told(acts, after);
        const old = ledger.bundle([officer], mapAt);
        ledger.append({ stream: 'dossier-hs-1', officer: 'cb-1' });
        expect(verifyBundle(old, policy).checkpoint).toMatchObject({
          size: BigInt(acts.length + 1 + after),
          mapSize: BigInt(acts.length),
        });
      }),
      { numRuns: runs },
    );
  });

  it('and takes an event from the bundle, with count and head or without, is tampered', () => {
    fc.assert(
      fc.property(histories, ({ acts, after, pick }) => {
        const { ledger, mapAt } = told(acts, after);
        const { own, victim } = caseOf(acts, after, pick);
        const left = own.filter(({ position }) => position !== victim.position);
        const made = ledger.partsOf(left, [officer], mapAt, [log, witness]);
        expect(verifyBundle(writeBundle(made, log), policy).findings.map(({ code }) => code)).toEqual([
          'subject-events-missing',
        ]);
        // As if the act had been another's: a chain that fits what is left, and the map that was recorded.
        const other = new SampleLedger();
        other.events.push(
          ...ledger.events.map((event) =>
            event.position === victim.position ? rewrite(event, { actor: { kind: 'unknown' } }) : event,
          ),
        );
        const chain = other.chains(mapAt).get(officer);
        const subjects = made.subjects.map((subject) => ({ ...subject, chain: chain ?? subject.chain }));
        const verdict = verifyBundle(writeBundle({ ...made, subjects }, log), policy);
        expect([
          verdict.verdict,
          verdict.findings.some(({ code }) => code === 'subject-not-in-map' || code === 'subject-events-missing'),
        ]).toEqual(['tampered', true]);
      }),
      { numRuns: runs },
    );
  });
});
