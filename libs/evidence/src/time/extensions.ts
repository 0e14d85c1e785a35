import { tags, type DerReader } from './der.ts';

/** What the extensions of a certificate say about its use (RFC 5280 section 4.2.1). */
export type Uses = {
  /** basicConstraints: may issue certificates, and how many of them may follow below; null: any number. */
  readonly isAuthority: boolean;
  readonly pathLength: number | null;
  /** keyUsage, null when not restricted. */
  readonly keyUsage: readonly KeyUse[] | null;
  /** extendedKeyUsage, null when not restricted. */
  readonly purposes: { readonly isCritical: boolean; readonly names: readonly string[] } | null;
  /** Critical extensions that are not understood here: such a certificate may not be relied on. */
  readonly unknownCritical: readonly string[];
};

/** Bits of KeyUsage in order (RFC 5280 section 4.2.1.3). */
const keyUses = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;
export type KeyUse = (typeof keyUses)[number];

/** id-kp-timeStamping and anyExtendedKeyUsage. */
export const timeStamping = '1.3.6.1.5.5.7.3.8';
export const anyPurpose = '2.5.29.37.0';

const basicConstraints = '2.5.29.19';
const keyUsage = '2.5.29.15';
const extendedKeyUsage = '2.5.29.37';
const known: ReadonlySet<string> = new Set([basicConstraints, keyUsage, extendedKeyUsage]);

const maxExtensions = 40;
const maxPurposes = 20;
const maxPathLength = 100;

type Extension = { readonly name: string; readonly isCritical: boolean; readonly value: Uint8Array };

const readExtension = (reader: DerReader): Extension =>
  reader.inside(tags.sequence, 'extension', (extension) => {
    const name = extension.oid('extension');
    const isMarked = extension.isNext(tags.boolean);
    const isCritical = isMarked && extension.boolean('critical');
    if (isMarked && !isCritical) extension.fail('extension: a default value is written down');
    return { name, isCritical, value: extension.content(tags.octetString, 'extension') };
  });

const readConstraints = (value: DerReader): Pick<Uses, 'isAuthority' | 'pathLength'> =>
  value.inside(tags.sequence, 'basicConstraints', (constraints) => {
    const isMarked = constraints.isNext(tags.boolean);
    const isAuthority = isMarked && constraints.boolean('cA');
    if (isMarked && !isAuthority) constraints.fail('basicConstraints: a default value is written down');
    const hasLength = constraints.isNext(tags.integer);
    if (hasLength && !isAuthority) constraints.fail('basicConstraints: a path length without authority');
    const pathLength = hasLength ? constraints.smallInteger('pathLenConstraint', maxPathLength) : null;
    return { isAuthority, pathLength };
  });

/** A named bit list: the last bit that is there is set (X.690 section 11.2.2). */
const readKeyUsage = (value: DerReader): readonly KeyUse[] => {
  const [unused, first = 0, second, ...more] = value.content(tags.bitString, 'keyUsage');
  const bits = (first << 8) | (second ?? 0);
  const lowest = 31 - Math.clz32(bits & -bits);
  const isLast = second === undefined ? unused === lowest - 8 : unused === lowest && lowest < 8;
  // Without any bit none is the last.
  if (!isLast || more.length > 0) value.fail('keyUsage: malformed');
  return keyUses.filter((_, place) => ((bits >> (15 - place)) & 1) === 1);
};

const readPurposes = (value: DerReader): readonly string[] =>
  value.inside(tags.sequence, 'extendedKeyUsage', (list) =>
    list.each('extendedKeyUsage', maxPurposes, (purposes) => purposes.oid('extendedKeyUsage')),
  );

/** Extensions ([3] of a TBSCertificate), each at most once. */
export const readUses = (reader: DerReader): Uses => {
  const extensions = reader.inside(tags.sequence, 'extensions', (list) =>
    list.each('extensions', maxExtensions, readExtension),
  );
  if (new Set(extensions.map(({ name }) => name)).size < extensions.length) reader.fail('an extension is repeated');
  const readOne = <Value>(name: string, read: (value: DerReader) => Value): Value | null => {
    const found = extensions.find((extension) => extension.name === name);
    return found === undefined ? null : reader.within(found.value, name, read);
  };
  const constraints = readOne(basicConstraints, readConstraints);
  const names = readOne(extendedKeyUsage, readPurposes);
  return {
    isAuthority: constraints?.isAuthority ?? false,
    pathLength: constraints?.pathLength ?? null,
    keyUsage: readOne(keyUsage, readKeyUsage),
    purposes:
      names === null
        ? null
        : { isCritical: extensions.some(({ name, isCritical }) => name === extendedKeyUsage && isCritical), names },
    unknownCritical: extensions
      .filter(({ name, isCritical }) => isCritical && !known.has(name))
      .map(({ name }) => name),
  };
};
