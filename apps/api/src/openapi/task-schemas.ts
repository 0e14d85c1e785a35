import type {
  ActTrace,
  AgeingRow,
  CitedDocument,
  CommitmentView,
  DeadlineView,
  EndingView,
  OverdueAgeing,
  Programme,
  ProgrammeItem,
  ProgrammeRow,
  ReminderView,
  ProductSubmissionView,
  TaskDetail,
  TaskRequestView,
  TaskSummary,
} from '#contracts/task-views.ts';
import {
  contract,
  count,
  countOrNull,
  flag,
  listOf,
  moment,
  momentOrNull,
  oneOf,
  oneOfOrNull,
  pageOf,
  ref,
  refOrNull,
  text,
  textOrNull,
  type Schema,
} from './schema-words.ts';

const assignedAt = '2025-07-01T01:00:00.000Z';
const dueAt = '2025-07-15T16:59:59.999Z';
const submittedAt = '2025-07-14T02:00:00.000Z';
const acceptedAt = '2025-07-17T02:00:00.000Z';
export const statuses = ['open', 'done', 'withdrawn'] as const;
const priorities = ['normal', 'key', 'overdue-clearance'] as const;
export const flagOrNull: Schema = { type: ['boolean', 'null'], examples: [false] };
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

export const citedDocument = contract<CitedDocument>({
  number: textOrNull('14'),
  symbol: textOrNull('CT-UBND'),
  issuedOn: textOrNull('2025-07-01'),
  title: textOrNull('Chỉ thị về kỷ cương hành chính'),
});
const trace: { readonly [K in keyof ActTrace]: Schema } = {
  at: moment(assignedAt),
  by: ref('PartyView'),
  unit: refOrNull('UnitRef'),
  capacity: oneOf('own', 'for-head', 'by-order', 'by-delegation', 'acting-head', 'clerk', 'system'),
};
const term: Schema = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: oneOf('working-days', 'working-hours', 'day', 'before-day', 'moment'),
    days: count(10),
  },
  additionalProperties: true,
};

const summary: { readonly [K in keyof TaskSummary]: Schema } = {
  taskId: text('NV-2025-0001'),
  title: text('Rà soát các nhiệm vụ quá hạn'),
  product: text('Báo cáo trình UBND tỉnh'),
  assigner: ref('UnitRef'),
  lead: ref('UnitRef'),
  coordinators: listOf(ref('UnitRef')),
  responsible: ref('PartyView'),
  status: oneOf(...statuses),
  priority: oneOf(...priorities),
  programme: orNull(
    contract<ProgrammeItem>({ name: text('Chương trình công tác'), year: count(2025), quarter: countOrNull(3) }),
  ),
  directiveId: textOrNull('VB-2025-0001'),
  dossierId: textOrNull(null),
  parentTaskId: textOrNull(null),
  assignedAt: moment(assignedAt),
  originalDueAt: moment(dueAt),
  dueAt: moment(dueAt),
  overdue: flag(false),
  waitingFor: oneOfOrNull('product', 'extension', 'withdrawal'),
  percent: countOrNull(40),
  submittedAt: momentOrNull(submittedAt),
  doneAt: momentOrNull(null),
  late: flagOrNull,
  lateAgainstOriginal: flagOrNull,
  extensions: count(0),
  timesSentBack: count(0),
  remindersSent: count(2),
};

const parts: Readonly<Record<string, Schema>> = {
  ActTrace: contract<ActTrace>(trace),
  DeadlineView: contract<DeadlineView>({
    dueAt: moment(dueAt),
    calendar: contract<DeadlineView['calendar']>({ calendar: text('vn'), version: count(3) }),
    term,
    ground: oneOf('assigned', 'extension', 'rework', 'reopening'),
    from: moment(assignedAt),
    until: momentOrNull(null),
    passed: flag(false),
    recordedPassed: flag(false),
  }),
  TaskRequestView: contract<TaskRequestView>({
    requestId: text('NV-2025-0001.1'),
    kind: oneOf('extension', 'withdrawal'),
    reason: text('Chưa có số liệu đo đạc'),
    milestone: moment('2025-08-20T10:00:00.000Z'),
    dueAt: moment(dueAt),
    requested: ref('ActTrace'),
    outcome: oneOf('pending', 'granted', 'refused'),
    settled: refOrNull('ActTrace'),
    note: textOrNull(null),
  }),
  CommitmentView: contract<CommitmentView>({
    commitmentId: text('NV-2025-0001.1'),
    taskId: text('NV-2025-0001'),
    title: text('Rà soát các nhiệm vụ quá hạn'),
    unit: ref('UnitRef'),
    madeBy: ref('PartyView'),
    madeAt: moment(submittedAt),
    milestone: moment('2025-08-20T16:59:59.999Z'),
    state: oneOf('open', 'met', 'broken', 'released'),
    endedAt: momentOrNull(null),
    recordedBroken: flag(false),
  }),
  ProductSubmissionView: contract<ProductSubmissionView>({
    product: citedDocument,
    submittedAt: moment(submittedAt),
    sentBackAt: momentOrNull(null),
    reason: textOrNull(null),
    defects: listOf(text('Thiếu số liệu quý II')),
  }),
  EndingView: contract<EndingView>({
    submittedAt: moment(submittedAt),
    acceptedAt: moment(acceptedAt),
    dueAt: moment(dueAt),
    inTime: flag(true),
    reopenedAt: momentOrNull(null),
    reopenedBecause: textOrNull(null),
    finishedForGood: flagOrNull,
  }),
  ReminderView: contract<ReminderView>({
    ...trace,
    kind: oneOf('before', 'due', 'after', 'manual'),
    text: textOrNull('Khẩn trương hoàn thành'),
    byHeadOfLead: flag(false),
  }),
};

const ageing = contract<AgeingRow>({
  unit: refOrNull('UnitRef'),
  open: count(40),
  overdue: count(9),
  upTo5: count(4),
  upTo10: count(3),
  upTo30: count(1),
  over30: count(1),
});

/** Answers about tasks, under the names of their types in libs/contracts/src/task-views.ts. */
export const taskSchemas: Readonly<Record<string, Schema>> = {
  ...parts,
  TaskSummary: contract<TaskSummary>(summary),
  TaskDetail: contract<TaskDetail>({
    ...summary,
    revision: count(3),
    assigned: ref('ActTrace'),
    acceptedAt: momentOrNull(assignedAt),
    refusals: listOf(contract<TaskDetail['refusals'][number]>({ ...trace, reason: text('Không thuộc chức năng') })),
    deadlines: listOf(ref('DeadlineView')),
    requests: listOf(ref('TaskRequestView')),
    commitments: listOf(ref('CommitmentView')),
    submissions: listOf(ref('ProductSubmissionView')),
    endings: listOf(ref('EndingView')),
    progress: listOf(
      contract<TaskDetail['progress'][number]>({
        ...trace,
        percent: count(40),
        statement: text('Đã rà soát 12/30 nhiệm vụ'),
        obstacles: textOrNull('Chờ số liệu'),
      }),
    ),
    reminders: listOf(ref('ReminderView')),
    priorities: listOf(
      contract<TaskDetail['priorities'][number]>({
        ...trace,
        priority: oneOf(...priorities),
        reason: text('Công trình trọng điểm'),
      }),
    ),
    subtasks: listOf(
      contract<TaskDetail['subtasks'][number]>({
        taskId: text('NV-2025-0001a'),
        lead: ref('UnitRef'),
        status: oneOf(...statuses),
      }),
    ),
  }),
  OverdueAgeing: contract<OverdueAgeing>({ asOf: moment(acceptedAt), tasks: listOf(ageing), dossiers: listOf(ageing) }),
  Programme: contract<Programme>({
    year: count(2025),
    units: listOf(
      contract<ProgrammeRow>({
        unit: ref('UnitRef'),
        items: count(20),
        delivered: count(14),
        deliveredInTime: count(12),
        withdrawn: count(1),
        open: count(5),
        overdue: count(2),
      }),
    ),
  }),
  TaskPage: pageOf('TaskSummary'),
  CommitmentPage: pageOf('CommitmentView'),
};
