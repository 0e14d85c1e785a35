import { answers, asks, completes, paper, person, registers, signedBy } from './seed-acts.ts';
import { letter } from './seed-004-cast.ts';
import { moment, type SeedStory } from './seed-story.ts';

const senders = {
  dh: ['cv-dh', 'ct-dh'],
  kpl: ['cv-kpl', 'ct-kpl'],
  skh: ['cv-kh', 'gd-kh'],
  stnmt: ['cv-tnmt', 'gd-tnmt'],
};
type Sender = keyof typeof senders;

type Recommendation = {
  readonly id: string;
  readonly from: Sender;
  /** A unit of the province, or a ministry in words. */
  readonly to: string;
  readonly forCommittee?: boolean;
  readonly dossierId?: string;
};
const recommends = async (story: SeedStory, asked: Recommendation): Promise<void> => {
  const { id, from, to, forCommittee = false, dossierId = null } = asked;
  const [drafter = '', signer = ''] = senders[from];
  const central = {
    to: { level: 'central', body: to },
    obstacle: 'Nghị định chưa hướng dẫn',
    beyondAuthorityBasis: { text: 'Luật Ngân sách nhà nước' },
  };
  const inProvince = { to: { level: 'province', unit: to }, forCommittee };
  await story.does(signer, 'recommendations', {
    recommendationId: id,
    sender: from,
    dossierId,
    content: 'Đề nghị hướng dẫn mức hỗ trợ đất trồng',
    term: { kind: 'working-days', days: 5 },
    signature: signedBy(drafter, signer),
    ...(to.startsWith('Bộ') ? central : inProvince),
  });
};
const acts = (story: SeedStory, by: string, act: string, said: object = {}) =>
  story.does(by, `recommendations/${act}`, said);
const registersMail = async (story: SeedStory, by: string, ids: readonly string[]): Promise<void> => {
  for (const id of ids) await acts(story, by, `${id}/confirm-delivery`, { arrivalNumber: id });
};
const knowsOf = (story: SeedStory, by: string, unitId: string) =>
  story.does(by, 'rulebook/disseminations', { instrumentId: letter, unitId, heldAt: story.now });

type Letter = { readonly id: string; readonly on: string; readonly reissueOf: string | null };
const earlier: readonly Letter[] = [
  { id: 'CV-2206', on: '2023-07-13', reissueOf: null },
  { id: 'CV-2369', on: '2023-07-24', reissueOf: 'CV-2206' },
  { id: 'CV-56', on: '2024-01-08', reissueOf: 'CV-2369' },
];
const issues = async (story: SeedStory, { id, on, reissueOf }: Letter): Promise<void> => {
  await story.does('chu-tich', 'directives', {
    directiveId: id,
    occurredAt: moment(on),
    issuer: 'ubnd',
    document: paper(id.slice(3), 'UBND-KTTH', on),
    duty: 'Người đứng đầu giải quyết dứt điểm kiến nghị, đề xuất',
    recipients: [
      ...['skh', 'stc', 'stnmt', 'dh', 'kpl'].map((unit) => ({ unit, role: 'execute' })),
      { unit: 'vp', role: 'know' },
    ],
    reissueOf,
  });
};

/** August: what the province had written three times before; a recommendation that lapsed before the letter came. */
const august = async (story: SeedStory): Promise<void> => {
  for (const each of earlier) await issues(story, each);
  await recommends(story, { id: 'KN-CU', from: 'dh', to: 'stc' });
  await registersMail(story, 'vt-tc', ['KN-CU']);
};

/** Thursday 12 to Monday 16 September: letter 3239 comes, is made known almost everywhere; recommendations go out. */
const letterComes = async (story: SeedStory): Promise<void> => {
  await story.on('2024-09-12');
  await issues(story, { id: 'CV-3239', on: '2024-09-12', reissueOf: 'CV-56' });
  const received = { arrivalNumber: '3239', receivedAt: moment('2024-09-12 09:00') };
  await story.on('2024-09-12 10:00');
  for (const by of ['cv-kh', 'vt-tc', 'cv-tnmt', 'cv-dh'])
    await story.does(by, 'directives/CV-3239/confirm-receipt', received);
  await story.on('2024-09-13');
  const sessions = [
    ['chu-tich', 'ubnd'],
    ['chanh-vp', 'vp'],
    ['gd-kh', 'skh'],
    ['gd-tc', 'stc'],
    ['ct-dh', 'dh'],
    ['ct-kpl', 'kpl'],
  ] as const;
  for (const [by, unit] of sessions) await knowsOf(story, by, unit);
  await recommends(story, { id: 'TW-KIP', from: 'skh', to: 'Bộ Kế hoạch và Đầu tư' });
  await recommends(story, { id: 'TW-MUON', from: 'stnmt', to: 'Bộ Tài nguyên và Môi trường' });
  await recommends(story, { id: 'TW-XONG', from: 'skh', to: 'Bộ Tài chính' });
  await registers(story, 'cv-dh', {
    id: 'HS-HO-TRO',
    about: 'ho-tro-dat',
    holder: person('cv-dh', 'dh'),
    until: '2024-09-30',
  });
  await story.on('2024-09-16');
  for (const by of ['cv-kpl', 'chanh-vp']) await story.does(by, 'directives/CV-3239/confirm-receipt', received);
  await recommends(story, { id: 'A-IM', from: 'dh', to: 'stc', dossierId: 'HS-HO-TRO' });
  await recommends(story, { id: 'A-CHUA-DEN', from: 'dh', to: 'stc' });
  await recommends(story, { id: 'A-KIP', from: 'kpl', to: 'stc' });
  await recommends(story, { id: 'A-MUON', from: 'dh', to: 'stnmt' });
  await recommends(story, { id: 'B-CHUNG', from: 'dh', to: 'skh' });
  await recommends(story, { id: 'B-DAY', from: 'kpl', to: 'skh' });
  await recommends(story, { id: 'B-KHONG-RO', from: 'kpl', to: 'stc' });
  await recommends(story, { id: 'B-OAN', from: 'dh', to: 'skh' });
  await recommends(story, { id: 'C-CHUA-TRINH', from: 'kpl', to: 'stnmt', forCommittee: true });
  await recommends(story, { id: 'C-DA-TRINH', from: 'dh', to: 'stnmt', forCommittee: true });
  await registersMail(story, 'vt-tc', ['A-IM', 'A-KIP', 'B-KHONG-RO']);
  await registersMail(story, 'cv-tnmt', ['A-MUON', 'C-CHUA-TRINH', 'C-DA-TRINH']);
  await registersMail(story, 'cv-kh', ['B-CHUNG', 'B-DAY', 'B-OAN']);
  const skh = { unit: 'skh', drafter: 'cv-kh', signer: 'gd-kh' };
  await asks(story, { id: 'YK-CHUNG', by: skh, bodies: ['stc'], days: 3 }, ['vt-tc']);
  await asks(story, { id: 'YK-TRE', by: skh, bodies: ['stnmt'], days: 3 }, ['cv-tnmt']);
  await asks(story, { id: 'YK-IM', by: skh, bodies: ['dh'], days: 3 }, ['cv-dh']);
};

const sentences = {
  generic: 'Đề nghị thực hiện theo quy định hiện hành.',
  deflected: 'Nội dung này đề nghị huyện hỏi Sở Tài chính.',
  noStance: 'Sở đã nghiên cứu nội dung kiến nghị.',
  clear: 'Thống nhất mức hỗ trợ 10 triệu đồng mỗi hộ theo Nghị quyết của HĐND tỉnh.',
};

/** Tuesday 17 to Friday 20 September: agencies answer, each in its way. */
const agenciesAnswer = async (story: SeedStory): Promise<void> => {
  await story.on('2024-09-18');
  await acts(story, 'gd-kh', 'B-CHUNG/answer', { content: sentences.generic });
  await acts(story, 'gd-kh', 'B-DAY/answer', { content: sentences.deflected });
  await acts(story, 'gd-kh', 'B-OAN/answer', {
    content: `${sentences.generic} ${sentences.clear}`,
    stance: 'agree',
  });
  await acts(story, 'gd-tc', 'B-KHONG-RO/answer', { content: sentences.noStance });
  await acts(story, 'gd-tnmt', 'C-CHUA-TRINH/answer', { content: sentences.clear, stance: 'agree' });
  await answers(story, 'YK-CHUNG', { unit: 'stc', drafter: 'pgd-tc', signer: 'gd-tc', grounds: sentences.generic });
  await story.on('2024-09-19');
  await acts(story, 'gd-kh', 'TW-XONG/settle', { outcome: 'Bộ đã có văn bản hướng dẫn' });
  await story.does('gd-kh', 'consultations/YK-CHUNG/assess-quality', {
    unit: 'stc',
    questionId: 'c1',
    quality: 'generic',
    quotedSentence: sentences.generic,
    reason: 'Không nêu phù hợp hay không phù hợp',
  });
  await story.on('2024-09-20');
  await acts(story, 'gd-tnmt', 'C-DA-TRINH/submit-to-committee', {
    committee: 'ubnd',
    document: paper('88', 'TTr-STNMT', '2024-09-20'),
  });
  await actingHead(story);
};

/** The director of finance retires; the deputy acts in the post. */
const actingHead = async (story: SeedStory): Promise<void> => {
  type Officer = { readonly appointments: readonly { readonly appointmentId: string }[] };
  const validTo = moment('2024-09-21 00:00');
  for (const who of ['gd-tc', 'pgd-tc']) {
    const { appointments } = await story.reads<Officer>(`/v1/officers/${who}`);
    const post = `units/stc/appointments/${appointments[0]?.appointmentId ?? ''}`;
    await story.administers(`${post}/end`, { validTo, reason: 'Nghỉ hưu; giao phụ trách' });
  }
  await story.administers('units/stc/appointments', { officerId: 'pgd-tc', role: 'acting-head', validFrom: validTo });
};

const reports = (story: SeedStory, by: string, id: string, said: object) =>
  acts(story, by, `${id}/report-unresolved`, { to: 'ubnd', reason: 'Chưa được giải quyết thỏa đáng', ...said });

/** Tuesday 24 September to Thursday 3 October: senders report, agencies contest, the Chairman judges. */
const sendersReport = async (story: SeedStory): Promise<Month> => {
  await story.on('2024-09-24');
  await reports(story, 'ct-kpl', 'C-CHUA-TRINH', { category: 'not-submitted' });
  await reports(story, 'ct-dh', 'B-CHUNG', { category: 'generic', quotedSentence: sentences.generic });
  await reports(story, 'ct-kpl', 'B-DAY', { category: 'deflected', quotedSentence: sentences.deflected });
  await reports(story, 'ct-kpl', 'B-KHONG-RO', { category: 'no-stance', quotedSentence: sentences.noStance });
  await reports(story, 'ct-dh', 'B-OAN', { category: 'generic', quotedSentence: sentences.generic });
  const path = 'recommendations/B-CHUNG/report-unresolved';
  const made = { to: 'ubnd', reason: 'Chung chung', category: 'generic' };
  const withoutQuote = await story.refuses('ct-dh', path, made);
  const notInReply = await story.refuses('ct-dh', path, { ...made, quotedSentence: 'Sở sẽ xem xét sau.' });
  const stanceGiven = await story.refuses('ct-dh', 'recommendations/B-OAN/report-unresolved', {
    ...made,
    category: 'no-stance',
    quotedSentence: sentences.clear,
  });
  await story.on('2024-09-25');
  await knowsOf(story, 'gd-tnmt', 'stnmt');
  await acts(story, 'gd-kh', 'TW-KIP/report-up', { to: { level: 'province', unit: 'ubnd' } });
  for (const id of ['B-CHUNG', 'B-OAN'])
    await acts(story, 'gd-kh', `${id}/contest-report`, { report: 1, statement: 'Văn bản đã nêu rõ' });
  await story.on('2024-09-26');
  await acts(story, 'gd-tnmt', 'A-MUON/answer', { content: sentences.clear, stance: 'agree' });
  const inTime = { occurredAt: moment('2024-09-20 15:00'), content: sentences.clear, stance: 'agree' };
  await story.does('vt-tc', 'recommendations/A-KIP/answer', inTime);
  await answers(story, 'YK-TRE', { unit: 'stnmt', drafter: 'cv-tnmt', signer: 'gd-tnmt' });
  await story.on('2024-09-27');
  const grounds = 'Đã xem xét văn bản trả lời';
  const selfJudged = await story.refuses('ct-dh', 'recommendations/B-CHUNG/judge-report', {
    report: 1,
    outcome: 'confirmed',
    grounds,
  });
  await acts(story, 'chu-tich', 'B-CHUNG/judge-report', { report: 1, outcome: 'confirmed', grounds });
  await acts(story, 'chu-tich', 'B-DAY/judge-report', { report: 1, outcome: 'confirmed', grounds });
  await acts(story, 'chu-tich', 'B-OAN/judge-report', { report: 1, outcome: 'set-aside', grounds });
  await acts(story, 'chu-tich', 'TW-KIP/report-up', { to: { level: 'central', body: 'Thủ tướng Chính phủ' } });
  const settled = { assessmentId: '1', outcome: 'confirmed', reason: 'Hết thời hạn phản hồi' };
  await story.does('chanh-vp', 'consultations/YK-CHUNG/settle-assessment', settled);
  await story.on('2024-10-02');
  await reports(story, 'ct-dh', 'A-IM', { category: 'no-reply' });
  await story.does('cv-dh', 'dossiers/HS-HO-TRO/hand-off', { to: person('cv-kh', 'skh'), reason: 'Chuyển giải quyết' });
  await story.on('2024-10-03');
  await acts(story, 'gd-tnmt', 'TW-MUON/report-up', { to: { level: 'province', unit: 'ubnd' } });
  return { withoutQuote, notInReply, stanceGiven, selfJudged };
};

/** The codes with which the product refused what letter 3239 does not mean. */
export type Month = Readonly<Record<'withoutQuote' | 'notInReply' | 'stanceGiven' | 'selfJudged', string | null>>;

export const tellMonth = async (story: SeedStory): Promise<Month> => {
  await august(story);
  await letterComes(story);
  await agenciesAnswer(story);
  const month = await sendersReport(story);
  await story.on('2024-10-11');
  await completes(story, 'cv-kh', 'HS-HO-TRO');
  return month;
};
