import type { Bilingual } from '../../frame/failure.ts';

/** Something that the rules of handling know, and where the sample shows it. */
export type Situation = Bilingual & {
  readonly group: string;
  /** On the command line, and as a path of the API. */
  readonly command: string;
  readonly path: string;
  /** What stands in both answers. */
  readonly shows: string;
};

type Row = readonly [vi: string, en: string, shows: string, command: string, path: string];

const consultation = (id: string): string => `/v1/consultations/${id}`;
const dossier = (id: string): string => `/v1/dossiers/${id}/timeline`;
const ofUnit = (unit: string): string => `candidates --unit ${unit} --all`;
const candidates = (unit: string): string => `/v1/units/${unit}/candidates?limit=200`;

const opinions: readonly Row[] = [
  [
    'trả lời đúng hạn (-04 gia hạn, -05 rút lại)',
    'in time (-04 extended, -05 withdrawn)',
    'YK-2026-01',
    'consultations --requester SXD',
    consultation('YK-2026-01'),
  ],
  ['trả lại ngay', 'returned at once', 'YK-2026-02', 'consultations --requester SXD', consultation('YK-2026-02')],
  ['trả lại muộn', 'returned late', 'YK-2026-03', ofUnit('SCT'), consultation('YK-2026-03')],
  [
    'trả lời muộn, người soạn nghỉ phép',
    'late, the drafter on leave',
    'YK-2026-06',
    ofUnit('SVHTTDL'),
    consultation('YK-2026-06'),
  ],
  [
    'im lặng, đồng ý do hết hạn',
    'silent, consent deemed',
    'YK-2026-07',
    'consultations --deemed',
    '/v1/consultations/deemed',
  ],
  [
    'im lặng, chưa được quán triệt',
    'silent, rule never made known',
    'YK-2026-08',
    ofUnit('SGDDT'),
    consultation('YK-2026-08'),
  ],
  [
    'đồng ý do hết hạn bị hủy, có lý do',
    'deemed consent voided',
    'YK-2026-09',
    'consultations --requester STC',
    consultation('YK-2026-09'),
  ],
  ['văn bản đến quá chậm', 'late because it came late', 'YK-2026-10', ofUnit('SDTTG'), consultation('YK-2026-10')],
  [
    'cơ quan được hỏi bị sáp nhập',
    'addressee merged away',
    'YK-2025-01',
    'consultations --requester SNNMT',
    consultation('YK-2025-01'),
  ],
  [
    'ý kiến chung chung, bị phản đối',
    'generic, contested, settled',
    'YK-2026-11',
    ofUnit('SYT'),
    consultation('YK-2026-11'),
  ],
  ['hỏi lần thứ ba', 'asked for the third time', 'YK-2026-14', ofUnit('SXD'), consultation('YK-2026-14')],
  ['hỏi nơi không liên quan', 'asked who is not concerned', 'YK-2026-15', ofUnit('SNNMT'), consultation('YK-2026-15')],
  [
    'đang chờ, đã đôn đốc',
    'waiting, reminded',
    'YK-2026-16',
    'consultations --waiting-on STC',
    consultation('YK-2026-16'),
  ],
];

const authority: readonly Row[] = [
  ['đẩy lên trên, bị từ chối', 'pushed up, refused', 'TH-2026-02', 'submissions --refused', dossier('TH-2026-02')],
  [
    'căn cứ sai (-14 việc của mình để quá hạn, -15 trả lại)',
    'wrong ground (-14 own matter undecided, -15 returned)',
    'TH-2026-03',
    ofUnit('SCT'),
    dossier('TH-2026-03'),
  ],
  [
    'trình lên sau khi phối hợp không thành',
    'passed up after no consensus',
    'TH-2026-04',
    'dossier TH-2026-04',
    dossier('TH-2026-04'),
  ],
  [
    'chuyển ngang, căn cứ sai (-06 được giao, -07 không căn cứ)',
    'sideways (-06 directed, -07 no ground)',
    'TH-2026-05',
    ofUnit('SXD'),
    candidates('SXD'),
  ],
  ['ký theo ủy quyền đã hết', 'by a delegation that had ended', 'TH-2026-08', ofUnit('SXD'), candidates('SXD')],
  ['vượt thẩm quyền, đã phản đối', 'beyond authority, objected to', 'TH-2026-09', ofUnit('SCT'), dossier('TH-2026-09')],
  [
    'Văn phòng trả lại, rồi trình tiếp',
    'gate: returned, then forwarded',
    'TH-2026-10',
    'submissions --returned',
    dossier('TH-2026-10'),
  ],
  ['chuyển vòng quanh', 'round in circles', 'TH-2026-11', 'circulation', dossier('TH-2026-11')],
];

const work: readonly Row[] = [
  [
    'đúng hạn, chương trình công tác',
    'on time, work programme',
    'NV-2026-01',
    'tasks --unit STC',
    '/v1/tasks/NV-2026-01',
  ],
  [
    'quá hạn, im lặng, đã đôn đốc',
    'overdue in silence, reminded',
    'NV-2026-02',
    'tasks --overdue',
    '/v1/tasks/NV-2026-02',
  ],
  ['gia hạn, giữ đúng cam kết', 'extended, promise kept', 'NV-2026-03', 'tasks --unit SXD', '/v1/tasks/NV-2026-03'],
  [
    'không gia hạn, lý do chính đáng',
    'not extended, reason accepted',
    'NV-2026-04',
    ofUnit('SKHCN'),
    '/v1/tasks/NV-2026-04',
  ],
  ['cam kết không giữ', 'promise broken', 'NV-2026-05', 'tasks --broken-commitments', '/v1/commitments'],
  [
    'trả lại sản phẩm (-07: làm lại)',
    'sent back (-07: reopened)',
    'NV-2026-06',
    'tasks --unit STP',
    '/v1/tasks/NV-2026-06',
  ],
  [
    'báo cáo vướng mắc trước hạn (NV-2026-08)',
    'obstacle reported in time',
    'VM-2026-01',
    'office obstacles',
    '/v1/office/obstacles',
  ],
  ['kế thừa từ người tiền nhiệm', 'inherited', 'NV-2026-09', ofUnit('SNNMT'), '/v1/tasks/NV-2026-09'],
  ['Văn phòng không báo cáo quá hạn', 'overdue not reported', 'NV-2026-10', ofUnit('VPUB'), candidates('VPUB')],
];

const people: readonly Row[] = [
  [
    'chỉ đạo nhắc lại (xác nhận muộn)',
    'directive reissued, late receipt',
    'CD-2026-01',
    ofUnit('SXD'),
    '/v1/directives/CD-2026-02',
  ],
  [
    'không trả lời, báo lên (-06: gửi trung ương)',
    'no reply, reported up (-06: to the centre)',
    'KN-2026-01',
    'recommendations KN-2026-01',
    '/v1/recommendations/KN-2026-01',
  ],
  [
    'chung chung (-03 không rõ, -04 đùn đẩy, -05 chưa trình)',
    'generic (-03 no stance, -04 deflected, -05 not submitted)',
    'KN-2026-02',
    'recommendations --unit UBND-GHO',
    '/v1/recommendations/KN-2026-02',
  ],
  ['bổ sung hai lần, thư xin lỗi', 'papers twice, apology', 'TH-2026-12', ofUnit('KT-STH'), dossier('TH-2026-12')],
  [
    'giữ hồ sơ không làm gì, từ chối xử lý',
    'held and left, refused',
    'TH-2026-13',
    ofUnit('SNNMT'),
    candidates('SNNMT'),
  ],
  [
    'khâu chưa có người',
    'a step nobody answers for',
    'Cấp phép quảng cáo',
    'office steps --unit SVHTTDL --unassigned',
    '/v1/office/steps?unit=SVHTTDL&unassigned=true',
  ],
  ['không nhận phân công', 'assignment refused', 'PC-2026-01', 'office assignments', '/v1/office/assignments'],
  ['người kết luận, không phải máy', 'found by people', 'KL-2026-01', 'office findings', '/v1/office/findings'],
];

const groups = {
  'Lấy ý kiến / opinions': opinions,
  'Thẩm quyền, trình, chuyển / authority': authority,
  'Nhiệm vụ / tasks': work,
  'Chỉ đạo, kiến nghị, con người / directives, people': people,
};

export const situations: readonly Situation[] = Object.entries(groups).flatMap(([group, rows]) =>
  rows.map(([vi, en, shows, command, path]) => ({ group, vi, en, shows, command: `ledger ${command}`, path })),
);

/**
 * What the sample cannot show: a request without questions or deadline is refused when it is entered here, and
 * only another system's log may bring one along. The sample brings no such log.
 */
export const notShown: Bilingual = {
  vi: 'Không có trong mẫu: yêu cầu thiếu câu hỏi hoặc thời hạn (sổ cái từ chối; chỉ có khi nhập từ hệ thống khác).',
  en: 'Not shown: a request without questions or deadline (refused here; only an import can bring one).',
};

/** Whose rules those are. */
export const boundBy: Bilingual = {
  vi: 'Tỉnh hư cấu, văn bản có thật: xem như Chỉ thị Kon Tum 2024 áp dụng toàn tỉnh; công văn An Lão (im lặng là đồng ý) chỉ ở Bắc Giao.',
  en: 'An invented province under real texts: the Kon Tum directive as if for all of it, the An Lão letter (silence consents) in Bắc Giao only.',
};
