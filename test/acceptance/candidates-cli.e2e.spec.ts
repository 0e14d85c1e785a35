import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import type { CandidatePage, DetectorsView, DutyPage } from '#contracts/candidate-views.ts';
import { runCli } from '../../apps/cli/src/program.ts';
import { at, CandidateOffice } from './candidate-office.ts';

describe('candidates on the command line', () => {
  let office: CandidateOffice;
  let folder: string;

  const ledger = async (...args: readonly string[]) => {
    const lines: string[] = [];
    const code = await runCli(args, {
      output: {
        line: (text = '') => void lines.push(text),
        json: (value) => void lines.push(JSON.stringify(value)),
        note: (text) => void lines.push(text),
        progress: () => ({ advance: () => undefined, end: () => undefined }),
      },
      env: {
        DATABASE_URL: office.api.database.ownerUrl,
        LEDGER_APP_DATABASE_URL: office.api.database.appUrl,
        LEDGER_DATA_DIR: folder,
      },
      stop: new AbortController().signal,
    });
    return { code, text: lines.join('\n') };
  };
  const json = async <T>(...args: readonly string[]): Promise<T> =>
    JSON.parse((await ledger(...args, '--json')).text) as T;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ledger-candidates-'));
    office = await CandidateOffice.open();
    await office.registered('C1', 'so-a', { deadline: at(10) });
    await office.act('gd-so-a', 'so-a', '/v1/office/obstacles', {
      occurredAt: at(2),
      unit: 'so-a',
      channel: 'ubnd',
      concerns: ['dossier-C1'],
      content: 'Thiếu số liệu',
    });
  });
  afterAll(async () => {
    await office.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('R23 R32 shows the candidates of a person and of a unit with rule, evidence and what mitigates them', async () => {
    const said = await ledger('candidates', '--officer', 'cb-so-a');
    expect(said.code).toBe(0);
    for (const text of ['không phải kết luận', 'R23 cv-1 §1', 'vướng mắc', 'dossier-C1', 'trực tiếp'])
      expect(said.text).toContain(text);
    expect(said.text).not.toMatch(/vi phạm/i);
    const ofHead = await json<CandidatePage>('candidates', '--officer', 'gd-so-a');
    expect(ofHead.items).toMatchObject([{ line: 'head', kind: 'overdue-dossier', performer: { id: 'cb-so-a' } }]);
    expect((await json<CandidatePage>('candidates', '--unit', 'so-a', '--as-of', '2025-08-10')).items).toEqual([]);
    expect((await ledger('candidates', '--unit', 'so-x')).code).not.toBe(0);
  });

  it('publishes the detectors with duty, limit and count', async () => {
    const said = await ledger('candidates');
    expect(said.text).toMatch(/inaction .*R64 .*inactionWorkingDays = 10/);
    const { counts } = await json<DetectorsView>('candidates');
    expect(counts.find(({ kind }) => kind === 'overdue-dossier')?.candidates).toBe(1);
  });

  it('R08 R33 has the trail show the other duties and the candidates of a person, too', async () => {
    const said = await ledger('trail', 'gd-so-a');
    for (const text of ['(other duties)', 'office-', 'Dấu hiệu cần xem xét', 'dossier-C1'])
      expect(said.text).toContain(text);
    const trail = await json<{ duties: DutyPage; candidates: CandidatePage }>('trail', 'gd-so-a');
    expect(trail.duties.items.map(({ type }) => type)).toEqual(['obstacle.reported']);
    expect(trail.candidates.items.map(({ kind }) => kind)).toEqual(['overdue-dossier']);
  });

  it('R08 R33 has the exported trail hold them, as its schema describes', async () => {
    const schema = JSON.parse(await readFile('config/export/trail-v2.schema.json', 'utf8')) as object;
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
    const file = join(folder, 'trail.json');
    expect((await ledger('export', '--officer', 'gd-so-a', '--format', 'json', '--out', file)).code).toBe(0);
    const trail = JSON.parse(await readFile(file, 'utf8')) as { duties: object[]; candidates: object[] };
    expect([validate(trail), validate.errors]).toEqual([true, null]);
    expect(trail.duties).toHaveLength(1);
    expect(trail.candidates).toMatchObject([{ state: 'candidate', line: 'head', kind: 'overdue-dossier' }]);
  });
});
