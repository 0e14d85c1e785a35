import { createHash } from 'node:crypto';
import { act } from './events.mjs';
import { row } from './measure.mjs';
import { productFile } from './product.mjs';

const eventCount = 100_000;
const officer = 'officer:CB-0417';
const origin = 'bench.example/log';

const product = async () => ({
  ...(await productFile('libs/evidence/src/canonical-json.js')),
  ...(await productFile('libs/evidence/src/leaf.js')),
  ...(await productFile('libs/evidence/src/bundle/bundle.js')),
  ...(await productFile('libs/evidence/src/bundle/verify-bundle.js')),
  ...(await productFile('libs/evidence/src/note/base64.js')),
  ...(await productFile('libs/evidence/src/note/checkpoint.js')),
  ...(await productFile('libs/evidence/src/note/ed25519.js')),
  ...(await productFile('libs/evidence/src/note/note.js')),
  ...(await productFile('libs/evidence/src/subject/chain.js')),
  ...(await productFile('libs/evidence/src/subject/map.js')),
  ...(await productFile('libs/evidence/src/subject/subjects-of.js')),
  ...(await productFile('libs/evidence/src/tree/ranges.js')),
});

const envelope = (position, change = {}) => ({
  ...act,
  actor: act.data.from,
  capacity: 'own',
  causationId: null,
  correlationId: `00000000-0000-7000-8000-${String(position).padStart(12, '0')}`,
  id: `00000000-0000-7000-8000-${String(position).padStart(12, '0')}`,
  occurredAt: '2025-07-03T02:15:00.000Z',
  provenance: { kind: 'entered' },
  recordedAt: '2025-07-03T02:15:02.417Z',
  stream: `dossier-hs-${position >> 3}`,
  unit: 'so-xay-dung',
  version: 1,
  ...change,
});

/** A ledger of acts of one officer, and everything that a bundle about them needs. */
const bundleOf = (ours) => {
  const encoder = new TextEncoder();
  const frontier = new ours.Frontier();
  const events = [];
  const add = (change) => {
    const canonical = ours.canonicalize(envelope(events.length, change));
    const leaf = ours.leafHash(encoder.encode(canonical));
    frontier.add(leaf);
    events.push({ position: BigInt(events.length), canonical, openings: [] });
    return leaf;
  };
  let chain = ours.emptyChain;
  for (let position = 0; position < eventCount; position += 1)
    chain = ours.extendChain(chain, BigInt(position), add({}));
  const entry = { key: ours.subjectKey(officer), chain };
  const root = ours.toBase64(ours.mapRoot([entry]));
  const data = { origin, size: String(eventCount), root, subjects: '1', rule: ours.subjectRule };
  add({ type: 'subject-map.recorded', stream: 'evidence-log', actor: { kind: 'account', id: 'may' }, data });
  const log = ours.signerOf(origin, new Uint8Array(32).fill(1));
  const witness = ours.signerOf('witness.example', new Uint8Array(32).fill(2), () => 1_767_000_000n);
  const size = BigInt(events.length);
  const checkpoint = ours.signNote(ours.formatCheckpoint({ origin, size, root: frontier.root(), extensions: [] }), [
    log,
    witness,
  ]);
  const parts = {
    subjects: [{ name: officer, chain, proof: [] }],
    events,
    inclusion: [],
    checkpoint: new TextDecoder().decode(checkpoint),
    tokens: [],
    report: null,
    madeAt: '2026-01-01T00:00:00.000Z',
  };
  const policy = {
    logs: [log.publicKey],
    witnesses: [{ key: witness.publicKey, operator: 'witness' }],
    quorum: 1,
    timestampRoots: [],
    timestampRequired: false,
  };
  return {
    file: ours.writeBundle(parts, log),
    policy,
    texts: events.map(({ canonical }) => encoder.encode(canonical)),
  };
};

const rateOf = (work) => {
  const begin = performance.now();
  work();
  return (eventCount * 1000) / (performance.now() - begin);
};

/** P9: a bundle of 100,000 events in which all belong to one officer, against hashing the same events. */
export const measureVerify = async ({ rounds, say }) => {
  const ours = await product();
  const { file, policy, texts } = bundleOf(ours);
  const once = () => ({
    verify: rateOf(() => {
      const { verdict, findings } = ours.verifyBundle(file, policy);
      if (verdict !== 'intact') throw new Error(`${verdict}: ${findings[0]?.en}`);
    }),
    hash: rateOf(() => {
      for (const text of texts) createHash('sha256').update(text).digest();
    }),
  });
  once();
  const measured = Array.from({ length: rounds }, (_, round) => {
    say(`verify: round ${round + 1} of ${rounds}`);
    return once();
  });
  const bytes = Math.round(texts.reduce((sum, { length }) => sum + length, 0) / texts.length);
  return [
    row({
      id: 'P9',
      what: 'offline verification, events/s',
      against: 'SHA-256 of each event, node:crypto',
      goal: 0.3,
      unit: 'events/s',
      rounds: measured,
      ours: 'verify',
      theirs: 'hash',
      note: `a bundle of ${eventCount} events of one officer, ${bytes} bytes each, one core; hashed: the same canonical bytes, event by event, without parsing`,
      beside: {},
    }),
  ];
};
