import type { DocumentReference, Holder } from '#domain/dossier/events.ts';
import type { Party } from '#domain/kernel/event.ts';
import { DayField, IdField, PartyField, TextField } from '../edge/fields.ts';
import { maxOf } from '../ledger/act.dto.ts';

export class HolderDto {
  @PartyField({ description: 'Người hoặc tài khoản giữ hồ sơ', example: { kind: 'officer', id: 'cb-0001' } })
  readonly party!: Party;

  @IdField({ description: 'Đơn vị', example: 'so-noi-vu', optional: true })
  readonly unit?: string | null;
}

export class DocumentDto {
  @TextField({ description: 'Số', example: '14', max: maxOf.symbol, optional: true })
  readonly number?: string | null;

  @TextField({ description: 'Ký hiệu', example: 'CT-UBND', max: maxOf.symbol, optional: true })
  readonly symbol?: string | null;

  @DayField({ description: 'Ngày ban hành', example: '2023-04-28', optional: true })
  readonly issuedOn?: string | null;

  @TextField({
    description: 'Tên văn bản',
    example: 'Chỉ thị về kỷ cương hành chính',
    max: maxOf.subject,
    optional: true,
  })
  readonly title?: string | null;
}

export const holderOf = ({ party, unit }: HolderDto): Holder => ({ party, unit: unit ?? null });
export const documentOf = (document: DocumentDto): DocumentReference => ({
  number: document.number ?? null,
  symbol: document.symbol ?? null,
  issuedOn: document.issuedOn ?? null,
  title: document.title ?? null,
});
