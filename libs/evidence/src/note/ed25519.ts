import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { failed, type Checked } from '../verdict.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { ed25519Check, isWeakEd25519Key } from './ed25519-key.ts';
import { isKeyName, type NoteSigner, type NoteVerifier } from './note.ts';

/** Signature types of C2SP signed-note: plain Ed25519, and the time-stamped cosignature of a witness. */
export const keyTypes = { ed25519: 0x01, cosignature: 0x04 } as const;
export type KeyType = (typeof keyTypes)[keyof typeof keyTypes];

export type PublicKey = { readonly name: string; readonly type: KeyType; readonly key: Uint8Array };

/** PrivateKeyInfo of an Ed25519 seed up to the seed itself (RFC 8410 section 7). */
const pkcs8Prefix = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
const keyBytes = 32;
const signatureBytes = 64;

/** First four bytes of SHA-256(name ‖ newline ‖ type ‖ public key), as a number. */
export const keyIdOf = ({ name, type, key }: PublicKey): number => {
  const hash = createHash('sha256').update(`${name}\n`).update(Uint8Array.of(type)).update(key).digest();
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0);
};

const hex = (id: number): string => id.toString(16).padStart(8, '0');

/** `name+keyid+base64(type ‖ key)`, as published for verifiers. */
export const formatPublicKey = (key: PublicKey): string =>
  `${key.name}+${hex(keyIdOf(key))}+${toBase64(Uint8Array.of(key.type, ...key.key))}`;

const isKeyType = (type: number | undefined): type is KeyType =>
  type === keyTypes.ed25519 || type === keyTypes.cosignature;

/** Null when it is not of the form `name+id+key`. The encoded key may hold plus signs itself. */
const keyParts = (text: unknown): { readonly name: string; readonly id: string; readonly bytes: Uint8Array } | null => {
  const [name = '', id = '', ...encoded] = typeof text === 'string' ? text.split('+') : [];
  const bytes = encoded.length > 0 ? fromBase64(encoded.join('+')) : null;
  return bytes !== null && isKeyName(name) ? { name, id, bytes } : null;
};

export const parsePublicKey = (text: string): Checked<{ readonly key: PublicKey }> => {
  const parts = keyParts(text);
  if (parts === null) return failed('not a public key of the form name+id+key');
  const { name, id, bytes } = parts;
  const [type] = bytes;
  if (bytes.length !== 33 || !isKeyType(type)) return failed('the key is not Ed25519');
  const key: PublicKey = { name, type, key: bytes.slice(1) };
  if (isWeakEd25519Key(key.key)) return failed('the key is weak: its signatures prove nothing');
  return id === hex(keyIdOf(key)) ? { ok: true, key } : failed('the key id does not belong to the key');
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a witness signs: that it saw this tree head, consistent, at this second (C2SP tlog-cosignature). */
export const cosignedText = (text: string, seconds: bigint): string => `cosignature/v1\ntime ${seconds}\n${text}`;

/** The second a witness states in its cosignature, or null when there is none. */
export const cosignatureTime = (signature: Uint8Array): bigint | null =>
  signature.length === 72 ? new DataView(signature.buffer, signature.byteOffset).getBigUint64(0) : null;

export const verifierOf = (publicKey: PublicKey): NoteVerifier => {
  const check = ed25519Check(publicKey.key);
  return {
    name: publicKey.name,
    keyId: keyIdOf(publicKey),
    verify: (text, signature) => {
      if (publicKey.type === keyTypes.ed25519) return check(utf8(text), signature);
      const seconds = cosignatureTime(signature);
      return seconds !== null && seconds < 1n << 63n && check(utf8(cosignedText(text, seconds)), signature.slice(8));
    },
  };
};

/** Signs with the 32-byte seed. `now` gives the seconds a witness states. */
export const signerOf = (
  name: string,
  seed: Uint8Array,
  cosignAt: (() => bigint) | null = null,
): NoteSigner & { readonly publicKey: PublicKey } => {
  // The type asks for a Buffer, the platform for any bytes.
  const der = Uint8Array.of(...pkcs8Prefix, ...seed) as Buffer;
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-keyBytes);
  const type = cosignAt === null ? keyTypes.ed25519 : keyTypes.cosignature;
  const publicKey: PublicKey = { name, type, key: new Uint8Array(raw) };
  return {
    name,
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text) => {
      if (cosignAt === null) return sign(null, utf8(text), key);
      const seconds = cosignAt();
      const signature = new Uint8Array(8 + signatureBytes);
      new DataView(signature.buffer).setBigUint64(0, seconds);
      signature.set(sign(null, utf8(cosignedText(text, seconds)), key), 8);
      return signature;
    },
  };
};
