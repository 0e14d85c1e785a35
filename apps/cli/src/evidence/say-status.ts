import type { EvidenceStatus, WitnessStatus } from '#sealing/signer/evidence-status.ts';
import type { Output } from '../frame/context.ts';
import { moment } from '../frame/moment.ts';
import { facts, table } from '../frame/table.ts';

/** `uncovered`: events of the ledger that the newest checkpoint does not cover yet. */
export type StatusAnswer = EvidenceStatus & { readonly uncovered: string };

const checkpointText = ({ checkpoint }: StatusAnswer): string =>
  checkpoint === null ? 'chưa có / none yet' : `${checkpoint.size} sự kiện / events, ${moment(checkpoint.publishedAt)}`;

const witnessText = ({ witnesses, quorum, witnessed }: StatusAnswer): string => {
  if (witnesses.length === 0)
    return 'không có: chủ sổ có thể viết lại quá khứ mà không ai biết / none: nobody would notice a rewritten past';
  const cosigned = witnesses.filter(({ cosignedAt }) => cosignedAt !== null).length;
  const verdict = witnessed ? 'đủ / enough' : 'CHƯA ĐỦ / NOT ENOUGH';
  return `${String(cosigned)}/${String(witnesses.length)}, cần / needed ${String(quorum)}: ${verdict}`;
};

const exposureText = ({ uncovered, exposureWindowSeconds }: StatusAnswer): string =>
  `${uncovered} sự kiện chưa có điểm kiểm / events not covered yet; khoảng hở / exposure window ${String(exposureWindowSeconds)} s`;

const stepTexts = {
  round: 'một vòng niêm phong hỏng, đang thử lại / a sealing round failed, trying again',
  'time-stamp': 'chưa lấy được dấu thời gian, đang thử lại / no time stamp could be had, trying again',
  'subject-map':
    'bản đồ đối tượng chưa làm tiếp được, đang thử lại / the subject map could not be brought further, trying again',
} as const;

const mapText = ({ subjectMap }: StatusAnswer): string => {
  if (subjectMap === null) return 'chưa có / none yet';
  const { size, behind, since } = subjectMap;
  const left = behind === '0' ? 'đủ / complete' : `còn ${behind} sự kiện / ${behind} events behind`;
  return `${size} sự kiện / events, ${left} (${moment(since)})`;
};

/** The state of the evidence for a person. */
export const sayStatus = (output: Output, status: StatusAnswer): void => {
  const { origin, key, incarnation, timeStamp, refused, failing, witnesses } = status;
  const lines = facts([
    ['Sổ / origin', origin],
    ['Khóa công khai / public key', key ?? 'chưa có / none yet'],
    ['Đời / incarnation', String(incarnation)],
    ['Điểm kiểm cuối / last checkpoint', checkpointText(status)],
    ['Nhân chứng / witnesses', witnessText(status)],
    [
      'Dấu thời gian cuối / last time stamp',
      timeStamp === null ? 'chưa có / none yet' : `${timeStamp.size} sự kiện / events, ${moment(timeStamp.savedAt)}`,
    ],
    ['Chưa niêm phong / not covered', exposureText(status)],
    ['Bản đồ đối tượng / subject map', mapText(status)],
    ['Trục trặc / trouble', failing && `${stepTexts[failing.step]} (${moment(failing.since)})`],
  ]);
  for (const line of lines) output.line(line);
  if (witnesses.length > 0) sayWitnesses(output, witnesses);
  if (refused === null) return;
  output.line(`\nKHÔNG CÒN NIÊM PHONG từ ${moment(refused.since)} / NOTHING IS SEALED SINCE THEN`);
  for (const text of [refused.sentence, refused.remedy]) output.line(`  ${text.vi}\n  ${text.en}`);
};

const sayWitnesses = (output: Output, witnesses: readonly WitnessStatus[]): void => {
  const columns = [
    { heading: 'Nhân chứng / witness', value: ({ name }: WitnessStatus) => name },
    { heading: 'Đã ký lúc / cosigned', value: ({ cosignedAt }: WitnessStatus) => moment(cosignedAt) },
    { heading: 'Khóa / key', value: ({ key }: WitnessStatus) => key },
  ];
  output.line();
  for (const line of table(columns, witnesses)) output.line(line);
};
