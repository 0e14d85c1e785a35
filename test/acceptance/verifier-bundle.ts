import type { BundleParts } from '#evidence/bundle/bundle.ts';
import { writeBundle } from '#evidence/bundle/bundle.ts';
import { formatPolicy, type Policy } from '#evidence/bundle/policy.ts';
import { canonicalize } from '#evidence/canonical-json.ts';
import { leafHash } from '#evidence/leaf.ts';
import { formatCheckpoint } from '#evidence/note/checkpoint.ts';
import { signerOf } from '#evidence/note/ed25519.ts';
import { signNote } from '#evidence/note/note.ts';
import { toBase64 } from '#evidence/note/base64.ts';
import { commitmentTo } from '#evidence/sealed/sealed-field.ts';
import { emptyChain, extendChain } from '#evidence/subject/chain.ts';
import { mapProof, mapRoot, subjectKey } from '#evidence/subject/map.ts';
import { subjectRule, subjectsOf } from '#evidence/subject/subjects-of.ts';
import { strangerRanges } from '#evidence/tree/joint-inclusion.ts';
import { Frontier } from '#evidence/tree/ranges.ts';

const origin = 'so-cai.example/tinh';
const log = signerOf(origin, new Uint8Array(32).fill(1));
const witness = signerOf('nhan-chung.example/w', new Uint8Array(32).fill(2), () => 1_763_800_000n);
const subject = 'officer:cb-1';

export const report =
  '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Vết</title><style>h1{color:rgb(1, 2, 3)}</style></head>' +
  '<body><h1>Vết trách nhiệm của cb-1</h1><script>parent.document.title="đã chạy"</script></body></html>';

type Envelope = Readonly<Record<string, unknown>> & { readonly stream: string };

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const moment = (minute: number): string => new Date(Date.UTC(2026, 0, 5, 1, minute)).toISOString();

const envelope = (at: number, type: string, stream: string, data: object): Envelope => ({
  id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
  type,
  version: 1,
  stream,
  revision: 0,
  occurredAt: moment(at),
  recordedAt: moment(at),
  actor: { kind: 'officer', officerId: 'cb-9' },
  data,
});

const handedOff = (at: number): Envelope =>
  envelope(at, 'dossier.handed-off', `dossier-hs-${at}`, { officerId: at % 3 === 0 ? 'cb-2' : 'cb-1' });

/** The third event said why, under seal; then that was erased. */
const withErasure = (count: number): readonly Envelope[] => {
  const events = Array.from({ length: count }, (_, at) => handedOff(at));
  const reason = commitmentTo(new Uint8Array(32).fill(5), 'việc riêng');
  const sealed = envelope(2, 'dossier.returned', 'dossier-hs-2', { officerId: 'cb-1', reason });
  const erased = { eventId: sealed['id'], paths: ['/data/reason'], subjects: [subject] };
  return [...events.with(2, sealed), envelope(count, 'sealed-field.erased', `erasure-${String(sealed['id'])}`, erased)];
};

const rootOver = (leaves: readonly Uint8Array[]): Uint8Array => {
  const frontier = new Frontier();
  for (const leaf of leaves) frontier.add(leaf);
  return frontier.root();
};

const leafOf = (event: Envelope): Uint8Array => leafHash(utf8(canonicalize(event)));

/** Chains of all subjects over all events, as the leaves of the map. */
const chainsOver = (events: readonly Envelope[]) => {
  const chains = new Map<string, typeof emptyChain>();
  for (const [at, event] of events.entries())
    for (const name of subjectsOf(event))
      chains.set(name, extendChain(chains.get(name) ?? emptyChain, BigInt(at), leafOf(event)));
  return chains;
};

/** A small ledger, and one officer's trail out of it: `count` acts, two thirds of them that officer's. */
export const madeBundle = (count = 150): Uint8Array => {
  const acts = withErasure(count);
  const chains = chainsOver(acts);
  const leaves = [...chains].map(([name, chain]) => ({ key: subjectKey(name), chain }));
  leaves.sort((a, b) => Buffer.compare(a.key, b.key));
  const size = String(acts.length);
  const root = toBase64(mapRoot(leaves));
  const map = { origin, size, root, subjects: String(leaves.length), rule: subjectRule };
  const events = [...acts, envelope(acts.length, 'subject-map.recorded', 'evidence-log', map)];
  const tree = events.map(leafOf);
  const chosen = events
    .map((event, at) => ({ event, position: BigInt(at) }))
    .filter(({ event }) => subjectsOf(event).includes(subject) || event.stream === 'evidence-log');
  const ranges = strangerRanges(
    chosen.map(({ position }) => position),
    BigInt(tree.length),
  );
  const text = formatCheckpoint({ origin, size: BigInt(tree.length), root: rootOver(tree), extensions: [] });
  const parts: BundleParts = {
    subjects: [
      { name: subject, chain: chains.get(subject) ?? emptyChain, proof: mapProof(leaves, subjectKey(subject)) },
    ],
    events: chosen.map(({ event, position }) => ({ position, canonical: canonicalize(event), openings: [] })),
    inclusion: ranges.map(({ from, to }) => rootOver(tree.slice(Number(from), Number(to)))),
    checkpoint: new TextDecoder().decode(signNote(text, [log, witness])),
    tokens: [],
    report,
    madeAt: '2026-01-06T00:00:00.000Z',
  };
  return writeBundle(parts, log);
};

const policy: Policy = {
  logs: [log.publicKey],
  witnesses: [{ key: witness.publicKey, operator: 'Thanh tra tỉnh' }],
  quorum: 1,
  timestampRoots: [],
  timestampRequired: false,
};

export const policyText = formatPolicy(policy);

/** Of a reader who trusts another witness than the one that signed. */
export const otherPolicyText = formatPolicy({
  ...policy,
  witnesses: [{ key: signerOf('khac.example/w', new Uint8Array(32).fill(7), () => 1n).publicKey, operator: 'Khác' }],
});

/** One byte in the middle of an event's text made another letter, so that the line is still well-formed. */
export const flipped = (bundle: Uint8Array): Uint8Array => {
  const text = new TextDecoder().decode(bundle);
  const at = utf8(text.slice(0, text.indexOf('dossier-hs-4"'))).length;
  return bundle.map((byte, index) => (index === at + 11 ? 0x37 : byte));
};
