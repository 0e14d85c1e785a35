import { fromBase64, toBase64 } from '../note/base64.ts';
import { formatPublicKey, keyTypes, parsePublicKey, type PublicKey } from '../note/ed25519.ts';
import { failed, type Checked } from '../verdict.ts';
import { parseStrictJson, type StrictJson } from './strict-json.ts';

/** Whom the reader trusts: written by the reader, never taken from a bundle. `docs/verifying.md` describes the file. */
export type Policy = {
  /** Keys of the logs (incarnations and rotated keys each have their own). */
  readonly logs: readonly PublicKey[];
  readonly witnesses: readonly { readonly key: PublicKey; readonly operator: string }[];
  /** How many of the witnesses must have cosigned; 0 only when none is listed. */
  readonly quorum: number;
  /** Roots of time-stamping authorities, X.509 DER; none: tokens are not judged. */
  readonly timestampRoots: readonly Uint8Array[];
  /** Whether a bundle without a valid token over all its events is unverifiable. */
  readonly timestampRequired: boolean;
};

const policyName = 'accountability-ledger/1';
const maxBytes = 1_000_000;
const maxEntries = 100;
const pemFrame = /^-----BEGIN CERTIFICATE-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END CERTIFICATE-----\s*$/;

class Refused extends Error {}

const members = (
  value: StrictJson | undefined,
  names: readonly string[],
  where: string,
): ReadonlyMap<string, StrictJson> => {
  if (!(value instanceof Map)) throw new Refused(`${where} is not an object`);
  const given = value as ReadonlyMap<string, StrictJson>;
  const unknown = [...given.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Refused(`${where} has an unknown member ${JSON.stringify(unknown)}`);
  const missing = names.find((name) => !given.has(name));
  if (missing !== undefined) throw new Refused(`${where} has no ${missing}`);
  return given;
};

const list = (value: StrictJson | undefined, where: string): readonly StrictJson[] => {
  if (!Array.isArray(value) || value.length > maxEntries)
    throw new Refused(`${where} is not a list of at most ${maxEntries}`);
  return value as readonly StrictJson[];
};

const text = (value: StrictJson | undefined, where: string): string => {
  if (typeof value !== 'string' || value.trim() === '') throw new Refused(`${where} is not a text`);
  return value;
};

const keyOf = (value: StrictJson | undefined, where: string, type: PublicKey['type']): PublicKey => {
  const parsed = parsePublicKey(text(value, where));
  if (!parsed.ok) throw new Refused(`${where}: ${parsed.reason}`);
  if (parsed.key.type !== type) {
    throw new Refused(
      `${where} is a key for ${type === keyTypes.ed25519 ? 'cosigning, not for a log' : 'a log, not for cosigning'}`,
    );
  }
  return parsed.key;
};

const rootOf = (value: StrictJson | undefined, where: string): Uint8Array => {
  const [, body = ''] = pemFrame.exec(text(value, where)) ?? [];
  const der = fromBase64(body.replaceAll(/[\r\n]/g, ''));
  if (der === null || der.length === 0) throw new Refused(`${where} is not one certificate in PEM`);
  return der;
};

/**
 * Of two names for one key only logs may have use (incarnations of one ledger). By the key itself, whatever its
 * name: who signs for the log, or signs twice, is no independent witness.
 */
const refuseRepeated = (logs: readonly PublicKey[], witnesses: readonly PublicKey[]): void => {
  const bytes = (keys: readonly PublicKey[]): Set<string> => new Set(keys.map(({ key }) => toBase64(key)));
  if (new Set(logs.map(formatPublicKey)).size < logs.length) throw new Refused('a log stands twice');
  if (bytes(witnesses).size < witnesses.length) throw new Refused('a witness stands twice');
  if (bytes([...logs, ...witnesses]).size < bytes(logs).size + witnesses.length) {
    throw new Refused('a key is one of a log and of a witness: that witness is not independent');
  }
};

const quorumOf = (value: StrictJson | undefined, witnesses: number): number => {
  const least = witnesses === 0 ? 0 : 1;
  if (typeof value !== 'number' || value < least || value > witnesses) {
    throw new Refused(`the quorum is a number from ${least} to ${witnesses}, as there are witnesses`);
  }
  return value;
};

const timestampsOf = (value: StrictJson | undefined): Pick<Policy, 'timestampRoots' | 'timestampRequired'> => {
  const given = members(value, ['roots', 'required'], 'timestamps');
  const timestampRoots = list(given.get('roots'), 'timestamps.roots').map((root, at) =>
    rootOf(root, `timestamps.roots[${at}]`),
  );
  const timestampRequired = given.get('required');
  if (typeof timestampRequired !== 'boolean') throw new Refused('timestamps.required is not true or false');
  if (timestampRequired && timestampRoots.length === 0)
    throw new Refused('timestamps are required, and no root is given');
  return { timestampRoots, timestampRequired };
};

const policyOf = (value: StrictJson): Policy => {
  const given = members(value, ['policy', 'logs', 'witnesses', 'quorum', 'timestamps'], 'the policy');
  if (given.get('policy') !== policyName) throw new Refused(`the policy is not of the form ${policyName}`);
  const logs = list(given.get('logs'), 'logs').map((log, at) =>
    keyOf(members(log, ['key'], `logs[${at}]`).get('key'), `logs[${at}].key`, keyTypes.ed25519),
  );
  const witnesses = list(given.get('witnesses'), 'witnesses').map((entry, at) => {
    const witness = members(entry, ['key', 'operator'], `witnesses[${at}]`);
    const key = keyOf(witness.get('key'), `witnesses[${at}].key`, keyTypes.cosignature);
    return { key, operator: text(witness.get('operator'), `witnesses[${at}].operator`) };
  });
  if (logs.length === 0) throw new Refused('no log is trusted');
  refuseRepeated(
    logs,
    witnesses.map(({ key }) => key),
  );
  return {
    logs,
    witnesses,
    quorum: quorumOf(given.get('quorum'), witnesses.length),
    ...timestampsOf(given.get('timestamps')),
  };
};

/** Strict: unknown members, repeated keys, a quorum that cannot be reached and duplicate witnesses are refused. Never throws. */
export const parsePolicy = (bytes: Uint8Array): Checked<{ readonly policy: Policy }> => {
  if (!(bytes instanceof Uint8Array) || bytes.length > maxBytes)
    return failed(`a policy has at most ${maxBytes} bytes`);
  const parsed = parseStrictJson(bytes);
  if (!parsed.ok) return parsed;
  try {
    return { ok: true, policy: policyOf(parsed.value) };
  } catch (error) {
    return failed(error instanceof Refused ? error.message : 'not a policy');
  }
};

/** Lines of 64 letters (RFC 7468 section 2). */
const pem = (der: Uint8Array): string => {
  const body = toBase64(der).replaceAll(/.{1,64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${body}-----END CERTIFICATE-----\n`;
};

/** The same file, written: indented JSON that `parsePolicy` reads back. */
export const formatPolicy = (policy: Policy): string => {
  const file = {
    policy: policyName,
    logs: policy.logs.map((key) => ({ key: formatPublicKey(key) })),
    witnesses: policy.witnesses.map(({ key, operator }) => ({ key: formatPublicKey(key), operator })),
    quorum: policy.quorum,
    timestamps: { roots: policy.timestampRoots.map(pem), required: policy.timestampRequired },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
};
