import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromBase64, toBase64 } from './base64.ts';
import { formatPublicKey, keyTypes, parsePublicKey, signerOf, verifierOf } from './ed25519.ts';
import { formatNote, openNote, parseNote, signNote } from './note.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const seed = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const log = signerOf('so-cai.example/tinh', seed(1));
const witness = signerOf('thanh-tra.example/w1', seed(2), () => 1_763_800_000n);
const other = signerOf('so-cai.example/tinh', seed(3));
const text = 'so-cai.example/tinh\n12\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

describe('base64', () => {
  it('goes there and back, like the one of the platform', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (value) => {
        expect(toBase64(value)).toBe(Buffer.from(value).toString('base64'));
        expect(fromBase64(toBase64(value))).toEqual(value);
      }),
    );
  });

  it.each(['A', 'AA', 'AAA', 'AB==', 'AAB=', 'AA==A', ' AAAA', 'AAAA\n', 'AA-_', 'AAAA=', '=', 'A===', 'ÁAAA'])(
    'takes no other spelling: %j',
    (wrong) => {
      expect(fromBase64(wrong)).toBeNull();
    },
  );
});

describe('a signed note', () => {
  it('is taken apart and put together again', () => {
    const note = signNote(text, [log, witness]);
    const parsed = parseNote(note);
    expect(parsed.ok && formatNote(parsed.note)).toBe(new TextDecoder().decode(note));
  });

  it('is opened by the keys that signed it, and says which those are', () => {
    const note = signNote(text, [log, witness]);
    const opened = openNote(note, [verifierOf(witness.publicKey), verifierOf(log.publicKey)]);
    expect(opened).toMatchObject({ ok: true, text, unknown: 0 });
    expect(opened.ok && opened.verified.map(({ name }) => name)).toEqual([log.name, witness.name]);
  });

  it('is published with the example of its specification', () => {
    const published =
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n' +
      '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n';
    const parsed = parseNote(bytes(published));
    expect(parsed).toMatchObject({
      ok: true,
      note: { signatures: [{ name: 'quasimodo.example/salvatore', keyId: 0x367ba04b }] },
    });
    expect(parsed.ok && parsed.note.text.split('\n')).toHaveLength(5);
  });

  it('counts a key that signed twice once, and passes over unknown ones', () => {
    const note = signNote(text, [log, log, other]);
    expect(openNote(note, [verifierOf(log.publicKey)])).toMatchObject({
      ok: true,
      unknown: 1,
      verified: { length: 1 },
    });
  });

  it('is refused when no known key signed it, though name or id be the same', () => {
    const impostor = { ...verifierOf(log.publicKey), keyId: 7 };
    const renamed = { ...verifierOf(log.publicKey), name: 'x.example' };
    expect(openNote(signNote(text, [log]), [impostor, renamed])).toMatchObject({ ok: false });
    expect(openNote(signNote(text, [log]), [])).toMatchObject({ ok: false });
  });

  it('is refused whole when the signature of a known key does not fit', () => {
    const note = new TextDecoder().decode(signNote(text, [log, witness])).replace('\n12\n', '\n13\n');
    expect(openNote(bytes(note), [verifierOf(log.publicKey)])).toMatchObject({ ok: false });
    expect(openNote(bytes(note), [verifierOf(witness.publicKey)])).toMatchObject({ ok: false });
  });

  it('does not take the time of a cosignature for another', () => {
    const parsed = parseNote(signNote(text, [witness]));
    if (!parsed.ok) throw new Error(parsed.reason);
    const [signature] = parsed.note.signatures;
    const later = Uint8Array.from(signature?.signature ?? []);
    later[7] = (later[7] ?? 0) ^ 1;
    expect(verifierOf(witness.publicKey).verify(text, signature?.signature ?? later)).toBe(true);
    expect(verifierOf(witness.publicKey).verify(text, later)).toBe(false);
  });

  const signed = new TextDecoder().decode(signNote(text, [log]));
  const line = signed.slice(signed.lastIndexOf('\n\n') + 2);
  const malformed = 'a signature line is malformed';
  const unparted = 'no empty line parts the text from its signatures';
  it.each([
    ['nothing at all', '', unparted],
    ['a text without signatures', text, unparted],
    ['an empty signature block', `${text}\n`, malformed],
    ['no empty line between', `${text}${line}`, unparted],
    ['no end of the last line', signed.slice(0, -1), 'the last line is not ended'],
    ['something after the end of the last line', `${signed.slice(0, -1)}=`, 'the last line is not ended'],
    ['an empty line at the end', `${signed}\n`, malformed],
    ['a hyphen for the dash', signed.replace('— ', '- '), malformed],
    ['a tab in the text', `a\tb\n\n${line}`, 'the note holds a control character'],
    ['a control character at its start', `\u0001\n\n${line}`, 'the note holds a control character'],
    ['carriage returns', signed.replaceAll('\n', '\r\n'), 'the note holds a control character'],
    ['a key without a name', `${text}\n—  AAAAAAA=\n`, malformed],
    ['a key name with a plus sign', `${text}\n— a+b AAAAAAA=\n`, malformed],
    ['a key name with a no-break space', `${text}\n— a\u00a0b AAAAAAA=\n`, malformed],
    ['three words in a signature', `${text}\n— a AAAAAAA= x\n`, malformed],
    ['two spaces', `${text}\n— a  AAAAAAA=\n`, malformed],
    ['a signature of four bytes', `${text}\n— a AAAAAA==\n`, malformed],
    ['loose base64', `${text}\n— a AAAAAAB=\n`, malformed],
    ['a hundred and one signatures', `${text}\n${line.repeat(101)}`, 'a note has at most 100 signatures'],
  ])('is refused with %s', (_, wrong, reason) => {
    expect(parseNote(bytes(wrong))).toEqual({ ok: false, reason });
  });

  it.each([
    ['a hundred signatures', `${text}\n${line.repeat(100)}`, text],
    ['a million bytes', `${'a'.repeat(1_000_000 - 2 - bytes(line).length)}\n\n${line}`, undefined],
    ['a signature of one byte', `${text}\n— a AAAAAAA=\n`, text],
    ['an empty line for its text', `\n\n${line}`, '\n'],
    ['a byte order mark, which is a part of its text', `\ufeff${signed}`, `\ufeff${text}`],
  ])('may have %s', (_, whole, kept) => {
    const parsed = parseNote(bytes(whole));
    expect(parsed).toMatchObject({ ok: true });
    if (parsed.ok && kept !== undefined) expect(parsed.note.text).toBe(kept);
  });

  it('is refused when it is not UTF-8, not bytes, or too long', () => {
    const spoilt = bytes(signed);
    spoilt[0] = 0xff;
    expect(parseNote(spoilt)).toEqual({ ok: false, reason: 'the note is not UTF-8' });
    expect(parseNote('text' as never)).toEqual({ ok: false, reason: 'a note is bytes' });
    expect(parseNote(new Uint8Array(1_000_001))).toEqual({
      ok: false,
      reason: 'a note has at most 1000000 bytes',
    });
  });

  it('never throws on any bytes, and any change of a byte is noticed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (any) =>
        expect(openNote(any, [verifierOf(log.publicKey)])).toHaveProperty('ok', false),
      ),
    );
    const note = signNote(text, [log]);
    for (let at = 0; at < note.length; at += 1) {
      const changed = note.map((byte, place) => (place === at ? byte ^ 0x01 : byte));
      expect(openNote(changed, [verifierOf(log.publicKey)])).toMatchObject({ ok: false });
    }
  });

  it.each(['no end', 'a\u0000b\n', '\ud800\n'])('is not made of %j', (wrong) => {
    expect(() => signNote(wrong, [log])).toThrow(RangeError);
  });
});

describe('a public key', () => {
  it('is written with its id and read back, a plus sign in its base64 notwithstanding', () => {
    for (let fill = 0; fill < 60; fill += 1) {
      const { publicKey } = signerOf('a.example', seed(fill));
      expect(parsePublicKey(formatPublicKey(publicKey))).toEqual({ ok: true, key: publicKey });
    }
  });

  const good = formatPublicKey(log.publicKey);
  const shapeless = 'not a public key of the form name+id+key';
  const ofAnother = 'the key is not Ed25519';
  const foreign = 'the key id does not belong to the key';
  const [, goodId = ''] = good.split('+');
  const spelled = (...key: readonly number[]): string => `${log.name}+${goodId}+${toBase64(Uint8Array.from(key))}`;
  const point = log.publicKey.key;
  it.each([
    ['', shapeless],
    ['a', shapeless],
    ['a+b', shapeless],
    ['AAAAAAAA', shapeless],
    ['AAAA+AAA', shapeless],
    [`a+${toBase64(Uint8Array.of(1, ...point))}`, shapeless],
    [`+${goodId}+${toBase64(Uint8Array.of(1, ...point))}`, shapeless],
    [`a ${good}`, shapeless],
    [`${good}A`, shapeless],
    [`${good}====`, shapeless],
    [good.slice(1), foreign],
    [good.replace(/\+[0-9a-f]{8}\+/, '+00000000+'), foreign],
    [good.replace(`+${goodId}+`, `+${goodId.toUpperCase()}0+`), foreign],
    [spelled(1, ...point.slice(1)), ofAnother],
    [spelled(1, ...point, 0), ofAnother],
    [spelled(2, ...point), ofAnother],
    [spelled(0, ...point), ofAnother],
    [`${log.name}+${goodId}+`, ofAnother],
  ])('is refused when it reads %j', (wrong, reason) => {
    expect(parsePublicKey(wrong)).toEqual({ ok: false, reason });
  });

  it('is refused when it is no text, and may have no name with its separators', () => {
    for (const wrong of [null, 7, [good], { indexOf: () => 0 }])
      expect(parsePublicKey(wrong as never)).toEqual({ ok: false, reason: shapeless });
    expect(parsePublicKey(`a++${toBase64(Uint8Array.of(1, ...point))}`)).toEqual({ ok: false, reason: foreign });
  });

  it('has the types of the specification', () => {
    expect(keyTypes).toEqual({ ed25519: 1, cosignature: 4 });
  });
});
