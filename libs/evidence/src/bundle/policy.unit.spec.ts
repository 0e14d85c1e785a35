import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { log, otherLog, policy, secondWitness, stampRoot, witness } from '../../test/bundle/sample-ledger.ts';
import { formatPublicKey } from '../note/ed25519.ts';
import { formatPolicy, parsePolicy, type Policy } from './policy.ts';

const whole: Policy = {
  logs: [log.publicKey, { ...log.publicKey, name: `${log.name}/2` }, otherLog.publicKey],
  witnesses: [
    { key: witness.publicKey, operator: 'Thanh tra tỉnh' },
    { key: secondWitness.publicKey, operator: 'Kiểm toán' },
  ],
  quorum: 2,
  timestampRoots: [stampRoot],
  timestampRequired: true,
};
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = formatPolicy(whole);
const reasonFor = (changed: string): string => {
  const parsed = parsePolicy(encode(changed));
  return parsed.ok ? 'accepted' : parsed.reason;
};
const having = (change: Record<string, unknown>): string =>
  JSON.stringify({ ...(JSON.parse(text) as object), ...change });
const [pem] = (JSON.parse(text) as { timestamps: { roots: [string] } }).timestamps.roots;
const entry = (key: typeof witness.publicKey, operator = 'x'): object => ({ key: formatPublicKey(key), operator });

describe('a policy', () => {
  it('is read back as it was written', () => {
    expect(parsePolicy(encode(text))).toEqual({ ok: true, policy: whole });
    expect(parsePolicy(encode(formatPolicy(policy)))).toEqual({ ok: true, policy });
    expect(reasonFor(text.replaceAll('\n', '\r\n'))).toBe('accepted');
    expect(reasonFor(having({ quorum: 1 }))).toBe('accepted');
  });

  it('holds its roots as others read and write them', () => {
    expect(new Uint8Array(new X509Certificate(pem).raw)).toEqual(stampRoot);
    expect(pem).toBe(new X509Certificate(stampRoot).toString());
    const roots = [pem, pem.replaceAll('\n', '\r\n'), `${pem} \n\n`];
    expect(parsePolicy(encode(having({ timestamps: { roots, required: true } })))).toMatchObject({
      ok: true,
      policy: { timestampRoots: [stampRoot, stampRoot, stampRoot] },
    });
  });

  it.each<[string, string, string]>([
    ['a name twice', text.replace('"quorum": 2', '"quorum": 2, "quorum": 1'), '"quorum" stands twice'],
    [
      'a name twice, once escaped',
      text.replace('"quorum": 2', '"quorum": 2, "quoru\\u006d": 1'),
      '"quorum" stands twice',
    ],
    ['a member of no use', having({ trust: true }), 'the policy has an unknown member "trust"'],
    ['no quorum', having({ quorum: undefined }), 'the policy has no quorum'],
    [
      'a quorum beyond its witnesses',
      having({ quorum: 3 }),
      'the quorum is a number from 1 to 2, as there are witnesses',
    ],
    [
      'a quorum of none beside witnesses',
      having({ quorum: 0 }),
      'the quorum is a number from 1 to 2, as there are witnesses',
    ],
    [
      'a quorum without witnesses',
      having({ witnesses: [], quorum: 1 }),
      'the quorum is a number from 0 to 0, as there are witnesses',
    ],
    ['a quorum that is a text', having({ quorum: '1' }), 'the quorum is a number from 1 to 2, as there are witnesses'],
    ['a quorum in parts', text.replace('"quorum": 2', '"quorum": 1.5'), 'not a value'],
    ['a negative quorum', text.replace('"quorum": 2', '"quorum": -1'), 'not a value'],
    [
      'another form',
      having({ policy: 'accountability-ledger/2' }),
      'the policy is not of the form accountability-ledger/1',
    ],
    ['no log', having({ logs: [] }), 'no log is trusted'],
    [
      'a log twice',
      having({ logs: [{ key: formatPublicKey(log.publicKey) }, { key: formatPublicKey(log.publicKey) }] }),
      'a log stands twice',
    ],
    [
      'a key of a witness for a log',
      having({ logs: [{ key: formatPublicKey(witness.publicKey) }] }),
      'logs[0].key is a key for cosigning, not for a log',
    ],
    [
      'a key of a log for a witness',
      having({ witnesses: [entry(log.publicKey)], quorum: 1 }),
      'witnesses[0].key is a key for a log, not for cosigning',
    ],
    [
      'one witness under two names',
      having({ witnesses: [entry(witness.publicKey), entry({ ...witness.publicKey, name: 'other' })] }),
      'a witness stands twice',
    ],
    [
      'a log that witnesses itself',
      having({ witnesses: [entry({ ...log.publicKey, type: 0x04 })], quorum: 1 }),
      'a key is one of a log and of a witness: that witness is not independent',
    ],
    [
      'a witness of nobody',
      having({ witnesses: [entry(witness.publicKey, ' ')], quorum: 1 }),
      'witnesses[0].operator is not a text',
    ],
    [
      'a witness of a number',
      having({ witnesses: [{ ...entry(witness.publicKey), operator: 1 }] }),
      'witnesses[0].operator is not a text',
    ],
    ['a log that is no object', having({ logs: ['x'] }), 'logs[0] is not an object'],
    ['a log without a key', having({ logs: [{}] }), 'logs[0] has no key'],
    ['a witness with more to say', having({ witnesses: [{ url: 'x' }] }), 'witnesses[0] has an unknown member "url"'],
    [
      'a key that is spoilt',
      text.replace('so-cai.example/thu+', 'so-cai.example/thu+0'),
      'logs[0].key: the key id does not belong to the key',
    ],
    [
      'a root that is no certificate',
      having({ timestamps: { roots: ['x'], required: false } }),
      'timestamps.roots[0] is not one certificate in PEM',
    ],
    ...[
      ['something before it', `x\n${pem}`],
      ['something after it', `${pem}x`],
      ['another after it', pem + pem],
      ['another name', pem.replaceAll('CERTIFICATE', 'PUBLIC KEY')],
      ['a letter too many', pem.replace('-----END', 'A-----END')],
      ['nothing in it', pem.replace(/\n[^-]+\n/, '\n\n')],
    ].map(([what = '', root = '']): [string, string, string] => [
      `a root with ${what}`,
      having({ timestamps: { roots: [pem, root], required: false } }),
      'timestamps.roots[1] is not one certificate in PEM',
    ]),
    [
      'time stamps of nobody',
      having({ timestamps: { roots: [], required: true } }),
      'timestamps are required, and no root is given',
    ],
    [
      'a word where yes or no belongs',
      having({ timestamps: { roots: [], required: 'no' } }),
      'timestamps.required is not true or false',
    ],
    ['too many logs', having({ logs: Array.from({ length: 101 }, () => ({})) }), 'logs is not a list of at most 100'],
    ['a bad log among as many as are taken', having({ logs: Array(100).fill({}) }), 'logs[0] has no key'],
    ['a text for a list', having({ witnesses: 'x' }), 'witnesses is not a list of at most 100'],
    ['a list for everything', '[]', 'the policy is not an object'],
    ['something after it', `${text}{}`, 'something follows the value'],
    ['no end', text.slice(0, -3), 'an object is not ended'],
    ['half a character', text.replace('Kiểm toán', '\\ud800'), 'a text holds half a character'],
    ['lists in each other', '['.repeat(100_000), 'nested too deep'],
    ['nothing', '', 'not a value'],
    ['a byte order mark', `\ufeff${text}`, 'not a value'],
  ])('is refused that has %s', (_, changed, reason) => {
    expect(reasonFor(changed)).toBe(reason);
  });

  it('is refused when it is no text, or too large a one, and never throws', () => {
    expect(parsePolicy(Uint8Array.of(0xff))).toEqual({ ok: false, reason: 'not JSON in UTF-8' });
    const tooLarge = { ok: false, reason: 'a policy has at most 1000000 bytes' };
    expect(reasonFor(text.padEnd(1_000_000 - encode(text).length + text.length))).toBe('accepted');
    expect(parsePolicy(encode(text.padEnd(1_000_001 - encode(text).length + text.length)))).toEqual(tooLarge);
    for (const none of ['text', null, undefined, 1, {}, [], new Uint16Array(2)])
      expect(parsePolicy(none as never)).toEqual(tooLarge);
    fc.assert(fc.property(fc.uint8Array(), (bytes) => expect(parsePolicy(bytes)).toMatchObject({ ok: false })));
    fc.assert(fc.property(fc.json(), (json) => expect(parsePolicy(encode(json))).toMatchObject({ ok: false })));
  });

  it('is never read as another than JSON.parse reads, whatever letter changes', () => {
    for (let at = 0; at < text.length; at += 1) {
      const changed = `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ 1)}${text.slice(at + 1)}`;
      const parsed = parsePolicy(encode(changed));
      if (parsed.ok) expect(JSON.parse(formatPolicy(parsed.policy))).toEqual(JSON.parse(changed));
    }
  });
});
