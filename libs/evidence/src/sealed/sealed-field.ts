import { createHash } from 'node:crypto';
import { fromBase64, toBase64 } from '../note/base64.ts';
import { isHash } from '../tree/node.ts';

/** Bytes of salt: as many as the hash, so that a guess at a short text cannot be tried out. */
export const saltBytes = 32;

/** In an event the place of a sealed text holds this object; value and salt lie beside the event. */
export type Sealed = { readonly sealed: string };

/** Value and salt of one sealed field. `path`: JSON pointer (RFC 6901) in the envelope, such as `/data/reason`. */
export type Opening = { readonly path: string; readonly salt: Uint8Array; readonly value: string };

/** SHA-256(salt ‖ UTF-8 of the value), as an event holds it. */
export const commitmentTo = (salt: Uint8Array, value: string): Sealed => ({
  sealed: toBase64(createHash('sha256').update(salt).update(value, 'utf8').digest()),
});

export const isSealed = (value: unknown): value is Sealed => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const [key, ...more] = Object.keys(value);
  if (key !== 'sealed' || more.length > 0) return false;
  const { sealed } = value as { readonly sealed: unknown };
  return typeof sealed === 'string' && isHash(fromBase64(sealed));
};

export const opens = ({ salt, value }: Pick<Opening, 'salt' | 'value'>, { sealed }: Sealed): boolean =>
  salt.length === saltBytes && commitmentTo(salt, value).sealed === sealed;

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Every sealed field of an envelope with its pointer, in document order. */
export const sealedFieldsIn = (envelope: unknown): readonly { readonly path: string; readonly field: Sealed }[] => {
  const found: { path: string; field: Sealed }[] = [];
  const visit = (value: unknown, path: string): void => {
    if (isSealed(value)) found.push({ path, field: value });
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) visit(item, `${path}/${escaped(key)}`);
  };
  visit(envelope, '');
  return found;
};
