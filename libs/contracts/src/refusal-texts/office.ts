import { text } from './text.ts';

export const officeTexts = {
  'office.before-beginning': text(
    422,
    'Thời điểm {moment} trước việc được trả lời ({begunAt}).',
    'The moment {moment} is before what it answers ({begunAt}).',
  ),
  'office.already-answered': text(409, 'Việc này đã được trả lời hoặc quyết định.', 'This was answered or decided.'),
  'office.period-empty': text(
    422,
    'Khoảng thời gian từ {from} đến {to} không có độ dài.',
    'The period from {from} to {to} has no length.',
  ),
  'office.not-a-leader': text(
    403,
    'Chỉ lãnh đạo đơn vị {unit} hoặc cấp trên được làm việc này.',
    'Only a leader of unit {unit} or above may do this.',
  ),
  'office.evidence-malformed': text(
    422,
    'Chứng cứ phải là vị trí trên sổ cái: {evidence}.',
    'Evidence must be a ledger position: {evidence}.',
  ),
  'obstacle.channel-not-above': text(
    422,
    'Khó khăn, vướng mắc của đơn vị {unit} không phản ánh qua {channel} được.',
    'Unit {unit} cannot report an obstacle through {channel}.',
  ),
  'obstacle.concern-malformed': text(
    422,
    'Việc liên quan phải là hồ sơ, nhiệm vụ, lấy ý kiến, kiến nghị hoặc văn bản chỉ đạo: {concern}.',
    'What it concerns must be a dossier, task, consultation, recommendation or directive: {concern}.',
  ),
  'procedure.step-repeated': text(422, 'Khâu “{step}” được nêu hai lần.', 'Step “{step}” is named twice.'),
  'step.officer-not-in-unit': text(
    422,
    'Cán bộ {officer} không công tác tại đơn vị {unit} vào {from}.',
    'Officer {officer} did not serve in unit {unit} at {from}.',
  ),
  'regulation.amendment-without-document': text(
    422,
    'Sửa đổi quy chế, quy trình phải nêu văn bản sửa đổi.',
    'An amendment must name its document.',
  ),
  'regulation.steps-without-amendment': text(
    422,
    'Không sửa đổi thì số bước không thay đổi.',
    'Without an amendment the number of steps stays.',
  ),
  'regulation.steps-half-counted': text(
    422,
    'Nêu số bước sau rà soát thì phải nêu cả số bước trước.',
    'Steps counted after the review must be counted before it, too.',
  ),
  'assignment.not-the-officer': text(
    403,
    'Chỉ người được phân công ({officer}) được nhận hoặc từ chối.',
    'Only the officer assigned ({officer}) may accept or refuse.',
  ),
  'leave.recorded-by-oneself': text(
    403,
    'Việc nghỉ của {officer} phải do người khác ghi.',
    'The leave of {officer} must be recorded by somebody else.',
  ),
  'leave.officer-not-in-unit': text(
    422,
    'Cán bộ {officer} không công tác tại đơn vị {unit} vào {from}.',
    'Officer {officer} did not serve in unit {unit} at {from}.',
  ),
  'reason.not-the-officer': text(
    403,
    'Chỉ chính {officer} được nêu lý do của mình.',
    'Only {officer} may claim their own reason.',
  ),
  'reason.decided-by-claimant': text(
    403,
    'Cán bộ {officer} không được tự quyết định lý do của mình.',
    'Officer {officer} may not decide on their own reason.',
  ),
  'reason.decider-not-competent': text(
    403,
    'Lý do phải do lãnh đạo có thẩm quyền của đơn vị {unit} hoặc cấp trên quyết định.',
    'The reason is decided by a competent leader of unit {unit} or above.',
  ),
  'finding.human-only': text(
    403,
    'Kết luận về hành vi chỉ do con người lập, từ biên bản hoặc kết luận bằng văn bản.',
    'A finding on conduct is made by people alone, from minutes or a written conclusion.',
  ),
  'finding.source-missing': text(
    422,
    'Phải nêu số hoặc tên biên bản, kết luận làm nguồn.',
    'The minutes or conclusion it is taken from must be named.',
  ),
  'finding.on-oneself': text(
    422,
    'Cán bộ {officer} không được lập kết luận về chính mình.',
    'Officer {officer} cannot record a finding on themselves.',
  ),
  'finding.not-competent': text(
    403,
    'Chỉ thanh tra hoặc lãnh đạo có thẩm quyền được ghi kết luận về {officer}.',
    'Only the inspectorate or a competent leader may record a finding on {officer}.',
  ),
  'report.names-nobody': text(
    422,
    'Báo cáo quá hạn, nợ đọng phải nêu đơn vị.',
    'A report of what is overdue must name the bodies.',
  ),
  'report.not-upward': text(
    422,
    'Đơn vị {unit} báo cáo cấp trên, {to} không phải cấp trên.',
    'Unit {unit} reports to those above it; {to} is not above.',
  ),
  'review.human-only': text(
    403,
    'Chỉ con người đề xuất xem xét trách nhiệm, không phải tài khoản hay hệ thống.',
    'Only people propose a review, never accounts or machines.',
  ),
  'review.without-evidence': text(
    422,
    'Đề xuất xem xét trách nhiệm phải kèm chứng cứ trên sổ cái.',
    'A proposed review must rest on events of the ledger.',
  ),
  'review.one-proposer': text(422, 'Phải có hai người đề xuất.', 'Two people must propose.'),
  'review.proposers-of-one-unit': text(
    422,
    'Hai người đề xuất phải thuộc hai đơn vị, không cùng {unit}.',
    'The two proposers must be of two units, not both of {unit}.',
  ),
  'review.proposer-is-subject': text(
    422,
    'Cán bộ {officer} không thể vừa đề xuất vừa là người được xem xét.',
    'Officer {officer} cannot both propose and be reviewed.',
  ),
  'review.not-the-second': text(
    403,
    'Chỉ người đồng đề xuất ({officer}), với tư cách đơn vị mình, được xác nhận đề xuất.',
    'Only the co-proposer ({officer}), acting for their own unit, may second the proposal.',
  ),
  'review.not-seconded': text(
    409,
    'Người đồng đề xuất chưa xác nhận.',
    'The co-proposer has not seconded the proposal yet.',
  ),
  'review.decider-not-competent': text(
    403,
    'Chỉ lãnh đạo Ủy ban nhân dân cấp trên của đơn vị {unit} được quyết định.',
    'Only a leader of a committee over unit {unit} may decide.',
  ),
  'review.decided-by-party': text(
    403,
    'Người đề xuất hoặc người được xem xét không được quyết định.',
    'Neither a proposer nor the one under review may decide.',
  ),
};
