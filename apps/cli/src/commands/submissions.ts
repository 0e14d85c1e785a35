import type {
  FirstPassView,
  ReviewDepthView,
  ShareView,
  SubmissionStatus,
  SubmissionView,
} from '#contracts/submission-views.ts';
import type { Command } from 'commander';
import { ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import type { CliContext } from '../frame/context.ts';
import { moment } from '../frame/moment.ts';
import { sayNext, withPaging, type PagingOptions } from '../frame/paging.ts';
import { table, type Column } from '../frame/table.ts';
import { subjectText, unitText } from '../frame/wording.ts';
import { withViews } from '../views.ts';

type Options = CommonOptions &
  PagingOptions & {
    readonly refused?: true;
    readonly returned?: true;
    readonly submitter?: string;
    readonly firstPass?: true;
    readonly reviewDepth?: true;
  };

export const submissionsCommand = (context: CliContext): Command =>
  withPaging(
    ledgerCommand('submissions', {
      vi: 'Việc trình lên, chuyển có căn cứ, và cách bên nhận trả lời',
      en: 'What was submitted or passed on a ground, and how it was answered',
    })
      .addOption(
        option('--refused', {
          vi: 'chỉ việc bị từ chối vì thuộc thẩm quyền bên trình',
          en: 'only those refused',
        }).conflicts('returned'),
      )
      .addOption(option('--returned', { vi: 'chỉ hồ sơ trình bị trả lại', en: 'only those returned' }))
      .addOption(option('--submitter <id>', { vi: 'chỉ đơn vị trình này', en: 'only this submitting unit' }))
      .addOption(
        option('--first-pass', {
          vi: 'tỷ lệ đạt ngay lần trình đầu của từng đơn vị',
          en: 'first-pass rate of each unit',
        }).conflicts(['refused', 'returned', 'submitter', 'reviewDepth']),
      )
      .addOption(
        option('--review-depth', {
          vi: 'số cấp duyệt văn bản của từng đơn vị',
          en: 'levels of review of each unit',
        }).conflicts(['refused', 'returned', 'submitter']),
      ),
  ).action((options: Options) => {
    if (options.firstPass) return showFirstPass(context, options);
    return options.reviewDepth ? showReviewDepth(context, options) : showSubmissions(context, options);
  });

const statusOf = ({ refused, returned }: Options): SubmissionStatus | undefined => {
  if (refused) return 'refused';
  return returned ? 'returned' : undefined;
};

const showSubmissions = async (context: CliContext, options: Options): Promise<void> => {
  const { submitter, limit, cursor } = options;
  const status = statusOf(options);
  const page = await withViews(context, options, ({ readModels }) =>
    readModels.queries.submissions({ status, submitter, limit, cursor }),
  );
  if (options.json) return context.output.json(page);
  if (page.items.length === 0) return context.output.line('Không có việc nào. / Nothing.');
  for (const line of table(submissionColumns, page.items)) context.output.line(line);
  sayNext(context.output, page);
};

const showFirstPass = async (context: CliContext, options: Options): Promise<void> => {
  const rates = await withViews(context, options, ({ readModels }) => readModels.queries.firstPass());
  if (options.json) return context.output.json(rates);
  if (rates.length === 0) return context.output.line('Chưa có hồ sơ trình nào được Văn phòng xử lý. / None yet.');
  for (const line of table(firstPassColumns, rates)) context.output.line(line);
};

const showReviewDepth = async (context: CliContext, options: Options): Promise<void> => {
  const depths = await withViews(context, options, ({ readModels }) => readModels.queries.reviewDepth());
  if (options.json) return context.output.json(depths);
  if (depths.length === 0) return context.output.line('Chưa có cấp duyệt nào được ghi. / None yet.');
  for (const line of table(depthColumns, depths)) context.output.line(line);
};

const statusTexts: Readonly<Record<SubmissionStatus, string>> = {
  pending: 'chưa trả lời',
  accepted: 'nhận giải quyết',
  refused: 'từ chối: thuộc thẩm quyền bên trình',
  returned: 'trả lại',
  forwarded: 'Văn phòng trình tiếp',
};
const groundTexts: Readonly<Record<NonNullable<SubmissionView['ground']>, string>> = {
  'beyond-authority': 'vượt thẩm quyền',
  'no-consensus': 'không thống nhất được',
  direction: 'theo chỉ đạo',
  delegation: 'theo ủy quyền',
};

const percent = (share: number): string => `${String(Math.round(share * 100))}%`;

/** "4/6 (67%, 30–90%)"; with few cases the counts alone. */
const shareText = ({ numerator, denominator, share, interval }: ShareView): string => {
  const counts = `${String(numerator)}/${String(denominator)}`;
  return share === null || interval === null
    ? `${counts} (ít quá)`
    : `${counts} (${percent(share)}, ${percent(interval.low)}–${percent(interval.high)})`;
};

const submissionColumns: readonly Column<SubmissionView>[] = [
  { heading: 'Hồ sơ', value: ({ dossierId }) => dossierId },
  { heading: 'Lúc', value: ({ at }) => moment(at) },
  { heading: 'Hình thức', value: ({ by }) => (by === 'submit' ? 'trình' : 'chuyển') },
  { heading: 'Từ', value: ({ submitter }) => unitText(submitter), maxWidth: 36 },
  { heading: 'Đến', value: ({ receiver }) => unitText(receiver), maxWidth: 36 },
  { heading: 'Căn cứ nêu', value: ({ ground }) => (ground === null ? '–' : groundTexts[ground]) },
  { heading: 'Kết quả', value: ({ status }) => statusTexts[status] },
  { heading: 'Trả lời', value: ({ answeredAt }) => moment(answeredAt) },
  { heading: 'Lý do', value: ({ reason }) => reason ?? '', maxWidth: 60 },
  { heading: 'Căn cứ trả lời', value: ({ basis }) => basis ?? '', maxWidth: 48 },
  { heading: 'Trích yếu', value: subjectText, maxWidth: 48 },
];

const firstPassColumns: readonly Column<FirstPassView>[] = [
  { heading: 'Đơn vị trình', value: ({ submitter }) => unitText(submitter), maxWidth: 48 },
  { heading: 'Đạt ngay lần đầu (khoảng tin cậy 95%)', value: ({ firstPass }) => shareText(firstPass), align: 'right' },
  { heading: 'Lần bị trả', value: ({ returns }) => String(returns), align: 'right' },
  {
    heading: 'Trình tiếp dù chưa đạt',
    value: ({ forwardedDefective }) => String(forwardedDefective),
    align: 'right',
  },
];

const depthColumns: readonly Column<ReviewDepthView>[] = [
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 48 },
  { heading: 'Văn bản', value: ({ documents }) => String(documents), align: 'right' },
  { heading: 'Lượt duyệt', value: ({ levels }) => String(levels), align: 'right' },
  { heading: 'Nhiều cấp nhất', value: ({ deepest }) => String(deepest), align: 'right' },
  { heading: 'Không sửa, không ý kiến', value: ({ valueFree }) => shareText(valueFree), align: 'right' },
];
