import type { OpinionStatus } from '#contracts/consultation-views.ts';
import type { Basis, DocumentReference } from '#domain/dossier/events.ts';

/** What became of one request to one body, as people read it. A deemed consent is never “đồng ý”. */
export const opinionOutcome: Readonly<Record<OpinionStatus, string>> = {
  waiting: 'chưa trả lời',
  answered: 'đã trả lời',
  'answered-late': 'trả lời quá hạn',
  returned: 'trả lại, không thuộc chức năng',
  withdrawn: 'đã rút',
  readdressed: 'chuyển đơn vị kế thừa',
  silent: 'quá hạn chưa trả lời',
  'consent-deemed': 'đồng ý do hết hạn',
  'deemed-void': 'đã hủy đồng ý do hết hạn',
  lapsed: 'hết hạn khi đơn vị đã giải thể',
};

export const basisText = (basis: Basis | null): string | null =>
  basis === null || basis.clause === null ? (basis?.text ?? null) : `${basis.text} (${basis.clause})`;

export const documentText = (document: DocumentReference | null): string | null => {
  if (document === null) return null;
  const number = [document.number, document.symbol].filter((part) => part !== null).join('/');
  const named = [number, document.issuedOn, document.title].filter((part) => part !== null && part !== '');
  return named.length === 0 ? null : named.join(' – ');
};
