import type { CandidateView, DutyView } from '#contracts/candidate-views.ts';
import type { Output } from '../frame/context.ts';
import { moment } from '../frame/moment.ts';
import { table, type Column } from '../frame/table.ts';
import { eventText, partyText, unitText } from '../frame/wording.ts';

const lineTexts: Readonly<Record<CandidateView['line'], string>> = {
  performer: 'trực tiếp',
  head: 'người đứng đầu',
  unit: 'đơn vị',
};

const columns: readonly Column<CandidateView>[] = [
  { heading: 'Dấu hiệu', value: ({ text }) => text.vi, maxWidth: 46 },
  { heading: 'Tư cách', value: ({ line }) => lineTexts[line] },
  { heading: 'Về', value: ({ subject }) => subject, maxWidth: 34 },
  { heading: 'Lúc', value: ({ at }) => moment(at) },
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 30 },
  { heading: 'Người thực hiện', value: ({ performer }) => partyText(performer), maxWidth: 32 },
  { heading: 'Người đứng đầu', value: ({ head }) => partyText(head), maxWidth: 32 },
  {
    heading: 'Quy định',
    value: ({ rules }) =>
      rules.map(({ obligation, instrument, clause }) => `${obligation} ${instrument} ${clause}`).join('; '),
    maxWidth: 44,
  },
  { heading: 'Tình tiết kèm theo', value: ({ mitigations }) => mitigations.map(({ text }) => text.vi).join('; ') },
  { heading: 'Bằng chứng', value: ({ evidence }) => evidence.map((position) => `#${position}`).join(' ') },
  { heading: 'Ghi muộn', value: ({ recordedLate }) => (recordedLate ? 'ghi muộn' : '') },
];

/** Said above every list: what a candidate is, and what it is not. */
const meaning =
  'Dấu hiệu cần xem xét: câu hỏi đặt ra cho người có thẩm quyền, không phải kết luận. / Candidates: questions to people, never findings.';

export const sayCandidates = (output: Output, items: readonly CandidateView[]): void => {
  output.line(meaning);
  if (items.length === 0) return output.line('Không có dấu hiệu nào. / No candidates.');
  for (const row of table(columns, items)) output.line(row);
};

const dutyColumns: readonly Column<DutyView>[] = [
  { heading: 'Lúc', value: ({ occurredAt }) => moment(occurredAt) },
  { heading: 'Việc', value: ({ type }) => eventText(type) },
  { heading: 'Về', value: ({ subject }) => subject, maxWidth: 40 },
  { heading: 'Vai trò', value: ({ part }) => (part === 'acted' ? 'thực hiện' : 'được nêu tên') },
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 34 },
  { heading: 'Hồ sơ', value: ({ dossierId }) => dossierId ?? '' },
  { heading: 'Ghi muộn', value: ({ recordedLate }) => (recordedLate ? 'ghi muộn' : '') },
];

export const sayDuties = (output: Output, items: readonly DutyView[]): void => {
  if (items.length === 0) return output.line('Không có việc nào. / None.');
  for (const row of table(dutyColumns, items)) output.line(row);
};
