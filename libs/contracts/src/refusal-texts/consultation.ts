import { text } from './text.ts';

const requestTexts = {
  'consultation.addressee-missing': text(
    422,
    'Văn bản xin ý kiến phải gửi đến ít nhất một cơ quan.',
    'A request for opinions goes to one body at least.',
  ),
  'consultation.addressee-twice': text(
    422,
    'Đơn vị {unit} đã được xin ý kiến trong văn bản này.',
    'Unit {unit} is asked in this request already.',
  ),
  'consultation.addressed-to-itself': text(
    422,
    'Đơn vị {unit} không xin ý kiến của chính mình.',
    'Unit {unit} does not ask itself for an opinion.',
  ),
  'consultation.questions-missing': text(
    422,
    'Phải nêu rõ nội dung cần xin ý kiến.',
    'The request must state what it asks.',
  ),
  'consultation.question-twice': text(
    422,
    'Mã câu hỏi {question} dùng hai lần.',
    'Question id {question} is used twice.',
  ),
  'consultation.deadline-missing': text(
    422,
    'Phải nêu rõ thời hạn trả lời.',
    'The request must state by when to answer.',
  ),
  'consultation.due-not-ahead': text(
    422,
    'Hạn {dueAt} không sau thời điểm {at}.',
    'The deadline {dueAt} is not after {at}.',
  ),
  'consultation.signer-not-entitled': text(
    422,
    'Người ký {signer} không được ký cho đơn vị {unit} với tư cách “{capacity}” tại thời điểm đó.',
    'Signer {signer} may not sign for unit {unit} as “{capacity}” at that moment.',
  ),
};

const answerTexts = {
  'consultation.not-addressed': text(
    404,
    'Đơn vị {unit} không được xin ý kiến trong văn bản này.',
    'Unit {unit} is not asked in this request.',
  ),
  'consultation.before-request': text(
    422,
    'Thời điểm {at} trước lúc xin ý kiến ({addressedAt}).',
    'The moment {at} is before the request ({addressedAt}).',
  ),
  'consultation.closed': text(
    409,
    'Việc xin ý kiến đơn vị {unit} không còn ở trạng thái cho phép việc này ({status}).',
    'The request to unit {unit} is no longer in a state that allows this ({status}).',
  ),
  'consultation.already-answered': text(
    409,
    'Đơn vị {unit} đã trả lời lúc {at}.',
    'Unit {unit} has answered already, at {at}.',
  ),
  'consultation.already-delivered': text(
    409,
    'Đơn vị {unit} đã đăng ký văn bản đến, số {arrivalNumber}.',
    'Unit {unit} has registered the request already, number {arrivalNumber}.',
  ),
  'consultation.registered-outside': text(
    422,
    'Thời điểm đăng ký {registeredAt} phải từ {from} đến {to}.',
    'The registration {registeredAt} must lie between {from} and {to}.',
  ),
  'consultation.drafter-not-in-unit': text(
    422,
    'Người được giao soạn {officer} không công tác tại đơn vị {unit}.',
    'The drafter {officer} does not serve in unit {unit}.',
  ),
  'consultation.question-unknown': text(
    422,
    'Văn bản xin ý kiến không có câu hỏi {question}.',
    'The request has no question {question}.',
  ),
  'consultation.answered-twice': text(
    422,
    'Câu hỏi {question} được trả lời hai lần.',
    'Question {question} is answered twice.',
  ),
  'consultation.stance-missing': text(
    422,
    'Chưa nêu chính kiến về câu hỏi {question}.',
    'No stance is taken on question {question}.',
  ),
  'consultation.grounds-missing': text(
    422,
    'Ý kiến “{stance}” về câu hỏi {question} phải nêu lý do.',
    'A stance “{stance}” on question {question} must state its grounds.',
  ),
  'consultation.conditions-missing': text(
    422,
    'Đồng ý có điều kiện về câu hỏi {question} thì phải nêu điều kiện.',
    'Agreement with conditions on question {question} must state the conditions.',
  ),
  'consultation.right-unit-is-own': text(
    422,
    'Đơn vị trả lại {unit} không thể tự nêu mình là đơn vị đúng chức năng.',
    'Unit {unit} cannot return the request and name itself as the right body.',
  ),
};

const deadlineTexts = {
  'consultation.no-deadline': text(
    422,
    'Văn bản gửi đơn vị {unit} không có thời hạn trả lời.',
    'The request to unit {unit} has no deadline.',
  ),
  'consultation.deadline-over': text(
    409,
    'Thời hạn trả lời của đơn vị {unit} đã hết lúc {dueAt}.',
    'The deadline of unit {unit} was over at {dueAt}.',
  ),
  'consultation.extension-not-longer': text(
    422,
    'Hạn mới {dueAt} không sau hạn đang có {formerDueAt}.',
    'The new deadline {dueAt} is not after the present one {formerDueAt}.',
  ),
  'consultation.nothing-to-withdraw': text(
    409,
    'Không còn việc xin ý kiến nào để rút ({unit}).',
    'There is no open request left to withdraw ({unit}).',
  ),
  'consultation.addressee-in-office': text(
    409,
    'Đơn vị {unit} vẫn đang hoạt động; xin ý kiến đơn vị khác là văn bản mới.',
    'Unit {unit} is still in office; asking another one is a new request.',
  ),
  'consultation.not-successor': text(
    422,
    'Đơn vị {unit} không tiếp nhận nhiệm vụ của đơn vị {from}.',
    'Unit {unit} did not take over from unit {from}.',
  ),
  'consultation.no-deemed-consent': text(
    409,
    'Không có việc đồng ý do hết hạn của đơn vị {unit} để hủy.',
    'There is no deemed consent of unit {unit} to void.',
  ),
  'consultation.not-entitled': text(
    403,
    'Việc này do lãnh đạo có thẩm quyền làm; đơn vị {unit} không ở vị trí đó đối với {sides}.',
    'This is for entitled leaders to do; unit {unit} does not stand so towards {sides}.',
  ),
  'consultation.ground-not-shown': text(
    422,
    'Sổ cái không cho thấy căn cứ “{ground}”.',
    'The ledger does not show the ground “{ground}”.',
  ),
  'consultation.own-void': text(
    403,
    'Cơ quan được xin ý kiến không tự hủy việc đồng ý do hết hạn của mình với căn cứ “{ground}”.',
    'A body does not void its own deemed consent on the ground “{ground}”.',
  ),
};

const assessmentTexts = {
  'consultation.nothing-to-assess': text(
    409,
    'Đơn vị {unit} chưa trả lời nên chưa có gì để đánh giá.',
    'Unit {unit} has not answered: there is nothing to assess.',
  ),
  'consultation.assessor-involved': text(
    403,
    'Cán bộ {officer} liên quan đến văn bản hỏi hoặc trả lời nên không được đánh giá.',
    'Officer {officer} had a part in the request or the answer and may not assess it.',
  ),
  'consultation.quote-missing': text(
    422,
    'Đánh giá “{quality}” phải trích nguyên văn câu làm căn cứ.',
    'The assessment “{quality}” must quote the sentence it rests on.',
  ),
  'consultation.quote-not-found': text(
    422,
    'Câu trích “{quote}” không có nguyên văn trong văn bản trả lời.',
    'The quoted sentence “{quote}” does not occur in the answer.',
  ),
  'consultation.assessment-unknown': text(
    404,
    'Không có đánh giá {assessment}.',
    'There is no assessment {assessment}.',
  ),
  'consultation.assessment-contested': text(
    409,
    'Đánh giá {assessment} đã có ý kiến phản hồi.',
    'Assessment {assessment} is contested already.',
  ),
  'consultation.assessment-settled': text(
    409,
    'Đánh giá {assessment} đã được kết luận.',
    'Assessment {assessment} is settled.',
  ),
  'consultation.settler-assessed': text(
    403,
    'Người đã đánh giá không tự kết luận đánh giá {assessment}.',
    'Who made assessment {assessment} does not settle it.',
  ),
  'consultation.time-to-contest': text(
    409,
    'Cơ quan được đánh giá còn quyền phản hồi đánh giá {assessment} đến {until}.',
    'The body assessed may still contest assessment {assessment} until {until}.',
  ),
};

export const consultationTexts = { ...requestTexts, ...answerTexts, ...deadlineTexts, ...assessmentTexts };
