import type { DossierStatus, PartyView, TrailInterval, UnitRef } from '#contracts/views.ts';
import type { DomainEvent } from '#domain/events.ts';
import { eventNames } from '#verifier/event-names.ts';

/** A person with name and id; an account says that it is none; nobody named is said openly. */
export const partyText = (party: PartyView | null): string => {
  if (party === null) return '–';
  if (party.kind === 'unknown') return '(không rõ người)';
  const named = party.name === null ? (party.id ?? '') : `${party.name} (${party.id ?? ''})`;
  return party.kind === 'account' ? `[tài khoản] ${named}` : named;
};

export const unitText = (unit: UnitRef | null): string => unit?.name ?? unit?.id ?? '–';

export const subjectText = (row: {
  readonly subject: string | null;
  readonly secretReference: string | null;
}): string => (row.secretReference === null ? (row.subject ?? '–') : `[mật] ${row.secretReference}`);

export const documentNumber = (row: { readonly number: string | null; readonly symbol: string | null }): string =>
  [row.number, row.symbol].filter((part) => part !== null).join('/') || '–';

export const statusText: Readonly<Record<DossierStatus, string>> = {
  open: 'đang xử lý',
  completed: 'đã giải quyết',
  archived: 'đã lưu trữ',
};

export const outcomeText: Readonly<Record<TrailInterval['outcome'], string>> = {
  open: 'đang giữ',
  'passed-on': 'đã chuyển',
  returned: 'đã trả lại',
  submitted: 'đã trình',
  completed: 'đã giải quyết',
  archived: 'đã lưu trữ',
  'left-office': 'thôi giữ chức',
};

/** The compiler asks for a name of every event that the ledger can hold. */
const eventTexts: Readonly<Record<DomainEvent['type'], string>> = eventNames;

const isNamed = (type: string): type is DomainEvent['type'] => Object.hasOwn(eventTexts, type);

/** Vietnamese for an event type; an unknown one is shown as it is. */
export const eventText = (type: string | null): string => {
  if (type === null) return '–';
  return isNamed(type) ? eventTexts[type] : type;
};
