import { createHash } from 'node:crypto';
import { toBase64 } from '../note/base64.ts';

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

/** Base64 of a hash in its one spelling: the last letter has but four bits to give. */
const hashText = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

export const isSealed = (value: unknown): value is Sealed => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const [key, ...more] = Object.keys(value);
  if (key !== 'sealed' || more.length > 0) return false;
  const { sealed } = value as { readonly sealed: unknown };
  return typeof sealed === 'string' && hashText.test(sealed);
};

export const opens = ({ salt, value }: Pick<Opening, 'salt' | 'value'>, { sealed }: Sealed): boolean =>
  salt.length === saltBytes && commitmentTo(salt, value).sealed === sealed;

/** One step of a JSON pointer (RFC 6901 section 3): a name in an object, an index in an array. */
const stepTo = (key: string): string => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

type SealedPlace = {
  /** JSON pointer in the envelope. */
  readonly path: string;
  readonly field: Sealed;
  /** What holds the field, and under which name. */
  readonly holder: Record<string, unknown>;
  readonly key: string;
};

/** Every sealed field of an envelope where it stands, in document order. However deep: the text may be hostile. */
export const sealedPlacesIn = (envelope: unknown): readonly SealedPlace[] => {
  const found: SealedPlace[] = [];
  const left: { value: unknown; path: string; holder: Record<string, unknown>; key: string }[] = [];
  left.push({ value: envelope, path: '', holder: {}, key: '' });
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, path, holder, key } = next;
    if (isSealed(value)) found.push({ path, field: value, holder, key });
    else if (typeof value === 'object' && value !== null) {
      const inside = value as Record<string, unknown>;
      for (const name of Object.keys(value).reverse()) {
        left.push({ value: inside[name], path: path + stepTo(name), holder: inside, key: name });
      }
    }
  }
  return found;
};

/** Every sealed field of an envelope with its pointer, in document order. */
export const sealedFieldsIn = (envelope: unknown): readonly { readonly path: string; readonly field: Sealed }[] =>
  sealedPlacesIn(envelope).map(({ path, field }) => ({ path, field }));
