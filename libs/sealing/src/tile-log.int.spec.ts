import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyConsistency } from '#evidence/tree/consistency.ts';
import { verifyInclusion } from '#evidence/tree/inclusion.ts';
import { strangerRanges, verifyJointInclusion } from '#evidence/tree/joint-inclusion.ts';
import { emptyRoot, nodeHash } from '#evidence/tree/node.ts';
import { consistencyRanges, inclusionRanges } from '#evidence/tree/ranges.ts';
import { disk, type Disk } from './durable-file.ts';
import { openTileLog, TileFault, type TileLog } from './tile-log.ts';

const leafOf = (n: number): Uint8Array => new Uint8Array(createHash('sha256').update(`leaf ${n}`).digest());
const manyLeaves = Array.from({ length: 71_000 }, (_, n) => leafOf(n));
const leavesOf = (from: number, to: number): Uint8Array[] => manyLeaves.slice(from, to);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** RFC 6962 section 2.1 word for word: nothing shared with what is tested. */
const plainRoot = (leaves: readonly Uint8Array[]): Uint8Array => {
  const [first] = leaves;
  if (first === undefined) return emptyRoot;
  if (leaves.length === 1) return first;
  let split = 1;
  while (2 * split < leaves.length) split *= 2;
  return nodeHash(plainRoot(leaves.slice(0, split)), plainRoot(leaves.slice(split)));
};

const filesUnder = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

class Stopped extends Error {}

/** The machine stops at the n-th step on the disk: before it, after it, or in the middle of what is written. */
const stoppingAt = (step: number, how: 'before' | 'after' | 'torn'): Disk => {
  let done = 0;
  const guarded =
    <Args extends readonly unknown[], T>(work: (...args: Args) => Promise<T>): ((...args: Args) => Promise<T>) =>
    async (...args) => {
      done += 1;
      if (done > step || (done === step && how === 'before')) throw new Stopped();
      if (done === step && how === 'torn') {
        const torn = args.map((arg) => (arg instanceof Uint8Array ? arg.subarray(0, arg.length >> 1) : arg));
        await work(...(torn as unknown as Args));
        throw new Stopped();
      }
      const answer = await work(...args);
      if (done === step) throw new Stopped();
      return answer;
    };
  return {
    write: guarded((path, bytes, mode) => disk.write(path, bytes, mode)),
    rename: guarded((from, to) => disk.rename(from, to)),
    makeFolder: guarded((path) => disk.makeFolder(path)),
    syncFolder: guarded((path) => disk.syncFolder(path)),
    remove: guarded((path) => disk.remove(path)),
    removeFolder: guarded((path) => disk.removeFolder(path)),
  };
};

describe('a log in tiles', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tile-log-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const filled = async (...sizes: readonly number[]): Promise<TileLog> => {
    const log = await openTileLog(folder);
    for (const size of sizes) await log.append(leavesOf(Number(log.size), size));
    return log;
  };

  const expectTree = async (log: TileLog, size: number): Promise<void> => {
    expect(log.size).toBe(BigInt(size));
    const leaves = leavesOf(0, size);
    expect(hex(log.root())).toBe(hex(plainRoot(leaves)));
    expect((await log.leaves(0n, log.size)).map(hex)).toEqual(leaves.map(hex));
  };

  it('begins empty, and is the plain tree after every growth, opened again or not', async () => {
    await expectTree(await openTileLog(folder), 0);
    for (const size of [1, 2, 255, 256, 257, 511, 512, 1000, 2049]) {
      await expectTree(await filled(size), size);
      await expectTree(await openTileLog(folder), size);
    }
  });

  it('is the same tree in however many pieces it grew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 6 }), async (pieces) => {
        const own = await mkdtemp(join(folder, 'piece-'));
        const log = await openTileLog(own);
        for (const piece of pieces) await log.append(leavesOf(Number(log.size), Number(log.size) + piece));
        const size = pieces.reduce((sum, piece) => sum + piece, 0);
        await expectTree(log, size);
        await expectTree(await openTileLog(own), size);
      }),
      { numRuns: 12 },
    );
  });

  it('lays its files out as tlog-tiles has it, and keeps the partial tiles of one tree before', async () => {
    await filled(70_000);
    expect(await filesUnder(folder)).toEqual(
      expect.arrayContaining(['tile/0/272', 'tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1']),
    );
    expect(await filesUnder(folder)).toHaveLength(273 + 1 + 1 + 1 + 1);
    expect(await readFile(join(folder, 'tile/0/000'))).toEqual(Buffer.concat(leavesOf(0, 256)));
    await filled(70_010, 70_020);
    const partials = (await filesUnder(folder)).filter((path) => path.startsWith('tile/0/273.p/'));
    expect(partials).toEqual(['tile/0/273.p/122', 'tile/0/273.p/132']);
    await filled(70_150, 70_151);
    expect((await filesUnder(folder)).filter((path) => path.includes('/0/27') && path.includes('.p/'))).toEqual([
      'tile/0/274.p/6',
      'tile/0/274.p/7',
    ]);
    expect(await readdir(join(folder, 'tile/0'))).not.toContain('273.p');
  });

  it.each([300, 65_535, 65_536, 65_537, 66_100])(
    'proves inclusion, jointly too, and growth at %d leaves',
    async (size) => {
      const log = await filled(size);
      const reader = await openTileLog(folder, { readOnly: true });
      const treeSize = log.size;
      const root = log.root();
      expect(hex(root)).toBe(hex(plainRoot(leavesOf(0, size))));
      const index = fc.oneof(fc.constantFrom(0, 255, 256, size - 1, size - 2), fc.nat({ max: size - 1 }));
      await fc.assert(
        fc.asyncProperty(index, fc.uniqueArray(index, { minLength: 1, maxLength: 20 }), async (one, several) => {
          const proof = await reader.rangeRoots(inclusionRanges(BigInt(one), treeSize));
          expect(verifyInclusion({ leafIndex: BigInt(one), treeSize, root, leafHash: leafOf(one), proof })).toEqual({
            ok: true,
          });
          const leaves = several.sort((a, b) => a - b).map((at) => ({ index: BigInt(at), hash: leafOf(at) }));
          const joint = await log.rangeRoots(
            strangerRanges(
              leaves.map((leaf) => leaf.index),
              treeSize,
            ),
          );
          expect(verifyJointInclusion({ treeSize, root, leaves, proof: joint })).toEqual({ ok: true });
          const growth = await log.rangeRoots(consistencyRanges(BigInt(one + 1), treeSize));
          const root1 = plainRoot(leavesOf(0, one + 1));
          expect(
            verifyConsistency({ size1: BigInt(one + 1), size2: treeSize, root1, root2: root, proof: growth }),
          ).toEqual({ ok: true });
        }),
        { numRuns: 8 },
      );
    },
  );

  it('answers nothing about leaves that are not there', async () => {
    const log = await filled(300);
    await expect(log.leaves(0n, 301n)).rejects.toThrow(RangeError);
    await expect(log.rangeRoots([{ from: 256n, to: 512n }])).rejects.toThrow(RangeError);
    await expect(log.append([new Uint8Array(31)])).rejects.toThrow(RangeError);
    expect(log.size).toBe(300n);
  });

  it('takes one growth at a time, and none as a reader', async () => {
    const log = await filled(10);
    const first = log.append(leavesOf(10, 600));
    await expect(log.append(leavesOf(600, 601))).rejects.toThrow('second-append');
    await first;
    await expectTree(log, 600);
    const reader = await openTileLog(folder, { readOnly: true });
    await expect(reader.append(leavesOf(600, 601))).rejects.toThrow('append');
  });

  it('goes on being the old tree to whoever opened it before it grew', async () => {
    await filled(600);
    const reader = await openTileLog(folder, { readOnly: true });
    const writer = await filled(700, 70_000);
    await expectTree(reader, 600);
    const proof = await writer.rangeRoots(consistencyRanges(600n, 70_000n));
    expect(
      verifyConsistency({ size1: 600n, size2: 70_000n, root1: reader.root(), root2: writer.root(), proof }),
    ).toEqual({ ok: true });
  });

  it('can be opened by others at any moment while it grows', async () => {
    const writer = await filled(300);
    const sizes: number[] = [];
    let grows = true;
    const read = async (): Promise<void> => {
      while (grows) {
        const reader = await openTileLog(folder, { readOnly: true });
        expect(hex(reader.root())).toBe(hex(plainRoot(leavesOf(0, Number(reader.size)))));
        sizes.push(Number(reader.size));
      }
    };
    const write = async (): Promise<void> => {
      for (let size = 329; size < 1_800; size += 29) await writer.append(leavesOf(Number(writer.size), size));
      grows = false;
    };
    await Promise.all([read(), write()]);
    expect(new Set(sizes).size).toBeGreaterThan(3);
  });

  describe('when the machine stops in the middle of growing', () => {
    /** From a tree that ends in these three sizes; answers the sizes found after a stop at each step of the last growth. */
    const stopEverywhere = async (
      [first, second, last]: readonly [number, number, number],
      how: 'before' | 'after' | 'torn',
    ): Promise<ReadonlySet<bigint>> => {
      await filled(first, second);
      const whole = plainRoot(leavesOf(0, last));
      const sizes = new Set<bigint>();
      for (let step = 1, stopped = true; stopped; step += 1) {
        const own = `${folder}-${step}`;
        await cp(folder, own, { recursive: true });
        const log = await openTileLog(own, { disk: stoppingAt(step, how) });
        stopped = await log.append(leavesOf(second, last)).then(
          () => false,
          (error: unknown) => error instanceof Stopped,
        );
        if (stopped) await expect(log.append([leafOf(0)])).rejects.toThrow('not open to appending');
        const reader = await openTileLog(own, { readOnly: true });
        const left = await openTileLog(own);
        sizes.add(left.size);
        expect(left.size).toBeGreaterThanOrEqual(BigInt(second));
        expect([reader.size, hex(reader.root())]).toEqual([left.size, hex(left.root())]);
        expect((await filesUnder(own)).filter((path) => path.endsWith('.new'))).toEqual([]);
        await left.append(leavesOf(Number(left.size), last));
        expect(hex(left.root())).toBe(hex(whole));
        await rm(own, { recursive: true, force: true });
      }
      return sizes;
    };

    it.each(['before', 'after', 'torn'] as const)('%s a step: a shorter tree is left, and grows on', async (how) => {
      expect(await stopEverywhere([250, 600, 1000], how)).toEqual(new Set([600n, 768n, 1000n]));
    });

    it('a shorter tree is left where a higher level begins, too', async () => {
      const sizes = await stopEverywhere([65_250, 65_400, 65_600], 'torn');
      expect(sizes).toEqual(new Set([65_400n, 65_536n, 65_600n]));
    });
  });

  describe('refuses files that do not fit together, and names the one at fault', () => {
    const fault = async (open: () => Promise<unknown>): Promise<string> =>
      open().then(
        () => 'no fault',
        (error: unknown) => (error instanceof TileFault ? error.path : String(error)),
      );
    const opening = (): Promise<string> => fault(() => openTileLog(folder));

    beforeEach(async () => {
      await filled(66_000, 66_500);
    });

    it('a partial tile cut short', async () => {
      await truncate(join(folder, 'tile/0/259.p/196'), 33);
      expect(await opening()).toBe('tile/0/259.p/196');
    });

    it('a full tile cut short, when it is opened or when it is read', async () => {
      await truncate(join(folder, 'tile/0/258'), 8191);
      expect(await opening()).toBe('tile/0/258');
      await writeFile(join(folder, 'tile/0/258'), Buffer.concat(leavesOf(258 * 256, 259 * 256)));
      const log = await openTileLog(folder);
      await truncate(join(folder, 'tile/0/007'), 8191);
      expect(await fault(() => log.leaves(7n * 256n, 7n * 256n + 1n))).toBe('tile/0/007');
    });

    it('a tile taken away, below one that was made from it', async () => {
      await rm(join(folder, 'tile/0/007'));
      expect(await opening()).toBe('tile/0/007');
    });

    it('the last tiles taken away', async () => {
      await rm(join(folder, 'tile/0/258'));
      await rm(join(folder, 'tile/0/259.p'), { recursive: true });
      expect(await opening()).toBe('tile/0/258');
    });

    it('a tile of other content, when it is read', async () => {
      const log = await openTileLog(folder);
      await writeFile(join(folder, 'tile/0/007'), Buffer.concat(leavesOf(0, 256)));
      expect(await fault(() => log.leaves(2000n, 2001n))).toBe('tile/0/007');
      expect(await fault(() => log.rangeRoots(inclusionRanges(2000n, log.size)))).toBe('tile/0/007');
    });

    it('a last tile of other content, when it is opened', async () => {
      await writeFile(join(folder, 'tile/0/258'), Buffer.concat(leavesOf(0, 256)));
      expect(await opening()).toBe('tile/1/001.p/3');
    });

    it('a wider partial tile that does not begin as the narrower one beside it', async () => {
      await filled(66_510);
      const bytes = await readFile(join(folder, 'tile/0/259.p/196'));
      bytes.set(leafOf(1), 0);
      await writeFile(join(folder, 'tile/0/259.p/196'), bytes);
      expect(await opening()).toBe('tile/0/259.p/206');
    });

    it('but makes again what is above level 0 and was lost', async () => {
      await rm(join(folder, 'tile/1'), { recursive: true });
      await rm(join(folder, 'tile/2'), { recursive: true });
      const names = ['tile/1/000', 'tile/1/001.p/3', 'tile/2/000.p/1'];
      await expectTree(await openTileLog(folder, { readOnly: true }), 66_500);
      expect(await filesUnder(folder)).not.toEqual(expect.arrayContaining(names));
      await expectTree(await openTileLog(folder), 66_500);
      expect(await filesUnder(folder)).toEqual(expect.arrayContaining(names));
    });
  });
});
