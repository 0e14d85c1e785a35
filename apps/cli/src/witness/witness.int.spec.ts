import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signerOf, verifierOf } from '#evidence/note/ed25519.ts';
import { openNote } from '#evidence/note/note.ts';
import { bodyOf, extendsTo, logNamed, proofFrom, rootAt, type Telling } from '../../../../test/support/lying-log.ts';
import { recordDisk, RecordDamaged, type RecordDisk } from './checkpoint-record.ts';
import { Witness } from './witness.ts';

const log = logNamed('so-cai.example/tinh');
const stranger = logNamed('so-cai.example/khac', 9);
const impostor = logNamed('so-cai.example/tinh', 11);
const signer = signerOf('lam-chung.example/thanh-tra', new Uint8Array(32).fill(3), () => 1_700_000_000n);

const honest: Telling = { branch: 'a', shared: 6 };
const other: Telling = { branch: 'b', shared: 6 };

let home: string;
let folder: string;
const open = (files?: RecordDisk): Promise<Witness> =>
  Witness.open(folder, { logs: [log.key], signer, ...(files && { files }) });

const submission = (telling: Telling, [old, size]: readonly [number, number], by = log): Uint8Array =>
  bodyOf(old, old <= size ? proofFrom(telling, BigInt(old), size) : [], by.noteOf(telling, size));

const cosigned = (note: Uint8Array, lines: string): boolean => {
  const opened = openNote(new Uint8Array([...note, ...new TextEncoder().encode(lines)]), [
    verifierOf(signer.publicKey),
  ]);
  return opened.ok && opened.verified.length === 1;
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'witness-'));
});
beforeEach(async () => {
  folder = await mkdtemp(join(home, 'logs-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('a witness', () => {
  it('cosigns the first tree, one that extends it, and the same one again', async () => {
    const witness = await open();
    for (const [old, size] of [
      [0, 3],
      [3, 9],
      [9, 9],
    ] as const) {
      const { status, body } = await witness.submit(submission(honest, [old, size]));
      expect(status).toBe(200);
      expect(cosigned(log.noteOf(honest, size), body)).toBe(true);
    }
    expect(await witness.seen()).toEqual([{ origin: log.origin, size: 9n }]);
  });

  it('cosigns an empty tree, and then its first leaves', async () => {
    const witness = await open();
    expect((await witness.submit(submission(honest, [0, 0]))).status).toBe(200);
    expect((await witness.submit(submission(honest, [0, 4]))).status).toBe(200);
  });

  it('takes a note that others signed too', async () => {
    const witness = await open();
    const theirs = new TextDecoder().decode(stranger.noteOf(honest, 3)).split('\n\n')[1] ?? '';
    const note = new TextEncoder().encode(`${new TextDecoder().decode(log.noteOf(honest, 3))}${theirs}`);
    expect((await witness.submit(bodyOf(0, [], note))).status).toBe(200);
  });

  describe('having seen 5 leaves', () => {
    let witness: Witness;
    beforeEach(async () => {
      witness = await open();
      await witness.submit(submission(honest, [0, 5]));
    });

    const refused: readonly (readonly [what: string, body: Uint8Array, status: number, known: string | null])[] = [
      ['a body that is none', new TextEncoder().encode('hello'), 400, null],
      ['a note that is none', bodyOf(5, [], new TextEncoder().encode('hello\n')), 400, null],
      ['a note that is no checkpoint', bodyOf(5, [], new TextEncoder().encode('a\nb\n\n— a AAAAAAA=\n')), 400, null],
      ['a log it does not know', submission(honest, [9, 7], stranger), 404, null],
      ['a log with a key it does not know', submission(honest, [9, 7], impostor), 403, null],
      ['an old size beyond the new one', submission(honest, [9, 7]), 400, null],
      ['an old size it has not seen', submission(honest, [4, 7]), 409, '5\n'],
      ['an old size of nothing', submission(honest, [0, 7]), 409, '5\n'],
      ['an older tree than it has seen', submission(honest, [4, 4]), 409, '5\n'],
      ['a history that parts from what it has seen', submission({ branch: 'b', shared: 4 }, [5, 8]), 422, null],
      ['a proof of another step', bodyOf(5, proofFrom(honest, 5n, 7), log.noteOf(honest, 8)), 422, null],
      ['no proof', bodyOf(5, [], log.noteOf(honest, 8)), 422, null],
      ['a proof where there is nothing to prove', bodyOf(5, [new Uint8Array(32)], log.noteOf(honest, 5)), 422, null],
      ['another tree of the same size', submission({ branch: 'b', shared: 4 }, [5, 5]), 409, '5\n'],
    ];

    it.each(refused)('refuses %s', async (_, body, status, known) => {
      const given = await witness.submit(body);
      expect(given.status).toBe(status);
      if (known !== null) expect(given).toEqual({ status, contentType: 'text/x.tlog.size', body: known });
      expect(await witness.seen()).toEqual([{ origin: log.origin, size: 5n }]);
    });
  });

  it('refuses a proof before anything was seen, and an empty tree with a root', async () => {
    const witness = await open();
    expect((await witness.submit(bodyOf(0, [new Uint8Array(32)], log.noteOf(honest, 3)))).status).toBe(422);
    const text = new TextDecoder().decode(log.noteOf(honest, 3)).replace('\n3\n', '\n0\n');
    expect((await witness.submit(bodyOf(0, [], new TextEncoder().encode(text)))).status).toBe(403);
  });

  it('answers one of many who come at once, the others with what is known by then', async () => {
    const witness = await open();
    const sizes = [3, 4, 5, 6, 7];
    const answers = await Promise.all(sizes.map((size) => witness.submit(submission(honest, [0, size]))));
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 409, 409, 409]);
    expect(new Set(answers.slice(1).map(({ body }) => body))).toEqual(new Set(['3\n']));
  });

  it('keeps a few of its turns, not all', async () => {
    const witness = await open();
    for (let size = 0; size < 30; size += 1) await witness.submit(submission(honest, [size, size + 1]));
    const [records = ''] = await readdir(folder);
    expect(await readdir(join(folder, records))).toHaveLength(8);
    expect(await (await open()).seen()).toEqual([{ origin: log.origin, size: 30n }]);
  });
});

describe('whatever a lying log does', () => {
  /** What the specification says, over what was cosigned last. */
  const expected = (known: readonly [Telling, number], { telling, old, size, by, proof }: Step): number => {
    if (by === 'impostor') return 403;
    if (old > size) return 400;
    if (old !== known[1]) return 409;
    if (old === 0 || old === size) {
      if (proof === 'wrong') return 422;
      return old === size && !extendsTo(known, [telling, size]) ? 409 : 200;
    }
    return proof === 'right' && extendsTo(known, [telling, old]) ? 200 : 422;
  };

  type Step = {
    readonly telling: Telling;
    readonly old: number;
    readonly size: number;
    readonly by: 'log' | 'impostor';
    readonly proof: 'right' | 'wrong';
    readonly witness: 0 | 1 | 'restarted';
  };

  const steps = fc.array(
    fc.record({
      telling: fc.constantFrom(honest, other, { branch: 'c', shared: 2 }),
      old: fc.oneof({ weight: 3, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(12) }),
      size: fc.nat(12),
      by: fc.constantFrom('log' as const, 'log' as const, 'log' as const, 'impostor' as const),
      proof: fc.constantFrom('right' as const, 'right' as const, 'right' as const, 'wrong' as const),
      witness: fc.constantFrom(0 as const, 1 as const, 'restarted' as const),
    }),
    { maxLength: 30 },
  );

  const bodyFor = ({ telling, old, size, by, proof }: Step): Uint8Array => {
    const right = old > 0 && old <= size ? proofFrom(telling, BigInt(old), size) : [];
    const given = proof === 'right' ? right : [...right, new Uint8Array(32)];
    return bodyOf(old, given, (by === 'log' ? log : impostor).noteOf(telling, size));
  };

  it('it answers as the specification says, and never cosigns two histories, by two at once or started anew', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        folder = await mkdtemp(join(home, 'logs-'));
        const witnesses = [await open(), await open()];
        let known: readonly [Telling, number] = [honest, 0];
        for (const one of all) {
          // Most of the time a log knows what its witness has seen.
          const step = { ...one, old: one.old < 0 ? known[1] : one.old };
          const witness = one.witness === 'restarted' ? await open() : (witnesses[one.witness] ?? (await open()));
          const { status } = await witness.submit(bodyFor(step));
          expect(status).toBe(expected(known, step));
          if (status === 200) known = [step.telling, step.size];
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of submissions at once, to two witnesses on one folder, the cosigned ones are one history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 4 }), async (rounds) => {
        folder = await mkdtemp(join(home, 'logs-'));
        const witnesses = [await open(), await open()];
        let known = 0;
        const accepted: (readonly [Telling, number])[] = [];
        for (const round of rounds) {
          const before = known;
          const done = await Promise.all(
            round.map(async (one, at) => {
              const step: Step = { ...one, by: 'log', proof: 'right', old: before };
              const answer = await witnesses[at % 2]?.submit(bodyFor(step));
              return answer?.status === 200 ? ([step.telling, step.size] as const) : null;
            }),
          );
          accepted.push(...done.filter((pair) => pair !== null));
          known = accepted.reduce((most, [, size]) => Math.max(most, size), 0);
        }
        for (const one of accepted) for (const two of accepted) expect(extendsTo(one, two)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('when the disk fails', () => {
  const failing = (what: keyof RecordDisk, after: boolean): RecordDisk => ({
    ...recordDisk,
    [what]: async (...given: readonly [string, Uint8Array]) => {
      if (after) await recordDisk[what](...given);
      throw new Error('disk full');
    },
  });

  it.each([
    ['failed', false, 0n],
    ['failed, but stored', true, 5n],
  ])('a write that %s gives no cosignature, and the next witness goes by what is stored', async (_, after, size) => {
    const witness = await open(failing('placeNew', after));
    await expect(witness.submit(submission(honest, [0, 5]))).rejects.toThrow('disk full');
    const next = await open();
    const fork = await next.submit(submission({ branch: 'b', shared: 0 }, [0, 7]));
    expect(fork.status).toBe(size === 0n ? 200 : 409);
  });

  it('a failure to clear away gives no cosignature but spoils nothing', async () => {
    const witness = await open();
    for (let size = 0; size < 8; size += 1) await witness.submit(submission(honest, [size, size + 1]));
    await expect((await open(failing('remove', false))).submit(submission(honest, [8, 9]))).rejects.toThrow();
    expect((await witness.submit(submission(honest, [9, 9]))).status).toBe(200);
  });

  it('goes on with the next submission after one that failed', async () => {
    let broken = true;
    const witness = await open({
      ...recordDisk,
      placeNew: (...given) => (broken ? Promise.reject(new Error('disk full')) : recordDisk.placeNew(...given)),
    });
    await expect(witness.submit(submission(honest, [0, 5]))).rejects.toThrow('disk full');
    broken = false;
    expect((await witness.submit(submission(honest, [0, 5]))).status).toBe(200);
  });

  it('signs nothing over a record that is damaged or of another log', async () => {
    const witness = await open();
    await witness.submit(submission(honest, [0, 5]));
    const [records = ''] = await readdir(folder);
    for (const content of ['', 'nonsense', stranger.noteOf(honest, 5)]) {
      await writeFile(join(folder, records, '2'), content);
      await expect(witness.submit(submission(honest, [5, 7]))).rejects.toThrow(RecordDamaged);
    }
  });

  it('whoever slept while others went on records nothing', async () => {
    const awake = await open();
    let wake = (): void => undefined;
    let asleep = (): void => undefined;
    const fallen = new Promise<void>((resolve) => (asleep = resolve));
    const sleeper = await open({
      ...recordDisk,
      placeNew: async (...given) => {
        asleep();
        await new Promise<void>((resolve) => (wake = resolve));
        return recordDisk.placeNew(...given);
      },
    });
    const late = sleeper.submit(submission(other, [0, 12]));
    await fallen;
    // So far that the turn the sleeper means to take has been cleared away.
    for (let size = 0; size < 11; size += 1) await awake.submit(submission(honest, [size, size + 1]));
    wake();
    expect(await late).toEqual({ status: 409, contentType: 'text/x.tlog.size', body: '11\n' });
    expect(await awake.seen()).toEqual([{ origin: log.origin, size: 11n }]);
    expect(Buffer.from(rootAt(honest, 11))).not.toEqual(Buffer.from(rootAt(other, 11)));
  });
});
