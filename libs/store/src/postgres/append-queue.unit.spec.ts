import { describe, expect, it } from '@jest/globals';
import { newStream } from '../contract/samples.ts';
import type { AppendResult } from '../event-store.ts';
import { sealAppend, type SealedAppend } from '../sealed-append.ts';
import { AppendQueue } from './append-queue.ts';
import type { Outcome } from './append-statements.ts';

const appendOf = (n: number): SealedAppend => sealAppend([newStream(`dossier-${n}`, n)], null);
const answer = (n: number): AppendResult => ({ cursor: BigInt(n), revisions: [0], repeated: false });
const numberOf = (append: SealedAppend): number => Number(append.requests[0]?.stream.split('-')[1]);

describe('append queue', () => {
  it('sends what arrives during a commit together, and answers each caller with its own outcome', async () => {
    const groups: number[][] = [];
    const queue = new AppendQueue(async (group) => {
      groups.push(group.map(numberOf));
      return group.map((append): Outcome => (numberOf(append) === 3 ? new Error('three') : answer(numberOf(append))));
    });
    const first = queue.add(appendOf(1)).then(() => Promise.allSettled([2, 3, 4].map((n) => queue.add(appendOf(n)))));
    const [two, three, four] = await first;
    expect(groups).toEqual([[1], [2, 3, 4]]);
    expect([two, four]).toEqual([
      { status: 'fulfilled', value: answer(2) },
      { status: 'fulfilled', value: answer(4) },
    ]);
    expect(three).toMatchObject({ status: 'rejected', reason: { message: 'three' } });
  });

  it('keeps one commit at a time and the order of arrival', async () => {
    let running = 0;
    const seen: number[] = [];
    const queue = new AppendQueue(async (group) => {
      running += 1;
      expect(running).toBe(1);
      await Promise.resolve();
      seen.push(...group.map(numberOf));
      running -= 1;
      return group.map((append) => answer(numberOf(append)));
    });
    const numbers = Array.from({ length: 5_000 }, (_, n) => n);
    await Promise.all(numbers.map((n) => queue.add(appendOf(n))));
    expect(seen).toEqual(numbers);
  });

  it('splits what is more than one call may carry, and lets a single large append go alone', async () => {
    const groups: number[] = [];
    const queue = new AppendQueue(async (group) => {
      groups.push(group.length);
      return group.map(() => answer(0));
    });
    const large = sealAppend([newStream('dossier-0', ...Array.from({ length: 3_000 }, (_, n) => n))], null);
    await Promise.all([queue.add(appendOf(1)), queue.add(large), queue.add(appendOf(2)), queue.add(appendOf(3))]);
    expect(groups).toEqual([1, 1, 2]);
  });

  it('gives a failed commit to every caller of its group and goes on with the next', async () => {
    let fails = true;
    const queue = new AppendQueue(async (group) => {
      if (!fails) return group.map(() => answer(9));
      fails = false;
      throw new Error('disk full');
    });
    const failed = await Promise.allSettled([queue.add(appendOf(1)), queue.add(appendOf(2))]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await queue.add(appendOf(3))).toEqual(answer(9));
  });

  it('is drained when everything taken in has its answer', async () => {
    const answered: number[] = [];
    const queue = new AppendQueue(async (group) => group.map(() => answer(0)));
    for (const n of [1, 2, 3]) void queue.add(appendOf(n)).then(() => answered.push(n));
    await queue.drained();
    expect(answered).toEqual([1, 2, 3]);
    await queue.drained();
  });
});
