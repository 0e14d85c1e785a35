import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { by, day, History, officer } from '../support/history.ts';
import { AuditedLedger } from './verify-full-ledger.ts';

/** `VERIFY_RUNS=100 npm test -- verify-full-random` is the long form; VERIFY_SEED repeats one. */
const numRuns = Number(process.env['VERIFY_RUNS'] ?? 8);
const seed = Number(process.env['VERIFY_SEED'] ?? 95);

const holders = [by(officer('an'), 'u'), by(officer('binh'), 'u')] as const;

/** Acts on a few dossiers, in an order that the numbers give. */
const lifeOf = (turns: readonly number[]): History => {
  const history = new History().unit('u').officers('an', 'binh');
  const held = new Map<string, 0 | 1>();
  for (const [at, turn] of turns.entries()) {
    const id = `d${turn % 7}`;
    const holder = held.get(id);
    if (holder === undefined) history.register(id, holders[0], { subject: `Hồ sơ ông Tý ${turn}`, at: day(at) });
    else history.handOff(id, holders[holder], holders[holder === 0 ? 1 : 0], day(at));
    held.set(id, holder === 0 ? 1 : 0);
  }
  return history;
};

type Spoilt = {
  readonly ledger: AuditedLedger;
  readonly sealed: number;
  readonly pick: number;
};
type Named = { readonly position?: number; readonly file?: string };
const quoted = (text: string): string => `replace(${text}, '"recordedAt":"2', '"recordedAt":"1')`;
const shift = (table: string, from: number): readonly string[] => [
  `update ledger.${table} set position = position + 100000 where position > ${from}`,
  `update ledger.${table} set position = position - 100001 where position > ${from}`,
];

/** Each spoils one thing and says what must be named. */
const tamperings: Readonly<Record<string, (spoilt: Spoilt) => Promise<Named>>> = {
  'write over': async ({ ledger, sealed, pick }) => {
    const position = pick % sealed;
    await ledger.asAdmin(`update ledger.event set canonical = ${quoted('canonical')} where position = ${position}`);
    return { position };
  },
  'take out': async ({ ledger, sealed, pick }) => {
    const position = pick % (sealed - 1);
    await ledger.asAdmin(`delete from ledger.event where position = ${position}`);
    return { position };
  },
  'take out and renumber': async ({ ledger, sealed, pick }) => {
    const position = pick % (sealed - 1);
    await ledger.asAdmin(
      `delete from ledger.event where position = ${position}`,
      `delete from ledger.sealed_value where position = ${position}`,
      ...shift('event', position),
      ...shift('sealed_value', position),
      'update ledger.counter set next_position = next_position - 1',
    );
    return { position };
  },
  'cut off': async ({ ledger, sealed, pick }) => {
    const position = 1 + (pick % (sealed - 1));
    await ledger.asAdmin(
      `delete from ledger.event where position >= ${position}`,
      `delete from ledger.sealed_value where position >= ${position}`,
      `update ledger.counter set next_position = ${position}`,
      'delete from evidence.subject; delete from evidence.stretch; delete from evidence.map_page',
      `update evidence.state set size = 0, root = decode(repeat('00', 32), 'hex'), subjects = 0`,
    );
    return { position };
  },
  'change the text behind a seal': async ({ ledger, pick }) => {
    const rows = await ledger.asAdmin<{ position: string }>('select position from ledger.sealed_value order by 1');
    const position = Number(rows[pick % rows.length]?.position);
    await ledger.asAdmin(`update ledger.sealed_value set value = value || '.' where position = ${position}`);
    return { position };
  },
  'change a byte of a tile': async ({ ledger, sealed, pick }) => {
    const file = `log/1/tile/0/000.p/${sealed}`;
    const bytes = await readFile(join(ledger.evidence, file));
    bytes[pick % bytes.length] = (bytes[pick % bytes.length] ?? 0) ^ 0x40;
    await writeFile(join(ledger.evidence, file), bytes);
    return { file };
  },
  'change a byte of a checkpoint': async ({ ledger, sealed, pick }) => {
    const file = `log/1/checkpoints/${sealed}`;
    const bytes = await readFile(join(ledger.evidence, file));
    bytes[pick % bytes.length] = (bytes[pick % bytes.length] ?? 0) ^ 0x04;
    await writeFile(join(ledger.evidence, file), bytes);
    return { file };
  },
  'take a tile away': async ({ ledger, sealed }) => {
    const file = `log/1/tile/0/000.p/${sealed}`;
    await rm(join(ledger.evidence, file));
    return { file };
  },
};

const names = fc.constantFrom(...Object.keys(tamperings));

/** A second checkpoint over more of the same. */
const goOn = async (ledger: AuditedLedger): Promise<void> => {
  await ledger.onStore(async (store) => {
    for await (const stored of store.readAll({ types: ['dossier.registered'] })) {
      const { stream, id, revision: _revision, position: _position, anchor: _anchor, ...event } = stored;
      const again = { ...event, id: `f${id.slice(1)}` };
      await store.append({ stream: `${stream}-b`, expected: 'no-stream', events: [again] });
    }
  });
  await ledger.seal();
};

let ledger: AuditedLedger | null = null;
afterEach(async () => {
  await ledger?.dispose();
});

describe('a random history and one random tampering', () => {
  const life = fc.array(fc.nat(1000), { minLength: 5, maxLength: 60 });

  it('is never intact, and what was spoilt is named first', async () => {
    await fc.assert(
      fc.asyncProperty(life, fc.boolean(), names, fc.nat(), async (turns, twice, name, pick) => {
        await ledger?.dispose();
        ledger = await AuditedLedger.empty();
        await ledger.append(lifeOf(turns));
        await ledger.seal();
        if (twice) await goOn(ledger);
        const clean = await ledger.verify('--skip-views');
        expect([clean.verdict, clean.findings]).toEqual(['intact', []]);
        const sealed = Number(clean.covered);
        const named = await tamperings[name]?.({ ledger, sealed, pick });
        const answer = await ledger.verify('--skip-views');
        expect([name, answer.verdict]).not.toEqual([name, 'intact']);
        const [found] = answer.findings;
        if (named?.position !== undefined) expect([name, found?.position]).toEqual([name, String(named.position)]);
        else expect([name, found?.vi]).toEqual([name, expect.stringContaining(named?.file ?? '?')]);
      }),
      { numRuns, seed, endOnFailure: true },
    );
  }, 3_600_000);
});
