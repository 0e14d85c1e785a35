import { canonicalText } from '#evidence/canonical-json.ts';
import { leafHash } from '#evidence/leaf.ts';
import { sameBytes } from '#evidence/tree/node.ts';
import { toBase64 } from '#evidence/note/base64.ts';
import type { RawEvent } from '#store/event-store.ts';
import type { Findings } from './findings.ts';

export type Members = Readonly<Record<string, unknown>>;

/** An event whose bytes were looked at; the hash is our own, whatever the database says. */
export type SeenEvent = {
  readonly raw: RawEvent;
  readonly leaf: Uint8Array;
  /** Empty where the text is no JSON object. */
  readonly envelope: Members;
  readonly data: Members;
};

export const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};

/** What was parsed, when writing it down again gives the very same bytes; null otherwise. */
const parsedBack = (text: string, bytes: Uint8Array): { readonly value: unknown; readonly isNfc: boolean } | null => {
  try {
    const value: unknown = JSON.parse(text);
    const again = canonicalText(value);
    if (!sameBytes(again.bytes, bytes)) return null;
    return { value, isNfc: again.surelyNfc || text.normalize('NFC') === text };
  } catch {
    // No JSON, or nested deeper than can be walked.
    return null;
  }
};

/** Is the text in its one form, do the columns say the same, is the stored hash the one we make of it? */
export const checkBytes = (raw: RawEvent, findings: Findings): SeenEvent => {
  const { position, id, canonical } = raw;
  const bytes = Buffer.from(canonical, 'utf8');
  const leaf = leafHash(bytes);
  const parsed = parsedBack(canonical, bytes);
  const envelope = membersOf(parsed?.value);
  if (parsed === null) findings.add('event-not-canonical', { position, id });
  else checkColumns(raw, envelope, findings);
  if (parsed?.isNfc === false) findings.add('event-not-nfc', { position, id });
  if (!sameBytes(leaf, raw.leaf))
    findings.add('leaf-differs', { position, id, found: toBase64(raw.leaf), wanted: toBase64(leaf) });
  return { raw, leaf, envelope, data: membersOf(envelope['data']) };
};

const checkColumns = (raw: RawEvent, envelope: Members, findings: Findings): void => {
  const { position, id } = raw;
  for (const column of ['id', 'stream', 'type'] as const)
    if (envelope[column] !== raw[column])
      findings.add('event-columns-differ', {
        position,
        id,
        path: column,
        found: raw[column],
        wanted: String(envelope[column]),
      });
};
