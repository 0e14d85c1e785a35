import type { EraseSealedFields } from '#domain/evidence/commands.ts';
import { streamOf } from '#domain/events.ts';
import type { Instant, OfficerId } from '#domain/kernel/event.ts';
import { sampleEnd } from '../sample-period.ts';
import { head, member, type Script } from './script.ts';
import { leaveId } from './silence.ts';

/** An erasure of what the first event of a stream holds. The event's id is known where it is placed (play). */
export type PlannedErasure = {
  readonly erasedStream: string;
  readonly command: Omit<EraseSealedFields, 'eventId'>;
  readonly recordedAt: Instant;
  /** In whose trail the erased field can be seen. */
  readonly officer: OfficerId;
};

/** Why somebody was away: health, and so erased once nobody needs it; that they were away, and when, stays. */
export const erasureOf = (script: Script): PlannedErasure => ({
  erasedStream: streamOf.office(leaveId),
  command: {
    type: 'erase-sealed-fields',
    at: sampleEnd,
    actor: script.actor(head('SNV'), sampleEnd),
    paths: ['/data/kind'],
    ground: {
      text: 'Quy chế dữ liệu cá nhân tỉnh Sơn Hà (hư cấu): dữ liệu sức khỏe hết thời hạn lưu',
      clause: 'Điều 7',
    },
    document: { number: '12', symbol: 'QĐ-SNV', issuedOn: '2026-11-20', title: null },
  },
  recordedAt: sampleEnd,
  officer: script.officer(member('SVHTTDL'), '2026-10-13 08:00'),
});
