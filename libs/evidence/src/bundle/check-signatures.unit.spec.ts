import { describe, expect, it } from '@jest/globals';
import { partsRead, places } from '../../test/bundle/read-parts.ts';
import { log, officer, origin, otherLog, policy, story, witness } from '../../test/bundle/sample-ledger.ts';
import { signerOf } from '../note/ed25519.ts';
import { formatNote, type NoteSignature, type NoteSigner } from '../note/note.ts';
import { sealText } from './bundle.ts';
import { checkCheckpoint, checkSeal, remarksOnLog } from './check-signatures.ts';

const { ledger, mapAt } = story();
const bundle = partsRead(ledger.bundle([officer], mapAt));
const text = ledger.checkpointText();
const { checkpoint: checkpointLine, seal: sealLine } = bundle.lines;

const by = (signer: NoteSigner, over = text): NoteSignature => ({
  name: signer.name,
  keyId: signer.keyId,
  signature: signer.sign(over),
});
const noteOf = (...signatures: readonly NoteSignature[]): string => formatNote({ text, signatures });
const witnessAt = (seconds: bigint): NoteSigner => signerOf(witness.name, new Uint8Array(32).fill(9), () => seconds);
const timed = {
  ...policy,
  witnesses: [{ key: signerOf(witness.name, new Uint8Array(32).fill(9), () => 0n).publicKey, operator: 'Kiểm toán' }],
};
/** A log that the reader trusts, too, but for its own tree. */
const neighbour = signerOf('khac.example/so', new Uint8Array(32).fill(3));
const trusting = (...logs: readonly (typeof log)[]): typeof policy => ({
  ...policy,
  logs: logs.map(({ publicKey }) => publicKey),
});

describe('signatures of a checkpoint', () => {
  const judged = (note: string, by_ = policy): readonly unknown[] => {
    const { findings, witnesses } = checkCheckpoint({ ...bundle, checkpoint: note }, by_);
    return [findings.map(({ code, en }) => [code, en.match(/signature of (\S+)/)?.[1] ?? null]), witnesses.length];
  };
  const spoilt = (signature: NoteSignature): NoteSignature => ({
    ...signature,
    signature: signature.signature.map((byte, at) => (at === 70 || at === 20 ? byte ^ 1 : byte)),
  });
  const [ofLog, ofWitness] = [by(log), by(witness)];

  it.each<[string, string, typeof policy, readonly unknown[]]>([
    ['of the log and a witness', noteOf(ofLog, ofWitness), policy, [[], 1]],
    ['in any order', noteOf(ofWitness, ofLog), policy, [[], 1]],
    [
      'of somebody else under the key id of the witness',
      noteOf(ofLog, ofWitness, { ...spoilt(ofWitness), name: 'khac.example' }),
      policy,
      [[], 1],
    ],
    [
      'of another key of the witness',
      noteOf(ofLog, ofWitness, { ...spoilt(ofWitness), keyId: witness.keyId ^ 1 }),
      policy,
      [[], 1],
    ],
    ['of another key of the log', noteOf(by(otherLog), ofLog, ofWitness), policy, [[], 1]],
    ['of the newer of two keys', noteOf(by(otherLog), ofWitness), trusting(log, otherLog), [[], 1]],
    ['of the older of two keys', noteOf(ofLog, ofWitness), trusting(log, otherLog), [[], 1]],
    ['that does not fit', noteOf(spoilt(ofLog), ofWitness), policy, [[['signature-wrong', origin]], 1]],
    [
      'of which one does not fit and one does',
      noteOf(ofLog, spoilt(ofLog), ofWitness),
      policy,
      [[['signature-wrong', origin]], 1],
    ],
    [
      'of which that of one key fits and that of another does not',
      noteOf(ofLog, spoilt(by(otherLog)), ofWitness),
      trusting(log, otherLog),
      [[['signature-wrong', origin]], 1],
    ],
    [
      'of a witness of which one fits and one does not',
      noteOf(ofLog, ofWitness, spoilt(ofWitness)),
      policy,
      [
        [
          ['signature-wrong', witness.name],
          ['witness-missing', null],
        ],
        0,
      ],
    ],
    [
      'of a log that is trusted for another tree alone',
      noteOf(by(neighbour), ofWitness),
      trusting(log, neighbour),
      [[['log-key-unknown', null]], 1],
    ],
    ['of a witness alone', noteOf(ofWitness), policy, [[['log-key-unknown', null]], 1]],
    ['of the log alone', noteOf(ofLog), policy, [[['witness-missing', null]], 0]],
  ])('are judged by the keys of the policy: %s', (_, note, trusted, expected) => {
    expect(judged(note, trusted)).toEqual(expected);
  });

  it('that are too few are counted in the sentence', () => {
    const { findings } = checkCheckpoint(bundle, { ...policy, quorum: 3 });
    expect(findings.map(({ en, line }) => [en, line])).toEqual([
      [`line ${checkpointLine}: 1 witnesses have cosigned, the policy asks for 3`, checkpointLine],
    ]);
  });

  it.each<[string, readonly bigint[], readonly NoteSignature[], string]>([
    ['the earliest that it states', [1_767_000_009n, 1_767_000_005n, 1_767_000_007n], [], '2025-12-29T09:20:05.000Z'],
    [
      'not what others state under its name or key id',
      [1_767_000_005n],
      [
        { ...by(witnessAt(1n)), name: 'khac.example' },
        { ...by(witnessAt(2n)), keyId: 1 },
      ],
      '2025-12-29T09:20:05.000Z',
    ],
    ['a date, whatever it states', [1n << 62n], [], '9999-12-31T23:59:59.000Z'],
  ])('say when the witness saw the tree: %s', (_, seconds, others, at) => {
    const own = seconds.map((second) => by(witnessAt(second)));
    const { findings, witnesses } = checkCheckpoint({ ...bundle, checkpoint: noteOf(ofLog, ...others, ...own) }, timed);
    expect([findings, witnesses]).toEqual([[], [{ operator: 'Kiểm toán', at: new Date(at) }]]);
  });
});

describe('a checkpoint', () => {
  it.each([
    ['no note', 'x'],
    ['an empty text', ''],
    ['a note on something else', formatNote({ text: 'x\n', signatures: [by(log, 'x\n'), by(witness, 'x\n')] })],
  ])('that is %s is malformed, and proves nothing', (_, checkpoint) => {
    const { findings, ...proved } = checkCheckpoint({ ...bundle, checkpoint }, policy);
    expect(places(findings)).toEqual([['checkpoint-malformed', checkpointLine, null]]);
    expect(proved).toEqual({ witnesses: [], checkpoint: null });
  });

  it.each([
    ['the ledger', { manifest: { ...bundle.manifest, origin: 'khac.example/so' } }],
    ['the size', { inclusion: { ...bundle.inclusion, size: 12n } }],
  ])('is held against %s that the bundle names', (_, change) => {
    expect(places(checkCheckpoint({ ...bundle, ...change }, policy).findings)).toEqual([
      ['checkpoint-differs', checkpointLine, null],
    ]);
  });
});

describe('what a reader is told of the log itself', () => {
  it.each<[string, readonly string[]]>([
    ['so-cai.example/2', ['2']],
    ['so-cai.example/10', ['10']],
    ['so-cai.example/999999999', ['999999999']],
    ['so-cai.example/1', []],
    ['so-cai.example/0', []],
    ['so-cai.example/02', []],
    ['so-cai.example/1234567890', []],
    ['so-cai.example/2x', []],
    ['so-cai.example/2/thu', []],
    ['so-cai.example2', []],
  ])('is which incarnation %s is', (name, incarnations) => {
    const said = remarksOnLog(name, policy).map(({ code, en }) => [code, /incarnation (\d+) of/.exec(en)?.[1]]);
    expect(said).toEqual(incarnations.map((each) => ['begun-again', each]));
  });

  it('is that nobody watches it, when the policy names no witness', () => {
    const unwatched = { ...policy, witnesses: [], quorum: 0 };
    expect(remarksOnLog('so-cai.example/3', unwatched).map(({ code }) => code)).toEqual(['no-witness', 'begun-again']);
  });
});

describe('a seal', () => {
  const { hash } = bundle.seal;
  const own = sealText(origin, hash);
  const other = sealText(origin, new Uint8Array(32));
  const sealed = (...signatures: readonly NoteSignature[]): string => formatNote({ text: own, signatures });
  const [fits] = [by(log, own)];

  it.each<[string, string, typeof policy, string | null]>([
    ['is of the log', sealed(fits), policy, null],
    ['is of the newer of two keys', sealed(by(otherLog, own)), trusting(log, otherLog), null],
    ['is of the older of two keys', sealed(fits), trusting(log, otherLog), null],
    ['is no note', 'x', policy, 'seal-broken'],
    ['is signed twice', sealed(fits, fits), policy, 'seal-broken'],
    ['is signed by somebody besides', sealed(fits, by(witness, own)), policy, 'seal-broken'],
    ['is over other bytes', formatNote({ text: other, signatures: [by(log, other)] }), policy, 'seal-broken'],
    ['does not fit', sealed(by(log, other)), policy, 'seal-broken'],
    ['is under another name', sealed({ ...fits, name: 'khac.example' }), policy, 'seal-key-unknown'],
    ['is under another key id', sealed({ ...fits, keyId: log.keyId ^ 1 }), policy, 'seal-key-unknown'],
    ['is of a log trusted for another tree', sealed(by(neighbour, own)), trusting(log, neighbour), 'seal-key-unknown'],
  ])('is judged by the keys of the log alone when it %s', (_, note, trusted, code) => {
    expect(places(checkSeal({ ...bundle, seal: { note, hash } }, trusted))).toEqual(
      code === null ? [] : [[code, sealLine, null]],
    );
  });
});
