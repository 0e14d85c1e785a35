import type { TimelineEntry } from '#contracts/views.ts';
import type { TextKey } from '../language/vi.ts';

type PartyData = { readonly kind: 'officer' | 'account' | 'unknown'; readonly id: string | null };

export type DetailValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'moment'; readonly at: string }
  | { readonly kind: 'party'; readonly party: PartyData }
  | { readonly kind: 'units'; readonly ids: readonly string[] }
  | { readonly kind: 'holder'; readonly party: PartyData; readonly unit: string | null };

export type Detail = { readonly label: TextKey; readonly value: DetailValue };

type Data = Readonly<Record<string, unknown>>;
type Reader = (value: unknown) => DetailValue | null;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const asText: Reader = (value) => {
  const text = textOf(value);
  return text === null ? null : { kind: 'text', text };
};
const asCode: Reader = (value) => {
  const code = textOf(value);
  return code === null ? null : { kind: 'code', code };
};
const asMoment: Reader = (value) => {
  const at = textOf(value);
  return at === null ? null : { kind: 'moment', at };
};
const asUnits: Reader = (value) => {
  const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => textOf(id) !== null);
  return ids.length === 0 ? null : { kind: 'units', ids };
};

function partyOf(value: unknown): PartyData | null {
  if (!isData(value)) return null;
  const { kind, id } = value;
  if (kind === 'unknown') return { kind, id: null };
  return (kind === 'officer' || kind === 'account') && typeof id === 'string' ? { kind, id } : null;
}
const asParty: Reader = (value) => {
  const party = partyOf(value);
  return party === null ? null : { kind: 'party', party };
};
const asHolder: Reader = (value) => {
  const party = isData(value) ? partyOf(value['party']) : null;
  return !isData(value) || party === null ? null : { kind: 'holder', party, unit: textOf(value['unit']) };
};

/** "Điều 22 Nghị định 30/2020/NĐ-CP, khoản 1": words of the basis, then its clause. */
const asBasis: Reader = (value) =>
  isData(value)
    ? asText([textOf(value['text']), textOf(value['clause'])].filter((part) => part !== null).join(', '))
    : null;

const asTexts: Reader = (value) =>
  Array.isArray(value) ? asText(value.filter((each) => textOf(each) !== null).join('; ')) : null;

/** Cited by number, day and title, or named in words. */
const asDocument: Reader = (value) => {
  if (!isData(value)) return asText(value);
  const cited = [textOf(value['number']), textOf(value['symbol'])].filter((part) => part !== null).join('/');
  const issued = textOf(value['issuedOn'])?.split('-').reverse().join('/') ?? null;
  return asText([cited, issued, textOf(value['title'])].filter((part) => part !== null && part !== '').join(' · '));
};

/** The fields of events that readers look for, in the order shown; ids of streams and links between events are not. */
const readers: readonly (readonly [string, TextKey, Reader])[] = [
  ['from', 'detail.from', asHolder],
  ['to', 'detail.to', asHolder],
  ['holder', 'detail.holder', asHolder],
  ['unit', 'detail.unit', asUnits],
  ['units', 'detail.units', asUnits],
  ['submitter', 'detail.submitter', asUnits],
  ['performer', 'detail.performer', asHolder],
  ['reviewer', 'detail.performer', asParty],
  ['recordedFor', 'detail.performer', asParty],
  ['objector', 'detail.performer', asParty],
  ['leadUnit', 'detail.leadUnit', asUnits],
  ['coordinators', 'detail.coordinators', asUnits],
  ['responsible', 'detail.responsible', asParty],
  ['step', 'detail.step', asText],
  ['note', 'detail.note', asText],
  ['proposal', 'detail.proposal', asText],
  ['topic', 'detail.topic', asText],
  ['result', 'detail.result', asCode],
  ['ground', 'detail.ground', asCode],
  ['explanation', 'detail.explanation', asText],
  ['direction', 'detail.direction', asDocument],
  ['content', 'detail.content', asText],
  ['resolution', 'detail.resolution', asText],
  ['statement', 'detail.statement', asText],
  ['order', 'detail.order', asText],
  ['defects', 'detail.defects', asTexts],
  ['papers', 'detail.papers', asTexts],
  ['decision', 'detail.decision', asCode],
  ['grounds', 'detail.grounds', asText],
  ['document', 'detail.document', asDocument],
  ['product', 'detail.product', asDocument],
  ['outcome', 'detail.outcome', asCode],
  ['reason', 'detail.reason', asText],
  ['basis', 'detail.basis', asBasis],
  ['rightUnit', 'detail.rightUnit', asUnits],
  ['arrivalNumber', 'detail.arrivalNumber', asText],
  ['dueAt', 'detail.dueAt', asMoment],
  ['newAppointment', 'detail.newAppointment', asMoment],
  ['deadline', 'detail.deadline', asMoment],
  ['correctsEventId', 'detail.correctsEventId', asText],
  ['approver', 'detail.approver', asParty],
  ['fileCode', 'detail.fileCode', asText],
  ['retention', 'detail.retention', asText],
];

const correctable: readonly (readonly [string, TextKey, Reader])[] = [
  ['subject', 'detail.subject', asText],
  ['issuer', 'detail.issuer', asText],
  ['number', 'detail.number', asText],
  ['symbol', 'detail.symbol', asText],
  ['dossierType', 'detail.dossierType', asText],
  ['receivedAt', 'detail.receivedAt', asMoment],
  ['deadline', 'detail.deadline', asMoment],
];

const read = (data: Data, table: typeof readers): readonly Detail[] =>
  table.flatMap(([field, label, reader]) => {
    const value = reader(data[field]);
    return value === null ? [] : [{ label, value }];
  });

/**
 * What an event says beyond its type, as labelled values. Of a secret dossier only who and when is shown:
 * free text and documents could carry what the subject must not.
 */
export function detailsOf(entry: Pick<TimelineEntry, 'data'>, secret: boolean): readonly Detail[] {
  const changes = isData(entry.data['changes']) ? read(entry.data['changes'], correctable) : [];
  const details = [...read(entry.data, readers), ...changes];
  return secret ? details.filter(({ value }) => value.kind !== 'text') : details;
}
