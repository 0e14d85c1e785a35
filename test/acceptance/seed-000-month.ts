import { answers, asks, decides, nobodyOf, officer, paper, person, registers, workRules } from './seed-acts.ts';
import { moment, type SeedStory } from './seed-story.ts';

/*
 * May 2024 in the province of letter 000. Saturday 4 May is worked for Monday 29 April. What each dossier is for:
 *
 *   k3-gd-1  decided in time                        k3-gd-2  not decided in time, then after the review
 *   k3-gd-3  pushed up, refused by the Chairman     k3-gd-4  pushed up, accepted
 *   k3-qh-1  the committee's to decide              k3-tw-1  pushed to the centre, refused; k3-tw-2 accepted
 *   k3-tn-1  lay in a house with named steps        k3-tc-1  lay in a house without
 *   k3-xd-1  three rounds of opinion                k3-vl-1  passed on in error, returned after two weeks
 */
const expert = person('k3-cv-tnmt', 'k3-tnmt');
const finance = person('k3-cv-tc', 'k3-tc');
const builder = { unit: 'k3-xd', drafter: 'k3-cv-xd', signer: 'k3-gd-xd' };
const reply = { unit: 'k3-tc', drafter: 'k3-cv-tc', signer: 'k3-gd-tc' };

const houseInOrder = async (story: SeedStory): Promise<void> => {
  const procedure = { unit: 'k3-tnmt', procedure: 'Giao đất' };
  const steps = ['Tiếp nhận', 'Thẩm định', 'Trình ký'];
  await story.does('k3-gd-tnmt', 'office/procedures', { ...procedure, steps });
  const named = { ...procedure, officer: 'k3-cv-tnmt', from: story.now };
  for (const step of steps) await story.does('k3-gd-tnmt', 'office/steps', { ...named, step });
  await story.does('k3-gd-tnmt', 'office/regulations', {
    regulationId: 'k3-qc-1',
    unit: 'k3-tnmt',
    title: 'Quy trình giao đất',
    amended: true,
    stepsBefore: 7,
    stepsAfter: 3,
    document: paper('12', 'QĐ-STNMT', '2024-05-02'),
  });
};

const letterDistributed = async (story: SeedStory): Promise<void> => {
  await story.does('k3-chu-tich', 'directives', {
    directiveId: 'k3-thu',
    issuer: 'k3-ubnd',
    document: { number: null, symbol: 'UBND-KTTH', issuedOn: null, title: 'Chấn chỉnh' },
    duty: 'Chấn chỉnh, tăng cường trách nhiệm trong xử lý công việc',
    recipients: [
      ...['k3-tnmt', 'k3-tc', 'k3-xd', 'k3-dakto'].map((unit) => ({ unit, role: 'execute' })),
      { unit: 'k3-vp', role: 'know' },
    ],
  });
  await story.does('k3-vt-tnmt', 'directives/k3-thu/confirm-receipt', { arrivalNumber: '31' });
};

const dossiersCome = async (story: SeedStory): Promise<void> => {
  const land = (id: string, until?: string): Promise<void> =>
    registers(story, 'k3-vt-tnmt', { id, about: 'giao-dat', holder: expert, ...(until !== undefined && { until }) });
  await land('k3-gd-1', '2024-05-16');
  await land('k3-gd-2', '2024-05-10');
  for (const id of ['k3-gd-3', 'k3-gd-4', 'k3-vl-1']) await land(id);
  for (const id of ['k3-qh-1', 'k3-tw-1', 'k3-tw-2'])
    await registers(story, 'k3-vt-tnmt', { id, about: 'dieu-chinh-quy-hoach', holder: expert });
  await registers(story, 'k3-vt-tnmt', { id: 'k3-tn-1', about: 'giao-dat', holder: nobodyOf('k3-tnmt') });
  await registers(story, 'k3-vt-tc', { id: 'k3-tc-1', about: 'quyet-toan', holder: nobodyOf('k3-tc') });
  const permit = { id: 'k3-xd-1', about: 'cap-phep-xay-dung', holder: person('k3-cv-xd', 'k3-xd') };
  await registers(story, 'k3-cv-xd', permit);
};

const beyond = { ground: 'beyond-authority', explanation: 'Diện tích lớn' };
const submission = (to: object, ground: object | null) => ({ to, proposal: 'Đề nghị quyết định', ground });

/** The code with which each bare submission was refused. */
export type Refusals = { readonly upward: string | null; readonly toCentre: string | null };

const submissions = async (story: SeedStory): Promise<Refusals> => {
  const [chairman, centre] = [person('k3-chu-tich', 'k3-ubnd'), person('k3-vu-truong', 'k3-chinh-phu')];
  const submit = (id: string, to: object, ground: object | null): Promise<unknown> =>
    story.does('k3-cv-tnmt', `dossiers/${id}/submit`, submission(to, ground));
  const bare = (id: string, to: object): Promise<string | null> =>
    story.refuses('k3-cv-tnmt', `dossiers/${id}/submit`, submission(to, null));
  const refused = { upward: await bare('k3-gd-3', chairman), toCentre: await bare('k3-tw-1', centre) };
  for (const id of ['k3-gd-3', 'k3-gd-4']) await submit(id, chairman, beyond);
  for (const id of ['k3-tw-1', 'k3-tw-2']) await submit(id, centre, beyond);
  await submit('k3-qh-1', chairman, null);
  const misdirected = { to: finance, reason: 'Nhầm ngành' };
  await story.does('k3-cv-tnmt', 'dossiers/k3-vl-1/hand-off', misdirected);
  return refused;
};

const answersFromAbove = async (story: SeedStory): Promise<void> => {
  const refusal = { reason: 'Thuộc thẩm quyền của nơi trình', basis: workRules };
  await story.does('k3-chu-tich', 'dossiers/k3-gd-3/refuse-escalation', refusal);
  await story.does('k3-chu-tich', 'dossiers/k3-gd-4/accept-escalation', { note: 'Liên quan rừng phòng hộ' });
  await story.does('k3-vu-truong', 'dossiers/k3-tw-1/refuse-escalation', refusal);
  await story.does('k3-vu-truong', 'dossiers/k3-tw-2/accept-escalation', { note: 'Luật chưa quy định' });
  for (const id of ['k3-gd-4', 'k3-qh-1']) await decides(story, 'k3-chu-tich', id);
};

/** On the Monday after; the district has the letter to execute, the Office only to know. */
const confirmedLate = async (story: SeedStory): Promise<void> => {
  const receivedAt = moment('2024-05-02 15:00');
  for (const clerk of ['k3-vt-dakto', 'k3-chanh-vp'])
    await story.does(clerk, 'directives/k3-thu/confirm-receipt', { arrivalNumber: '77', receivedAt });
};

export const tellMay2024 = async (story: SeedStory): Promise<Refusals> => {
  const ask = (id: string): Promise<void> =>
    asks(story, { id, dossier: 'k3-xd-1', by: builder, bodies: ['k3-tc'], days: 3 }, ['k3-vt-tc']);
  await houseInOrder(story);
  await letterDistributed(story);
  await dossiersCome(story);
  await story.on('2024-05-03 09:00');
  const refused = await submissions(story);
  await story.on('2024-05-04 09:00');
  await answersFromAbove(story);
  await story.on('2024-05-06 09:00');
  await confirmedLate(story);
  await ask('k3-yk-1');
  await story.on('2024-05-08 09:00');
  await story.does('k3-gd-tc', 'dossiers/k3-tc-1/assign', { responsible: officer('k3-cv-tc') });
  await story.on('2024-05-09 09:00');
  await decides(story, 'k3-cv-tnmt', 'k3-gd-1');
  await story.on('2024-05-13 09:00');
  await ask('k3-yk-2');
  await story.does('k3-gd-tnmt', 'office/backlog-reviews', {
    reviewId: 'k3-td-1',
    unit: 'k3-tnmt',
    dossiers: ['k3-gd-2'],
    conclusion: 'Quyết định ngay hồ sơ đã chậm',
  });
  await story.on('2024-05-14 09:00');
  await decides(story, 'k3-cv-tnmt', 'k3-gd-2');
  await story.on('2024-05-17 09:00');
  const wrongHouse = { to: expert, reason: 'Không thuộc chức năng', basis: workRules };
  await story.does('k3-cv-tc', 'dossiers/k3-vl-1/return', wrongHouse);
  await story.on('2024-05-20 09:00');
  await answers(story, 'k3-yk-2', reply);
  await ask('k3-yk-3');
  await story.on('2024-05-22 09:00');
  await answers(story, 'k3-yk-3', reply);
  await decides(story, 'k3-cv-xd', 'k3-xd-1');
  await story.on('2024-05-31 17:30');
  return refused;
};
