import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { streamOf, type DomainEvent } from '#domain/events.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import {
  assignStep,
  judgeOffice,
  layDown,
  officeScenario,
  recordFinding,
  reportObstacle,
} from '../../../../test/fixtures/domain/office.ts';
import { known } from '../../../../test/fixtures/domain/case-reference.ts';
import { province } from '../../../../test/fixtures/domain/organisation.ts';
import {
  answer,
  confirmDelivery,
  judgeRecommendation,
  recommendationScenario,
  reportGeneric,
  send,
  toCentral,
} from '../../../../test/fixtures/domain/recommendation.ts';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import { runCli } from '../program.ts';

let database: FreshDatabase;
let folder: string;

const eventsOf = (decision: Decision<DomainEvent, string>): readonly DomainEvent[] => {
  if (!decision.accepted) throw new Error(decision.refusal.code);
  return decision.events;
};

/** Written as the API would: what a decider accepted, one stream each. */
const write = async (stream: string, acts: readonly { at: string; actor: Actor; events: readonly DomainEvent[] }[]) => {
  const store = openPostgresStore({ appUrl: database.appUrl });
  const events = acts.flatMap(({ at, actor, events: recorded }) =>
    recorded.map((event) => ({
      ...event,
      id: uuidv7(),
      occurredAt: at,
      recordedAt: at,
      actor: actor.party,
      unit: actor.unit,
      capacity: actor.capacity,
      provenance: { kind: 'entered' } as const,
      correlationId: 'story',
      causationId: null,
    })),
  );
  await store.append({ stream, expected: 'no-stream', events });
  await store.close();
};

const office = [
  { id: 'vm', command: reportObstacle },
  { id: 'qt', command: layDown },
  { id: 'pc', command: assignStep },
  { id: 'kl', command: recordFinding },
];
const story = [send, confirmDelivery, answer, reportGeneric] as const;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ledger-office-'));
  await migrateLedger(database.ownerUrl);
  for (const event of province) {
    if (event.type !== 'unit.established') continue;
    await write(streamOf.unit(event.data.unitId), [{ ...send, events: [event] }]);
  }
  await write(streamOf.officer('member'), [{ ...send, events: [known('member')] }]);
  for (const { id, command } of office) {
    await write(streamOf.office(id), [{ ...command, events: eventsOf(judgeOffice(officeScenario(command))) }]);
  }
  const acts = story.map((command, index) => ({
    ...command,
    events: eventsOf(judgeRecommendation(recommendationScenario(command, ...story.slice(0, index)))),
  }));
  await write(streamOf.recommendation('kn-1'), acts);
  const central = eventsOf(judgeRecommendation(recommendationScenario(toCentral)));
  await write(streamOf.recommendation('kn-2'), [{ ...toCentral, events: central }]);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const cli = async (...args: readonly string[]) => {
  const said: string[] = [];
  let json: unknown;
  const code = await runCli(args, {
    output: {
      line: (text = '') => void said.push(text),
      json: (value) => (json = value),
      note: (text) => void said.push(text),
      progress: () => ({ advance: () => undefined, end: () => undefined }),
    },
    env: { DATABASE_URL: database.ownerUrl, LEDGER_APP_DATABASE_URL: database.appUrl, LEDGER_DATA_DIR: folder },
    stop: new AbortController().signal,
  });
  return { code, text: said.join('\n'), json };
};

describe('ledger recommendations', () => {
  it('R74 lists what was sent, to whom, and what a person found in the reply', async () => {
    const { code, text } = await cli('recommendations');
    expect(code).toBe(0);
    expect(text).toMatch(/kn-1 .*sxd .*stc .*01\/07\/2025 08:00 .*08\/07\/2025 23:59 .*trả lời chung chung/);
    const one = await cli('recommendations', 'kn-1');
    expect(one.text).toMatch(/Người ký: +\S*head/);
    expect(one.text).toMatch(
      /báo cáo “trả lời chung chung” của member.*trích: “thực hiện theo quy định.*chưa kết luận/,
    );
  });

  it('R73 R74 R75 counts the four categories by agency, with --json as the API answers', async () => {
    const { text } = await cli('recommendations', '--unresolved');
    expect(text).toMatch(/stc +0 +1 +0 +0 +0/);
    expect((await cli('recommendations', '--unresolved', '--json')).json).toMatchObject([
      { unit: { id: 'stc' }, noReply: 0, genericOrNoStance: 1 },
    ]);
  });

  it('R72 lists what the central level has not settled', async () => {
    const { text } = await cli('recommendations', '--central', '--unit', 'sxd');
    expect(text).toContain('Bộ Tài chính');
    expect(text).not.toContain('kn-1');
  });

  it('says in words that there is no such recommendation', async () => {
    expect(await cli('recommendations', 'kn-9')).toMatchObject({ code: 1, text: expect.stringContaining('"kn-9"') });
  });
});

describe('ledger office', () => {
  it('R08 R37 lists records of a kind', async () => {
    expect((await cli('office', 'obstacles', '--open')).text).toContain('Chưa có định mức');
    expect((await cli('office', 'findings', '--officer', 'member')).text).toContain('Theo kết luận tại biên bản');
    expect((await cli('office', 'reports')).text).toContain('Không có bản ghi nào');
  });

  it('R33 shows the steps of a unit and those for which nobody answers', async () => {
    const { text } = await cli('office', 'steps', '--unit', 'sxd', '--at', '2025-07-05');
    expect(text).toMatch(/Giao đất +Tiếp nhận +chưa giao ai/);
    expect(await cli('office', 'steps')).toMatchObject({ code: 2, text: expect.stringContaining('--unit') });
  });

  it('refuses a kind that there is not, and names those there are', async () => {
    const { code, text } = await cli('office', 'gossip');
    expect(code).toBe(2);
    expect(text).toContain('obstacles');
  });
});
