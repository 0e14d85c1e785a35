import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from '../../apps/cli/src/program.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { assignment, establishTaskOffice } from './task-office.ts';

const title = 'Trả lời bà Hoa';
let api: RunningApi;
let folder = '';
let eventId = '';

type Ran = { readonly code: number; readonly text: string };
const ledger = async (args: readonly string[], ask?: (question: string) => Promise<string>): Promise<Ran> => {
  const said: string[] = [];
  const code = await runCli(args, {
    output: {
      line: (text = '') => void said.push(text),
      json: (value) => void said.push(JSON.stringify(value)),
      note: (text) => void said.push(text),
      progress: () => ({ advance: () => undefined, end: () => undefined }),
    },
    env: {
      DATABASE_URL: api.database.ownerUrl,
      LEDGER_APP_DATABASE_URL: api.database.appUrl,
      LEDGER_DATA_DIR: folder,
    },
    stop: new AbortController().signal,
    ...(ask && { ask }),
  });
  return { code, text: said.join('\n') };
};
const asked = (changes: Readonly<Record<string, string>> = {}): readonly string[] => {
  const options = {
    event: eventId,
    field: '/data/title',
    ground: 'Yêu cầu của chủ thể dữ liệu',
    clause: 'Điều 14 khoản 1',
    officer: 'giam-doc-tc',
    unit: 'stc',
    ...changes,
  };
  return ['erase', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])];
};
const kept = async (): Promise<readonly string[]> => {
  const values: string[] = [];
  for await (const { id, openings } of api.deps.store.readRaw())
    if (id === eventId) values.push(...openings.map(({ value }) => value));
  return values;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-erase-'));
  api = await runApi();
  const office = await establishTaskOffice(api);
  // Of another lead and without coordinators: the head of the finance department is not named in it.
  await office['chu-tich'].post('/v1/tasks', { taskId: 'nv-xoa', ...assignment, title, coordinators: [] });
  for await (const { id } of api.deps.store.readStream('task-nv-xoa')) eventId = id;
});
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('ledger erase', () => {
  it('R59 asks for a ground with its clause, and who decides', async () => {
    const { code, text } = await ledger(['erase', '--event', eventId, '--field', '/data/title']);
    expect([code, text.includes('--ground')]).toEqual([2, true]);
    expect((await ledger(['erase', '--help'])).code).toBe(0);
  });

  it('R59 lists what would go, and what cannot, without erasing or showing it', async () => {
    const { code, text } = await ledger([...asked(), '--field', '/data/title', '/actor', '--dry-run']);
    expect(code).toBe(0);
    expect(text).toContain('/data/title: sẽ xóa');
    expect(text).toContain('/actor: không niêm phong');
    expect(text).not.toContain(title);
    expect(await kept()).toContain(title);
  });

  it('R59 erases nothing when nobody confirms, when the person says no, and when a rule refuses', async () => {
    expect(await ledger(asked())).toMatchObject({ code: 2, text: expect.stringContaining('--yes') });
    const no = await ledger(asked(), async () => '');
    expect([no.code, no.text.includes('Không xóa gì')]).toEqual([2, true]);
    const self = await ledger([...asked({ officer: 'chu-tich', unit: 'ubnd' }), '--yes']);
    expect([self.code, self.text.includes('người khác phải quyết định')]).toEqual([1, true]);
    const unknown = await ledger([...asked({ event: 'nv-xoa' }), '--yes']);
    expect([unknown.code, unknown.text.includes('không có sự kiện nv-xoa')]).toEqual([1, true]);
    expect(await kept()).toContain(title);
  });

  it('R59 erases once the person has typed the word, with the document by number and symbol', async () => {
    const before = await kept();
    const questions: string[] = [];
    const yes = async (question: string): Promise<string> => {
      questions.push(question);
      return 'xóa';
    };
    const { code, text } = await ledger(asked({ document: '12/QĐ-STC' }), yes);
    expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('Đã xóa') });
    expect(questions).toHaveLength(1);
    expect(before.filter((value) => value !== title)).toEqual(await kept());
    await api.deps.readModels.waitFor(await api.deps.store.headPosition(), 10_000);
    while ((await api.deps.readModels.queries.uncleaned()) !== null);
    const { items } = await api.deps.readModels.queries.erasures();
    expect(items).toMatchObject([
      {
        eventId,
        document: { number: '12', symbol: 'QĐ-STC', title: null },
        actor: { id: 'giam-doc-tc' },
        views: 'clean',
      },
    ]);
    const again = await ledger([...asked({ officer: 'giam-doc', unit: 'sxd' }), '--yes', '--json']);
    expect([again.code, again.text.includes('đã được xóa')]).toEqual([1, true]);
  });
});
