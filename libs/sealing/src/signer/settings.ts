import type { EvidenceConfig } from '#platform/config.ts';
import { keyTypes, parsePublicKey, type PublicKey } from '#evidence/note/ed25519.ts';
import { isKeyName } from '#evidence/note/note.ts';
import type { EvidenceSettings } from '../evidence-folder.ts';

/** With what the signer itself needs. No secret in it: the key is read by `openSigningKey`. */
export type SealingSettings = EvidenceSettings & {
  /** How often a round runs while events come, in milliseconds: the exposure window. */
  readonly checkpointIntervalMs: number;
  /** An idle log signs its head again after so long, in milliseconds, so that readers see it alive. */
  readonly heartbeatMs: number;
  /** Least time between two time stamps, in milliseconds. */
  readonly tsaIntervalMs: number;
};

/** Lists every fault of the settings of evidence, each with its variable, not only the first. */
export class InvalidSettings extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Cấu hình chứng cứ sai / invalid evidence settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

const hourMs = 3_600_000;
const unitsMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: hourMs };
/** Longest interval that a timer of the platform can hold is 24 days; nobody needs more than a week. */
const longestMs = 7 * 24 * hourMs;

const durationIn = (text: string, name: string, faults: string[]): number => {
  const [, digits = '', unit = ''] = /^([1-9]\d{0,5})([smh])$/.exec(text) ?? [];
  const ms = Number(digits) * (unitsMs[unit] ?? 0);
  if (ms === 0 || ms > longestMs) faults.push(`${name}: 30s, 10m, 1h … 168h`);
  return ms;
};

const isHttp = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

type Witness = { readonly url: string; readonly key: PublicKey };

/** `URL=key`: a submission prefix has no query, a key begins with the name of the witness. */
const witnessIn = (text: string, faults: string[]): readonly Witness[] => {
  const split = text.indexOf('=');
  const url = text.slice(0, Math.max(split, 0));
  const parsed = parsePublicKey(text.slice(split + 1));
  const fault = (vi: string, en: string): readonly Witness[] => {
    faults.push(`LEDGER_WITNESSES: "${text}": ${vi} / ${en}`);
    return [];
  };
  if (split < 0 || !isHttp(url)) return fault('cần http(s)://…=khóa', 'expected http(s)://…=key');
  if (!parsed.ok) return fault('khóa công khai sai', parsed.reason);
  if (parsed.key.type !== keyTypes.cosignature) return fault('không phải khóa nhân chứng', 'not the key of a witness');
  return [{ url: url.replace(/\/+$/, ''), key: parsed.key }];
};

const witnessesIn = (text: string, faults: string[]): readonly Witness[] => {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const witnesses = words.flatMap((word) => witnessIn(word, faults));
  const names = witnesses.map(({ key }) => key.name);
  for (const name of new Set(names.filter((each, at) => names.indexOf(each) !== at)))
    faults.push(`LEDGER_WITNESSES: "${name}": nêu hai lần / named twice`);
  return witnesses;
};

const quorumIn = (text: string, witnesses: number, faults: string[]): number => {
  if (text === '') return witnesses === 0 ? 0 : Math.floor(witnesses / 2) + 1;
  const quorum = Number(text);
  if (!/^\d{1,3}$/.test(text) || quorum > witnesses)
    faults.push(`LEDGER_WITNESS_QUORUM: 0–${witnesses} (số nhân chứng / number of witnesses)`);
  return quorum;
};

/** The settings of evidence. Throws InvalidSettings naming every fault. */
export const settingsOf = (config: EvidenceConfig): SealingSettings => {
  const faults: string[] = [];
  if (!isKeyName(config.origin) || /\/\d+$/.test(config.origin))
    faults.push(
      'LEDGER_ORIGIN: không dấu cách, không dấu +, không kết thúc bằng /số / no space, no plus sign, no number as last part',
    );
  if (config.tsaUrl !== null && !isHttp(config.tsaUrl))
    faults.push('LEDGER_TSA_URL: cần URL / expected a URL (http:, https:)');
  const witnesses = witnessesIn(config.witnesses, faults);
  const settings: SealingSettings = {
    folder: config.dir,
    origin: config.origin,
    witnesses,
    quorum: quorumIn(config.witnessQuorum, witnesses.length, faults),
    tsaUrl: config.tsaUrl,
    checkpointIntervalMs: durationIn(config.checkpointInterval, 'LEDGER_CHECKPOINT_INTERVAL', faults),
    heartbeatMs: hourMs,
    tsaIntervalMs: durationIn(config.tsaInterval, 'LEDGER_TSA_INTERVAL', faults),
  };
  if (config.signingKey !== null && config.signingKeyFile !== null)
    faults.push('LEDGER_SIGNING_KEY, LEDGER_SIGNING_KEY_FILE: chỉ một trong hai / only one of the two');
  if (faults.length > 0) throw new InvalidSettings(faults);
  return settings;
};
