import { answers, asks, decides, nobodyOf, officer, paper, person, registers, workRules } from './seed-acts.ts';
import { daysPass, delaysAreReported, tasksAreGiven, type TaskRefusals } from './seed-002-tasks.ts';
import { moment, type SeedStory } from './seed-story.ts';

/*
 * March 2025 in the province of directive 002. What each dossier is for:
 *
 *   k5-cp-1  pushed up, refused by the Chairman        k5-cp-2  inter-sector, agreeing tried and failed, goes up
 *   k5-cp-3  papers asked of a citizen twice           k5-cp-4  passed to a peer by written direction
 *   k5-dn-1  another's matter decided without right    k5-dn-2  decided by written delegation
 *   k5-dn-3  decided by written direction              k5-dn-4  worked on in coordination
 *   k5-tc-1  lay without a name                        k5-kh-1  wrong house, back after a week
 */
const builder = person('k5-cv-xd', 'k5-xd');
const road = person('k5-cv-gt', 'k5-gt');
const chairman = person('k5-chu-tich', 'k5-ubnd');
const direction = {
  ground: 'direction',
  explanation: 'Theo chỉ đạo',
  direction: { number: '21', symbol: 'TB-UBND', issuedOn: '2025-03-03', title: 'Kết luận của Chủ tịch' },
};

export type Refusals = TaskRefusals & {
  readonly untried: string | null;
  readonly byColleague: string | null;
  readonly forAnother: string | null;
};

const houseInOrder = async (story: SeedStory): Promise<void> => {
  const replaced = { instrumentId: 'ct-02-2018-kon-tum', unitId: 'k5-xd', withSubordinates: true };
  await story.administers('rulebook/bindings', { ...replaced, from: moment('2024-01-01 00:00') });
  await story.administers('delegations', {
    delegationId: 'k5-uq-1',
    unitId: 'k5-gt',
    delegator: 'k5-gd-gt',
    delegate: 'k5-cv-xd',
    scope: 'dau-noi-duong',
    document: '3/GUQ-SGTVT',
    validFrom: moment('2025-03-10 00:00'),
    validTo: moment('2025-04-01 00:00'),
  });
  const step = { unit: 'k5-xd', procedure: 'Cấp phép', step: 'Thẩm định', officer: 'k5-cv-xd', from: story.now };
  await story.does('k5-gd-xd', 'office/steps', step);
  await story.does('k5-gd-xd', 'office/regulations', {
    regulationId: 'k5-qc-1',
    unit: 'k5-xd',
    title: 'Quy chế làm việc của sở',
    amended: false,
  });
};

/** Received on Monday; the district confirms on Wednesday. */
const directiveDistributed = async (story: SeedStory): Promise<void> => {
  await story.does('k5-chu-tich', 'directives', {
    directiveId: 'k5-ct',
    issuer: 'k5-ubnd',
    document: { number: null, symbol: 'CT-UBND', issuedOn: null, title: 'Kỷ luật, kỷ cương hành chính' },
    duty: 'Tăng cường kỷ luật, kỷ cương hành chính',
    recipients: [
      { unit: 'k5-xd', role: 'execute' },
      { unit: 'k5-sathay', role: 'execute' },
      { unit: 'k5-vp', role: 'know' },
    ],
  });
  await story.does('k5-vt-xd', 'directives/k5-ct/confirm-receipt', { arrivalNumber: '44' });
};
const confirmedLate = (story: SeedStory): Promise<unknown> =>
  story.does('k5-vt-sathay', 'directives/k5-ct/confirm-receipt', {
    arrivalNumber: '9',
    receivedAt: moment('2025-03-03 15:00'),
  });

const dossiersCome = async (story: SeedStory): Promise<void> => {
  const comes = (id: string, about: string): Promise<void> =>
    registers(story, 'k5-vt-xd', { id, about, holder: builder });
  for (const id of ['k5-cp-1', 'k5-cp-2', 'k5-cp-3', 'k5-cp-4']) await comes(id, 'cap-phep-xay-dung');
  for (const id of ['k5-dn-1', 'k5-dn-2']) await comes(id, 'dau-noi-duong');
  await comes('k5-kh-1', 'khac');
  for (const id of ['k5-dn-3', 'k5-dn-4'])
    await registers(story, 'k5-vt-gt', { id, about: 'dau-noi-duong', holder: road });
  await registers(story, 'k5-vt-tc', { id: 'k5-tc-1', about: 'khac', holder: nobodyOf('k5-tc') });
};

const submission = (ground: object) => ({ to: chairman, proposal: 'Xin ý kiến chỉ đạo', ground });

/** 4 to 7 March: up, aside, back; agreeing is tried before going up. */
const moves = async (story: SeedStory): Promise<Pick<Refusals, 'untried'>> => {
  await story.on('2025-03-04 09:00');
  const beyond = { ground: 'beyond-authority', explanation: 'Công trình lớn' };
  await story.does('k5-cv-xd', 'dossiers/k5-cp-1/submit', submission(beyond));
  const failed = { ground: 'no-consensus', explanation: 'Liên ngành, không thống nhất được' };
  const untried = await story.refuses('k5-cv-xd', 'dossiers/k5-cp-2/submit', submission(failed));
  const aside = { to: road, reason: 'Chuyển theo chỉ đạo', ground: direction };
  await story.does('k5-cv-xd', 'dossiers/k5-cp-4/hand-off', aside);
  await story.does('k5-cv-xd', 'dossiers/k5-kh-1/hand-off', { to: road, reason: 'Đề nghị giải quyết' });
  await story.does('k5-cv-gt', 'dossiers/k5-dn-3/hand-off', { ...aside, to: builder });
  const lead = { leadUnit: 'k5-gt', coordinators: ['k5-xd'], responsible: officer('k5-cv-gt') };
  await story.does('k5-cv-gt', 'dossiers/k5-dn-4/assign', lead);
  await story.does('k5-cv-xd', 'dossiers/k5-dn-4/perform-step', { step: 'Góp ý kết cấu' });
  await story.on('2025-03-05 09:00');
  await story.does('k5-cv-xd', 'dossiers/k5-cp-2/record-coordination', {
    attemptId: 'k5-hop-1',
    units: ['k5-gt', 'k5-tc'],
    topic: 'Hành lang an toàn đường bộ',
    heldAt: story.now,
    result: 'not-agreed',
  });
  const dissent = { dissentId: 'k5-kt-1', unit: 'k5-gt', content: 'Lấn hành lang' };
  await story.does('k5-gd-gt', 'dossiers/k5-cp-2/record-dissent', dissent);
  const evidence = { attempts: ['k5-hop-1'], dissents: ['k5-kt-1'] };
  await story.does('k5-cv-xd', 'dossiers/k5-cp-2/submit', submission({ ...failed, ...evidence }));
  const refusal = { reason: 'Thuộc thẩm quyền của sở', basis: workRules };
  await story.does('k5-chu-tich', 'dossiers/k5-cp-1/refuse-escalation', refusal);
  for (const id of ['k5-dn-1', 'k5-dn-3']) await decides(story, 'k5-cv-xd', id);
  for (const paperAsked of ['Bản vẽ', 'Bản sao quyết định'])
    await story.does('k5-cv-xd', 'dossiers/k5-cp-3/request-supplement', { papers: [paperAsked], reason: 'Thiếu' });
  return { untried };
};

/** 3 to 12 March: one body answers in time, one late, one not at all, one returns the request after a week. */
const opinions = async (story: SeedStory): Promise<void> => {
  const by = { unit: 'k5-xd', drafter: 'k5-cv-xd', signer: 'k5-gd-xd' };
  const bodies = ['k5-tc', 'k5-gt', 'k5-sathay'];
  await asks(story, { id: 'k5-yk-1', by, bodies, days: 3 }, ['k5-vt-tc', 'k5-vt-gt', 'k5-vt-sathay']);
};

const persons = async (story: SeedStory): Promise<Pick<Refusals, 'byColleague' | 'forAnother'>> => {
  const document = paper('8', 'QĐ', '2025-03-06');
  const assign = (assignmentId: string, by: string, [to, unit]: readonly [string, string]): Promise<unknown> =>
    story.does(by, 'office/assignments', {
      assignmentId,
      officer: to,
      unit,
      duty: 'Biệt phái về Một cửa',
      document,
      effectiveFrom: moment('2025-03-17'),
    });
  await assign('k5-pc-1', 'k5-gd-xd', ['k5-cv-xd', 'k5-xd']);
  await assign('k5-pc-2', 'k5-gd-tc', ['k5-cv-tc', 'k5-tc']);
  const refusal = { officer: 'k5-cv-xd', reason: 'Con nhỏ, đường xa' };
  const forAnother = await story.refuses('k5-gd-xd', 'office/assignments/k5-pc-1/refuse', refusal);
  await story.does('k5-cv-xd', 'office/assignments/k5-pc-1/refuse', refusal);
  await story.does('k5-cv-tc', 'office/assignments/k5-pc-2/accept', { officer: 'k5-cv-tc' });
  const disunity = { kind: 'disunity', officer: 'k5-cv-tc', statement: 'Theo kết luận số 9', source: document };
  const byColleague = await story.refuses('k5-cv-gt', 'office/findings', disunity);
  await story.does('k5-chanh-tt', 'office/findings', { ...disunity, findingId: 'k5-kl-1' });
  const wrong = { kind: 'wrong-performance', officer: 'k5-cv-gt', statement: 'Làm thiếu bước', source: document };
  await story.does('k5-gd-gt', 'office/findings', { ...wrong, findingId: 'k5-kl-2' });
  return { byColleague, forAnother };
};

/** 21 March on: who has a reason says so, and a leader decides. */
const reasons = async (story: SeedStory): Promise<void> => {
  const claim = async (reasonId: string, who: string, subject: string): Promise<void> => {
    const found = (await story.candidates(who)).find((candidate) => candidate.subject === subject);
    const said = { reasonId, incident: found?.incident, officer: who, reason: 'Phải chống bão' };
    await story.does(who, 'office/reasons', said);
  };
  await claim('k5-ld-1', 'k5-cv-gt', 'office-k5-kl-2');
  await claim('k5-ld-2', 'k5-cv-tc', 'task-k5-nv-2');
  await story.does('k5-gd-gt', 'office/reasons/k5-ld-1/accept', { grounds: 'Có quyết định huy động' });
  await story.does('k5-gd-tc', 'office/reasons/k5-ld-2/reject', { grounds: 'Không được huy động' });
};

export const tellMarch2025 = async (story: SeedStory): Promise<Refusals> => {
  const finance = { unit: 'k5-tc', drafter: 'k5-cv-tc', signer: 'k5-gd-tc' };
  await houseInOrder(story);
  await dossiersCome(story);
  await directiveDistributed(story);
  await tasksAreGiven(story);
  await opinions(story);
  const moved = await moves(story);
  await confirmedLate(story);
  await answers(story, 'k5-yk-1', finance);
  await story.on('2025-03-06 09:00');
  const said = await persons(story);
  const reported = await delaysAreReported(story);
  await decides(story, 'k5-cv-xd', 'k5-dn-2');
  await answers(story, 'k5-yk-1', { unit: 'k5-gt', drafter: 'k5-cv-gt', signer: 'k5-gd-gt' });
  const back = { to: builder, reason: 'Không thuộc chức năng', basis: workRules };
  await story.does('k5-cv-gt', 'dossiers/k5-kh-1/return', back);
  await story.on('2025-03-18 09:00');
  const passed = await daysPass(story);
  await story.on('2025-03-24 09:00');
  await reasons(story);
  await story.on('2025-03-31 17:30');
  return { ...moved, ...said, ...reported, ...passed };
};
