import { text } from './text.ts';

const assignment = {
  'task.term-malformed': text(
    422,
    'Hạn không hợp lệ ({kind}): cần thời điểm, ngày có thật, hoặc số nguyên ngày hay giờ làm việc.',
    'The term is not valid ({kind}): a moment, a day that exists, or a whole number of working days or hours.',
  ),
  'task.assigner-not-above': text(
    403,
    'Đơn vị {assigner} không phải cấp trên (hoặc văn phòng của cấp trên) của đơn vị chủ trì {lead}.',
    'Unit {assigner} stands neither above the lead {lead} nor is the office of a unit above it.',
  ),
  'task.not-leader': text(
    403,
    'Việc này do người đứng đầu, cấp phó hoặc người được ủy quyền của đơn vị {unit} làm; {officer} thì không.',
    'This is for the head, a deputy or a delegate of unit {unit}; {officer} is none.',
  ),
  'task.lead-coordinates': text(
    422,
    'Đơn vị chủ trì {lead} không đồng thời là đơn vị phối hợp.',
    'The lead {lead} is not a coordinator as well.',
  ),
  'task.responsible-not-a-person': text(
    422,
    'Phải nêu đích danh một cán bộ chịu trách nhiệm ({party}).',
    'A registered officer must be named as responsible ({party}).',
  ),
  'task.responsible-not-in-lead': text(
    422,
    'Cán bộ {officer} không công tác tại đơn vị chủ trì {lead} vào {at}.',
    'Officer {officer} did not serve in the lead {lead} at {at}.',
  ),
  'task.lead-without-duty': text(
    422,
    'Văn bản {directive} không giao {lead} thực hiện: chỉ nơi nhận để thực hiện (t/h) mới có nhiệm vụ.',
    'Directive {directive} gives {lead} no duty: only those who receive it to execute have one.',
  ),
  'task.due-not-later': text(
    422,
    'Hạn {dueAt} không sau {after}.',
    'The deadline {dueAt} does not come after {after}.',
  ),
};

const standing = {
  'task.done': text(409, 'Nhiệm vụ {task} đã hoàn thành.', 'Task {task} is done.'),
  'task.withdrawn': text(409, 'Nhiệm vụ {task} đã được rút.', 'Task {task} was withdrawn.'),
  'task.not-done': text(
    409,
    'Nhiệm vụ {task} chưa hoàn thành nên không cần mở lại.',
    'Task {task} is not done; there is nothing to reopen.',
  ),
  'task.too-early': text(
    422,
    'Thời điểm {at} trước việc mà nó tiếp theo ({since}).',
    'The moment {at} is before what it follows ({since}).',
  ),
  'task.percent-out-of-range': text(
    422,
    'Tiến độ phải là số nguyên từ 0 đến 100, không phải {percent}.',
    'Progress is a whole number from 0 to 100, not {percent}.',
  ),
};

const requests = {
  'task.request-incomplete': text(
    422,
    'Đề nghị phải nêu lý do và cam kết mốc thời gian; còn thiếu: {missing}.',
    'A request gives its reason and commits to a milestone; missing: {missing}.',
  ),
  'task.deadline-over': text(
    422,
    'Đề nghị lúc {at} là quá muộn: hạn đã hết lúc {dueAt}.',
    'Requested at {at}, too late: the deadline ended at {dueAt}.',
  ),
  'task.milestone-not-later': text(
    422,
    'Mốc cam kết {milestone} không sau hạn hiện tại {dueAt}.',
    'The milestone {milestone} does not come after the present deadline {dueAt}.',
  ),
  'task.request-pending': text(
    409,
    'Đề nghị {request} ({kind}) đang chờ trả lời.',
    'Request {request} ({kind}) waits for an answer.',
  ),
  'task.no-request': text(
    409,
    'Nhiệm vụ {task} không có đề nghị nào loại {kind} đang chờ trả lời.',
    'No request of kind {kind} waits for an answer on task {task}.',
  ),
};

const products = {
  'task.product-missing': text(
    422,
    'Sản phẩm phải có số văn bản hoặc tên.',
    'The product needs a document number or a title.',
  ),
  'task.product-pending': text(
    409,
    'Nhiệm vụ {task} đã có sản phẩm đang chờ nghiệm thu.',
    'A product of task {task} waits to be accepted.',
  ),
  'task.no-product': text(
    409,
    'Nhiệm vụ {task} không có sản phẩm nào đang chờ nghiệm thu.',
    'No product of task {task} waits to be accepted.',
  ),
  'task.rework-term-missing': text(
    422,
    'Trả lại sản phẩm sau hạn {dueAt} thì phải cho hạn mới.',
    'A product sent back after its deadline {dueAt} needs a new one.',
  ),
};

export const taskTexts = { ...assignment, ...standing, ...requests, ...products };
