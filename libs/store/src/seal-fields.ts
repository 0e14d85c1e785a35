import { randomFillSync } from 'node:crypto';
import { commitmentTo, saltBytes, type Opening, type Sealed } from '#evidence/sealed/sealed-field.ts';
import { EventRefused, type NewEvent } from './event-store.ts';
import { sealedFields } from './sealed-fields.ts';

type Steps = readonly string[];

const places: ReadonlyMap<string, readonly Steps[]> = new Map(
  Object.entries(sealedFields).flatMap(([type, paths]) =>
    paths.length === 0 ? [] : [[type, paths.map((path) => path.split('/'))] as const],
  ),
);

/** So many at a time, since asking the system for each costs more than the hash it goes into. */
const saltsAtOnce = 128;
let salts = new Uint8Array(0);

const nextSalt = (): Uint8Array => {
  if (salts.length === 0) salts = randomFillSync(new Uint8Array(saltsAtOnce * saltBytes));
  const salt = salts.subarray(0, saltBytes);
  salts = salts.subarray(saltBytes);
  return salt;
};

/** Neither U+0000 nor half a surrogate pair, and the same in NFC whatever stands beside it: written Vietnamese. */
const surelyFine = /^[\u0001-\u02ff\u1e00-\u1eff\u2010-\u2027]*$/;
const loneSurrogate = /\p{Surrogate}/u;

class FieldSealer {
  readonly openings: Opening[] = [];

  constructor(private readonly eventId: string) {}

  /** `value` with what `steps` lead to sealed; what the caller holds is left as it is. */
  sealIn(value: unknown, steps: Steps, depth: number, path: string): unknown {
    const step = steps[depth];
    if (step === undefined) return typeof value === 'string' ? this.#commitment(value, path) : value;
    if (step === '*') {
      if (!Array.isArray(value)) return value;
      return value.map((item: unknown, index) => this.sealIn(item, steps, depth + 1, `${path}/${index}`));
    }
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return value;
    const inside = (value as Readonly<Record<string, unknown>>)[step];
    return { ...value, [step]: this.sealIn(inside, steps, depth + 1, `${path}/${step}`) };
  }

  #commitment(text: string, path: string): Sealed {
    const value = surelyFine.test(text) ? text : this.#checked(text, path);
    const opening = { path, salt: nextSalt(), value };
    this.openings.push(opening);
    return commitmentTo(opening.salt, value);
  }

  #checked(text: string, path: string): string {
    if (text.includes('\0')) throw new EventRefused('nul-character', `event ${this.eventId}`);
    if (loneSurrogate.test(text)) {
      throw new EventRefused('not-json', `event ${this.eventId}, $${path.replaceAll('/', '.')}: lone surrogate`);
    }
    return text.normalize('NFC');
  }
}

type SealedData = { readonly data: unknown; readonly openings: readonly Opening[] };

const none: readonly Opening[] = [];

/** The data of an event as it is stored, and what opens its sealed fields. Throws EventRefused. */
export const sealFields = ({ id, type, data }: NewEvent): SealedData => {
  const found = places.get(type);
  if (found === undefined) return { data, openings: none };
  const sealer = new FieldSealer(id);
  const sealed = found.reduce((whole, steps) => sealer.sealIn(whole, steps, 0, '/data'), data);
  return { data: sealed, openings: sealer.openings };
};
