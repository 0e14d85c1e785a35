import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { atRest, keepState } from '#sealing/signer/sealing-state.ts';
import { eventOf } from '#store/contract/samples.ts';
import type { EventStore } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { appendSamples, SealedLedger } from '../../../../test/support/sealed-ledger.ts';
import { SealingWatch } from './sealing-health.ts';
import { WaitingActs } from './waiting-acts.ts';

let sealed: SealedLedger;
let store: EventStore;
let watch: SealingWatch;

const clock = { now: () => new Date(sealed.now).toISOString() };
/** Ten rounds of ten seconds and a minute. */
const patienceMs = 160_000;

beforeEach(async () => {
  sealed = await SealedLedger.in();
  sealed.now = Date.now();
  store = new MemoryEventStore();
  watch = new SealingWatch(sealed.settings, clock, new WaitingActs(store, clock));
});
afterEach(async () => {
  await store.close();
  await sealed.dispose();
});

const health = async () => watch.look(await store.headPosition());

describe('the health of the sealing, where a sealer cannot even write down that it fails', () => {
  it('says so once acts have waited for longer than a few rounds, and not before', async () => {
    await appendSamples(store, 0, 2);
    await sealed.seal(store);
    await appendSamples(store, 2, 3);
    sealed.now += patienceMs;
    expect(await health()).toMatchObject({ status: 'sealing', uncovered: '1', message: null });
    sealed.now += 1;
    const { status, message, messageEn } = await health();
    expect(status).toBe('silent');
    expect(message).toContain('chờ niêm phong quá lâu');
    expect(messageEn).toContain('disk full');
  });

  it('says so as well where no checkpoint has ever come', async () => {
    await appendSamples(store, 0, 1);
    expect(await health()).toMatchObject({ status: 'not-begun', message: null });
    sealed.now += patienceMs + 1;
    expect(await health()).toMatchObject({ status: 'not-begun', message: expect.stringContaining('quá lâu') });
  });

  it('is well when everything is sealed, and after a pause in which nothing was to be sealed', async () => {
    await appendSamples(store, 0, 1);
    await sealed.seal(store);
    sealed.now += patienceMs + 1;
    expect(await health()).toMatchObject({ status: 'sealing', uncovered: '0', message: null });
  });

  it('counts from the act, not from when it began to look', async () => {
    await appendSamples(store, 0, 1);
    await sealed.seal(store);
    sealed.now += patienceMs + 1;
    const sample = eventOf(9, { recordedAt: clock.now() });
    await store.append({ stream: 'dossier-late', expected: 'no-stream', events: [sample] });
    expect(await health()).toMatchObject({ status: 'sealing', uncovered: '1', message: null });
    sealed.now += patienceMs + 1;
    expect(await health()).toMatchObject({ status: 'silent' });
  });

  it('leaves the word to a sealer that says what is wrong', async () => {
    await appendSamples(store, 0, 1);
    sealed.now += patienceMs + 1;
    const failing = { step: 'round', error: 'away', since: clock.now() } as const;
    await keepState(sealed.config.dir, { ...atRest, failing });
    expect(await health()).toMatchObject({ status: 'failing' });
  });
});
