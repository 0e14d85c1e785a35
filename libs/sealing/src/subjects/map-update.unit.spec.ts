import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyChain, extendChain, type ChainHead } from '#evidence/subject/chain.ts';
import { mapRoot, subjectKey } from '#evidence/subject/map.ts';
import { emptyRoot } from '#evidence/tree/node.ts';
import { formatPage, keyText, parsePage, placed, type MapPage, type PlacedSubject } from './map-page.ts';
import { updateMap, type LoadPages } from './map-update.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const chainOf = (length: number): ChainHead =>
  Array.from({ length }, (_, at) => at).reduce((chain, at) => extendChain(chain, BigInt(at), emptyRoot), emptyChain);

/** Pages as the database has them: as bytes. */
class StoredPages {
  readonly contents = new Map<string, Buffer>();
  readonly asked: string[] = [];

  readonly load: LoadPages = async (paths) => {
    this.asked.push(...paths);
    const found = paths.flatMap((path): [string, MapPage][] => {
      const content = this.contents.get(path);
      return content === undefined ? [] : [[path, parsePage(content)]];
    });
    return new Map(found);
  };

  async put(subjects: readonly PlacedSubject[]): Promise<string> {
    const { root, pages } = await updateMap(this.load, subjects);
    for (const [path, page] of pages) this.contents.set(path, formatPage(page));
    return hex(root);
  }
}

const plainRoot = (chains: ReadonlyMap<string, ChainHead>): string =>
  hex(
    mapRoot(
      [...chains]
        .map(([subject, chain]) => ({ key: subjectKey(subject), chain }))
        .sort((a, b) => Buffer.compare(a.key, b.key)),
    ),
  );

const names = fc.integer({ min: 0, max: 120 }).map((n) => `officer:cb-${n}`);

describe('the map in pages', () => {
  it('is the map made at once, after every round of changes', async () => {
    const rounds = fc.array(fc.uniqueArray(names, { minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rounds, async (history) => {
        const stored = new StoredPages();
        const chains = new Map<string, ChainHead>();
        for (const [round, subjects] of history.entries()) {
          for (const subject of subjects) chains.set(subject, chainOf(round + 1));
          const root = await stored.put(subjects.map((subject) => placed(keyText(subject), chainOf(round + 1))));
          expect(root).toBe(plainRoot(chains));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('parts subjects whose keys are alike far down', async () => {
    const alike = ['00', '01', '0f', 'f0'].map((end) => `${'a'.repeat(40)}${end}${'0'.repeat(22)}`);
    const chain = chainOf(1);
    const stored = new StoredPages();
    for (const [at, key] of alike.entries()) {
      const leaves = alike.slice(0, at + 1).map((each) => ({ key: Buffer.from(each, 'hex'), chain }));
      expect(await stored.put([placed(key, chain)])).toBe(hex(mapRoot(leaves)));
    }
  });

  it('looks at no more than the way to a subject', async () => {
    const stored = new StoredPages();
    const subjects = Array.from({ length: 5_000 }, (_, n) => placed(keyText(`dossier:${n}`), chainOf(1)));
    await stored.put(subjects);
    stored.asked.length = 0;
    await stored.put([placed(keyText('dossier:77'), chainOf(2))]);
    expect(stored.asked.length).toBeLessThanOrEqual(6);
    expect(stored.asked.every((path) => keyText('dossier:77').startsWith(path))).toBe(true);
  });

  it('does not go on without a page that is missing', async () => {
    const stored = new StoredPages();
    await stored.put(Array.from({ length: 100 }, (_, n) => placed(keyText(`dossier:${n}`), chainOf(1))));
    const digit = keyText('dossier:7').charAt(0);
    stored.contents.delete(digit);
    await expect(stored.put([placed(keyText('dossier:7'), chainOf(2))])).rejects.toThrow(`lacks its page ${digit}`);
  });
});
