import { text } from './text.ts';

export const recommendationTexts = {
  'recommendation.to-itself': text(
    422,
    'Đơn vị {unit} không gửi kiến nghị cho chính mình.',
    'Unit {unit} cannot send a recommendation to itself.',
  ),
  'recommendation.central-without-ground': text(
    422,
    'Kiến nghị lên {body} phải nêu vướng mắc và căn cứ vượt thẩm quyền của địa phương.',
    'A recommendation to {body} must state the obstacle and why it is beyond the authority of the province.',
  ),
  'recommendation.committee-matter-to-central': text(
    422,
    'Nội dung thuộc thẩm quyền của Ủy ban nhân dân thì cơ quan chuyên môn trình Ủy ban, không gửi {body}.',
    'A matter for the committee goes through the agency that submits it, not to {body}.',
  ),
  'recommendation.due-before-sending': text(
    422,
    'Thời hạn trả lời {dueAt} không sau thời điểm gửi {at}.',
    'The time limit {dueAt} is not after the moment of sending {at}.',
  ),
  'recommendation.signature-not-held': text(
    422,
    'Người ký không có tư cách “{capacity}” tại đơn vị {unit} khi ký.',
    'The signer did not hold the capacity “{capacity}” in unit {unit} when signing.',
  ),
  'recommendation.before-sending': text(
    422,
    'Thời điểm {moment} trước lúc kiến nghị được gửi ({sentAt}).',
    'The moment {moment} is before the recommendation was sent ({sentAt}).',
  ),
  'recommendation.settled': text(
    409,
    'Kiến nghị {recommendation} đã được giải quyết xong.',
    'Recommendation {recommendation} is settled.',
  ),
  'recommendation.already-delivered': text(
    409,
    'Kiến nghị đã được đăng ký đến từ {at}, số đến {number}.',
    'The recommendation was registered as received at {at}, number {number}.',
  ),
  'recommendation.not-for-committee': text(
    422,
    'Kiến nghị {recommendation} không thuộc thẩm quyền của Ủy ban nhân dân nên không phải trình.',
    'Recommendation {recommendation} is not a matter for the committee, so it is not submitted there.',
  ),
  'recommendation.already-submitted': text(
    409,
    'Nội dung kiến nghị đã được trình từ {at}.',
    'The matter was submitted to the committee at {at}.',
  ),
  'recommendation.not-a-committee-above': text(
    422,
    'Đơn vị {unit} không phải Ủy ban nhân dân cấp trên của cơ quan trình.',
    'Unit {unit} is not a committee above the submitting agency.',
  ),
  'recommendation.report-not-upward': text(
    422,
    'Đơn vị {unit} không phải cấp trên của {sender} để nhận báo cáo.',
    'Unit {unit} does not stand above {sender} and cannot be reported to.',
  ),
  'recommendation.deadline-not-passed': text(
    409,
    'Chưa hết thời hạn trả lời ({dueAt}); kiến nghị chưa được đăng ký đến thì chưa tính thời hạn.',
    'The time limit ({dueAt}) has not passed; none runs before the recommendation is registered as received.',
  ),
  'recommendation.was-answered': text(409, 'Kiến nghị đã được trả lời lúc {at}.', 'It was answered at {at}.'),
  'recommendation.was-submitted': text(
    409,
    'Nội dung đã được trình Ủy ban nhân dân lúc {at}.',
    'The matter was submitted to the committee at {at}.',
  ),
  'recommendation.not-answered': text(
    409,
    'Chưa có văn bản trả lời nên chưa thể nhận xét nội dung trả lời.',
    'There is no reply yet whose content could be found wanting.',
  ),
  'recommendation.quote-missing': text(
    422,
    'Nhận xét “{category}” phải trích nguyên văn câu trong văn bản trả lời.',
    'The finding “{category}” must quote the sentence of the reply it rests on.',
  ),
  'recommendation.quote-not-in-reply': text(
    422,
    'Câu trích không có trong văn bản trả lời: “{quote}”.',
    'The quoted sentence does not occur in the reply: “{quote}”.',
  ),
  'recommendation.stance-was-given': text(
    422,
    'Văn bản trả lời đã nêu rõ chính kiến: {stance}.',
    'The reply does state a stance: {stance}.',
  ),
  'recommendation.report-unknown': text(
    404,
    'Không có báo cáo số {report} trước thời điểm này.',
    'There is no report {report} before that moment.',
  ),
  'recommendation.report-contested-already': text(
    409,
    'Cơ quan được nêu đã có ý kiến về báo cáo này lúc {at}.',
    'The agency contested this report at {at} already.',
  ),
  'recommendation.report-judged-already': text(
    409,
    'Báo cáo này đã được kết luận lúc {at}.',
    'This report was judged at {at} already.',
  ),
  'recommendation.judged-by-reporter': text(
    403,
    'Người báo cáo không được tự kết luận báo cáo số {report}.',
    'Whoever made report {report} may not judge it.',
  ),
  'recommendation.not-a-leader': text(
    403,
    'Chỉ lãnh đạo đơn vị {unit} được kết luận báo cáo.',
    'Only a leader of unit {unit} may judge the report.',
  ),
  'recommendation.not-unsettled': text(
    409,
    'Chưa quá thời hạn ({dueAt}) và chưa có báo cáo chưa được giải quyết, nên chưa báo cáo lên trên.',
    'Neither has the time limit ({dueAt}) passed nor is it reported unresolved, so nothing is reported up yet.',
  ),
  'recommendation.central-report-not-by-committee': text(
    403,
    'Chỉ Ủy ban nhân dân tỉnh báo cáo {body}; đơn vị báo cáo Ủy ban nhân dân tỉnh.',
    'Only the committee of the province reports to {body}; units report to the committee.',
  ),
};
