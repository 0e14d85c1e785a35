import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signerOf } from '#evidence/note/ed25519.ts';
import { parseNote, signNote } from '#evidence/note/note.ts';
import { by, day, History, officer } from '../support/history.ts';
import { AuditedLedger } from './verify-full-ledger.ts';

const [an, binh] = [by(officer('an'), 'u'), by(officer('binh'), 'u')];

/** Dossiers in two streams' turns, so that events of many streams lie between each other. */
const lifeOf = (from: number, to: number): History => {
  const history = from === 0 ? new History().unit('u').officers('an', 'binh') : new History();
  for (let n = from; n < to; n += 1) history.register(`d${n}`, an, { subject: `Hồ sơ bà Hoà ${n}` });
  for (let n = from; n < to; n += 1) history.handOff(`d${n}`, an, binh, day(1));
  return history;
};

let older: AuditedLedger;
let base: AuditedLedger;
let ledger: AuditedLedger;

beforeAll(async () => {
  older = await AuditedLedger.empty();
  await older.append(lifeOf(0, 100));
  await older.seal();
  base = await older.copy();
  await base.append(lifeOf(100, 290));
  await base.seal();
  expect(await base.verify()).toMatchObject({ verdict: 'intact' });
});
afterAll(async () => {
  await base.dispose();
  await older.dispose();
});

/** A dossier event in the midst of what is sealed. */
const place = 57;
const spoil = (text: string): string => `replace(${text}, '"capacity":"own"', '"capacity":"acting"')`;

beforeEach(async () => {
  ledger = await base.copy();
});
afterEach(() => ledger.dispose());

describe('a ledger that nobody touched', () => {
  it('is intact, and everything was looked at', async () => {
    const answer = await ledger.verify();
    expect(answer).toMatchObject({ code: 0, verdict: 'intact', findings: [], covered: answer.counts['events'] });
    expect(answer.remarks.map(({ code }) => code)).toEqual(['no-policy']);
    expect(answer.unchecked.map(({ code }) => code)).toEqual(['times-not-judged']);
    expect(answer.counts).toMatchObject({ maps: 2, checkpoints: 4, erasedFields: 0 });
    for (const name of ['streams', 'tiles', 'subjects', 'sealedFields'])
      expect(Number(answer.counts[name])).toBeGreaterThan(3);
  });

  it('says so in Vietnamese first, or in the language asked for', async () => {
    const { code, said } = await ledger.ledger('verify', '--full', '--skip-views');
    expect(code).toBe(0);
    expect(said).toMatch(/^NGUYÊN VẸN\n[^]*Chưa kiểm:[^]*bảng tra cứu[^]*\nINTACT\n[^]*the views were not compared/);
    expect((await ledger.ledger('verify', '--full', '--skip-views', '--lang', 'en')).said).toMatch(/^INTACT\n/);
  });

  it('is judged by the policy of the reader where there is one', async () => {
    const policy = join(ledger.evidence, 'policy.json');
    const own = await readFile(join(ledger.evidence, 'log/1/key'), 'utf8');
    const write = (key: string) =>
      writeFile(
        policy,
        JSON.stringify({
          policy: 'accountability-ledger/1',
          logs: [{ key }],
          witnesses: [],
          quorum: 0,
          timestamps: { roots: [], required: false },
        }),
      );
    await write(own.trim());
    const trusted = await ledger.verify('--skip-views', '--policy', policy);
    expect(trusted).toMatchObject({ verdict: 'intact' });
    expect(trusted.remarks.map(({ code }) => code)).toEqual(['no-witness']);
    const other = await AuditedLedger.empty();
    await other.append(lifeOf(0, 1));
    await other.seal();
    await write((await readFile(join(other.evidence, 'log/1/key'), 'utf8')).trim());
    await other.dispose();
    expect(await ledger.verify('--skip-views', '--policy', policy)).toMatchObject({
      code: 2,
      verdict: 'unverifiable',
      findings: [{ code: 'policy-key-unknown' }],
    });
  });

  it('takes no bundle beside it', async () => {
    expect((await ledger.ledger('verify', 'file', '--full')).code).toBe(2);
    expect((await ledger.ledger('verify', 'file', '--skip-views')).code).toBe(2);
  });
});

describe('what is not there to compare with', () => {
  it('an empty ledger with nothing signed proves nothing: one wiped clean would look the same', async () => {
    const empty = await AuditedLedger.empty();
    expect(await empty.verify()).toMatchObject({
      code: 2,
      verdict: 'unverifiable',
      findings: [{ code: 'nothing-sealed' }],
    });
    await empty.append(lifeOf(0, 2));
    expect(await empty.verify()).toMatchObject({ findings: [{ code: 'nothing-sealed' }] });
    await empty.dispose();
  });

  it('an evidence folder that is gone', async () => {
    await rm(ledger.evidence, { recursive: true });
    expect(await ledger.verify('--skip-views')).toMatchObject({
      code: 2,
      verdict: 'unverifiable',
      findings: [{ code: 'log-missing' }, { code: 'nothing-sealed' }],
    });
  });

  it('a database that cannot be reached is neither intact nor tampered', async () => {
    const nowhere = await AuditedLedger.empty({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    expect(await nowhere.verify()).toMatchObject({
      code: 2,
      verdict: 'unverifiable',
      findings: [{ code: 'store-unavailable' }],
    });
    await nowhere.dispose();
  });

  it('events after the last checkpoint are named as not covered', async () => {
    const { counts } = await ledger.verify('--skip-views');
    await ledger.append(lifeOf(290, 291));
    const answer = await ledger.verify('--skip-views');
    expect(answer).toMatchObject({ code: 0, verdict: 'intact', covered: counts['events'] });
    expect(answer.remarks).toMatchObject([
      { code: 'not-yet-covered', position: counts['events'], found: '2' },
      { code: 'no-policy' },
    ]);
  });
});

describe('whoever holds the database', () => {
  it.each<readonly [name: string, sql: readonly string[], code: string, position: number]>([
    [
      'writes other words over an event',
      [`update ledger.event set canonical = ${spoil('canonical')} where position = ${place}`],
      'event-changed',
      place,
    ],
    [
      'keeps the hash of what was there',
      [
        'alter table ledger.incoming detach partition ledger.event',
        'alter table ledger.event alter column leaf drop expression',
        `update ledger.event set canonical = ${spoil('canonical')} where position = ${place}`,
      ],
      'leaf-differs',
      place,
    ],
    [
      'writes the same in other bytes',
      [`update ledger.event set canonical = replace(canonical, '{"actor"', '{ "actor"') where position = ${place}`],
      'event-not-canonical',
      place,
    ],
    ['takes one out of the middle', [`delete from ledger.event where position = ${place}`], 'position-gap', place],
    [
      'takes one out and closes the gap',
      [
        `delete from ledger.event where position = ${place}`,
        `delete from ledger.sealed_value where position = ${place}`,
        `update ledger.event set position = position + 100000 where position > ${place}`,
        `update ledger.event set position = position - 100001 where position > ${place}`,
        `update ledger.sealed_value set position = position + 100000 where position > ${place}`,
        `update ledger.sealed_value set position = position - 100001 where position > ${place}`,
        'update ledger.counter set next_position = next_position - 1',
      ],
      'event-changed',
      place,
    ],
    [
      'lets two change places',
      [
        `update ledger.event set position = 100000 where position = ${place}`,
        `update ledger.event set position = ${place} where position = ${place + 2}`,
        `update ledger.event set position = ${place + 2} where position = 100000`,
        `update ledger.sealed_value set position = 100000 where position = ${place}`,
        `update ledger.sealed_value set position = ${place} where position = ${place + 2}`,
        `update ledger.sealed_value set position = ${place + 2} where position = 100000`,
      ],
      'event-changed',
      place,
    ],
    [
      'gives one another place in its stream',
      [`update ledger.event set revision = revision + 5 where position = ${place}`],
      'revision-wrong',
      place,
    ],
    [
      'moves one to another stream',
      [`update ledger.event set stream = 'dossier-other' where position = ${place}`],
      'event-columns-differ',
      place,
    ],
    [
      'puts other words behind a seal',
      [`update ledger.sealed_value set value = 'khác' where position = ${place}`],
      'opening-wrong',
      place,
    ],
    [
      'takes the words behind a seal away',
      [`delete from ledger.sealed_value where position = ${place}`],
      'opening-missing',
      place,
    ],
    [
      'puts words behind no seal',
      [
        `insert into ledger.sealed_value select ${place}, '/data/no', salt, value from ledger.sealed_value limit 1`,
        `insert into ledger.sealed_value select 0, '/data/no', salt, value from ledger.sealed_value limit 1`,
      ],
      'opening-foreign',
      0,
    ],
  ])('%s', async (_name, sql, code, position) => {
    await ledger.asAdmin(...sql);
    const answer = await ledger.verify('--skip-views');
    expect(answer).toMatchObject({ code: 1, verdict: 'tampered' });
    expect(answer.findings[0]).toMatchObject({ code, position: String(position) });
    expect(answer.findings[0]?.vi).toContain(`việc số ${position}`);
  });

  it('changes an event near the end, of which no tile is full', async () => {
    const [last] = await ledger.asAdmin<{ position: string }>(
      `select position from ledger.event where type = 'dossier.handed-off' order by position desc limit 1`,
    );
    const position = last?.position ?? '';
    await ledger.asAdmin(`update ledger.event set canonical = ${spoil('canonical')} where position = ${position}`);
    const answer = await ledger.verify('--skip-views');
    expect(answer.findings[0]).toMatchObject({ code: 'event-changed', position });
  });

  it.each([false, true])('takes the last event away (the counter set back: %s)', async (counted) => {
    const [last] = await ledger.asAdmin<{ position: string }>('select max(position) as position from ledger.event');
    const position = last?.position ?? '';
    await ledger.asAdmin(
      `delete from ledger.event where position = ${position}`,
      ...(counted ? ['update ledger.counter set next_position = next_position - 1'] : []),
    );
    const answer = await ledger.verify('--skip-views');
    expect(answer).toMatchObject({ code: 1, verdict: 'tampered' });
    expect(answer.findings.find(({ code }) => code === 'events-missing')).toMatchObject({ position });
    expect(answer.findings[0]?.position).toBe(position);
  });

  const forged = `insert into ledger.event (position, id, revision, stream, type, canonical)
    select c.next_position, 'ffffffff-0000-7000-8000-000000000000', 0, 'dossier-forged', e.type,
           replace(replace(e.canonical, e.id::text, 'ffffffff-0000-7000-8000-000000000000'),
                   '"stream":"' || e.stream || '"', '"stream":"dossier-forged"')
      from ledger.event e, ledger.counter c where e.type = 'unit.established'`;

  it('adds an event at the end by no door of the ledger', async () => {
    await ledger.asAdmin(forged);
    const answer = await ledger.verify('--skip-views');
    expect(answer.findings[0]).toMatchObject({ code: 'counter-differs', position: answer.covered });
  });

  it('adds one and counts it: nothing tells it from others, but that no checkpoint covers it', async () => {
    await ledger.asAdmin(forged, 'update ledger.counter set next_position = next_position + 1');
    const answer = await ledger.verify('--skip-views');
    expect(answer).toMatchObject({ code: 0, remarks: [{ code: 'not-yet-covered', found: '1' }, {}] });
    // Under a position that was sealed it is found out at once.
    await ledger.asAdmin('update ledger.counter set next_position = next_position - 1');
    expect((await ledger.verify('--skip-views')).code).toBe(1);
  });

  it('puts an older copy in its place', async () => {
    const restored = await older.copy();
    await restored.besideEvidenceOf(ledger);
    const answer = await restored.verify('--skip-views');
    const { counts } = await older.verify('--skip-views');
    expect(answer).toMatchObject({
      code: 1,
      findings: [{ code: 'events-missing', position: counts['events'], found: counts['events'] }],
    });
    await restored.dispose();
  });

  it.each<readonly [sql: string, named: string]>([
    [`update evidence.subject set head = decode(repeat('00', 32), 'hex') where name = 'officer:an'`, 'officer:an'],
    [`update evidence.subject set count = count + 1 where name = 'officer:an'`, 'officer:an'],
    [`delete from evidence.subject where name = 'dossier:d7'`, 'evidence.subject'],
    [`update evidence.stretch set positions = positions[2:] where cardinality(positions) > 5`, ''],
    [`update evidence.map_page set content = overlay(content placing '\\x00' from 40 for 1) where path = '3'`, '"3"'],
    [`delete from evidence.map_page where path = '3'`, 'map_page'],
    [`update evidence.state set root = decode(repeat('11', 32), 'hex')`, 'evidence.state'],
    [`update evidence.state set size = 1000000`, 'evidence.state'],
  ])('changes the subject index: %s', async (sql, named) => {
    await ledger.asAdmin(sql);
    const answer = await ledger.verify('--skip-views');
    expect(answer).toMatchObject({
      code: 1,
      findings: expect.arrayContaining([expect.objectContaining({ code: 'index-differs' })]),
    });
    expect(answer.findings[0]?.vi).toContain(named);
  });

  it('changes a row of a view', async () => {
    await ledger.asAdmin(`update views.dossier set subject = 'Hồ sơ ông khác' where dossier_id = 'd7'`);
    const answer = await ledger.verify();
    expect(answer).toMatchObject({ code: 1, verdict: 'tampered' });
    const [there, due] = answer.findings;
    expect(there).toMatchObject({ code: 'view-differs', found: expect.stringContaining('Hồ sơ ông khác') });
    expect(due).toMatchObject({ code: 'view-differs', wanted: expect.stringContaining('Hồ sơ bà Hoà 7') });
    expect(there?.vi).toContain('views.dossier');
  });

  it('writes the words of a lawful erasure: these are counted apart, and others are not excused by it', async () => {
    const [event] = await ledger.asAdmin<{ id: string }>(`select id from ledger.event where position = ${place}`);
    const [field] = await ledger.asAdmin<{ path: string }>(
      `select path from ledger.sealed_value where position = ${place}`,
    );
    await ledger.onStore(async (store) => {
      const stored = [];
      for await (const each of store.readAll({ fromPosition: BigInt(place), limit: 1 })) stored.push(each);
      const [{ revision: _revision, position: _position, stream: _stream, ...like } = { id: '' }] = stored;
      const id = '01890000-0000-7000-8000-0000000e7a5e';
      const data = {
        eventId: event?.id,
        paths: [field?.path],
        subjects: ['officer:an'],
        ground: { text: 'Yêu cầu của chủ thể dữ liệu', clause: 'Điều 14 khoản 1' },
        document: null,
      };
      const erasure = { ...like, id, type: 'sealed-field.erased', version: 1, data };
      await store.append({ stream: `erasure-${event?.id}`, expected: 'no-stream', events: [erasure as never] });
      const unfinished = await ledger.verify('--skip-views');
      expect(unfinished.remarks.map(({ code }) => code)).toContain('erasure-not-carried-out');
      await store.erase(await store.headPosition());
    });
    expect(await ledger.verify('--skip-views')).toMatchObject({
      verdict: 'intact',
      counts: { erasedFields: 1 },
    });
    await ledger.asAdmin(`delete from ledger.sealed_value where position = ${place + 1}`);
    const answer = await ledger.verify('--skip-views');
    expect(answer).toMatchObject({ code: 1 });
    for (const { code, position } of answer.findings)
      expect([code, position]).toEqual(['opening-missing', String(place + 1)]);
  });
});

describe('whoever holds the evidence folder', () => {
  const at = (path: string): string => join(ledger.evidence, path);

  it.each(['log/1/tile/0/000', 'log/1/tile/1/000.p/2'])('changes a byte of the tile %s', async (path) => {
    const bytes = await readFile(at(path));
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(at(path), bytes);
    const answer = await ledger.verify('--skip-views');
    expect(answer).toMatchObject({ code: 1, verdict: 'tampered' });
    expect(answer.findings.map(({ code }) => code)).toEqual(['tile-differs']);
    expect(answer.findings[0]?.vi).toContain(path);
  });

  it('takes a tile away', async () => {
    await rm(at('log/1/tile/0/001'));
    const answer = await ledger.verify('--skip-views');
    expect(answer).toMatchObject({ code: 2, findings: [{ code: 'tile-missing' }] });
    expect(answer.findings[0]?.vi).toContain('tile/0/001');
  });

  it('signs a checkpoint with another key', async () => {
    const note = await readFile(at('log/1/checkpoint'));
    const parsed = parseNote(note);
    const text = parsed.ok ? parsed.note.text : '';
    const [origin = '', size = ''] = text.split('\n');
    const other = signerOf(origin, new Uint8Array(createHash('sha256').update('other').digest()));
    await writeFile(at(`log/1/checkpoints/${size}`), signNote(text, [other]));
    const answer = await ledger.verify('--skip-views');
    expect(answer).toMatchObject({ code: 1, findings: [{ code: 'checkpoint-other-key' }] });
    expect(answer.findings[0]?.vi).toContain(`checkpoints/${size}`);
  });

  it('takes a checkpoint for another size', async () => {
    const note = await readFile(at('log/1/checkpoint'), 'utf8');
    await writeFile(at('log/1/checkpoints/9'), note);
    expect(await ledger.verify('--skip-views')).toMatchObject({ code: 1, findings: [{ code: 'checkpoint-differs' }] });
    await writeFile(at('log/1/checkpoints/9'), note.slice(1));
    expect((await ledger.verify('--skip-views')).code).toBe(1);
  });

  it('changes the note that was signed last', async () => {
    await writeFile(at('signer/last-signed'), 'gì đó');
    expect(await ledger.verify('--skip-views')).toMatchObject({
      code: 1,
      findings: [{ code: 'checkpoint-malformed' }],
    });
  });
});

describe('a ledger that openly began anew', () => {
  it('is intact where it says so, and says from where the former log was another', async () => {
    const restored = await older.copy();
    await restored.besideEvidenceOf(ledger);
    await restored.append(lifeOf(500, 503));
    const { counts } = await older.verify('--skip-views');
    expect(await restored.verify('--skip-views')).toMatchObject({
      code: 1,
      findings: [{ code: 'event-changed', position: counts['events'] }],
    });
    const began = await restored.ledger('evidence', 'incarnation', '--reason', 'khôi phục sau hỏng đĩa');
    expect(began.code).toBe(0);
    const answer = await restored.verify('--skip-views');
    expect(answer).toMatchObject({ code: 0, verdict: 'intact', covered: answer.counts['events'] });
    expect(answer.remarks[0]).toMatchObject({ code: 'former-log-differs', position: counts['events'] });
    await restored.dispose();
  });

  it('goes on with another key, and not with the former one', async () => {
    expect((await ledger.ledger('evidence', 'rotate-key', '--reason', 'định kỳ')).code).toBe(0);
    await ledger.append(lifeOf(500, 502));
    await ledger.seal();
    expect(await ledger.verify('--skip-views')).toMatchObject({ code: 0, verdict: 'intact' });
  });
});
