import { text } from './text.ts';

export const directiveTexts = {
  'directive.document-missing': text(
    422,
    'Văn bản chỉ đạo phải có số hoặc tên.',
    'A directive needs a number or a title.',
  ),
  'directive.reissues-itself': text(
    422,
    'Văn bản {directive} không thể nhắc lại chính nó.',
    'Directive {directive} cannot repeat itself.',
  ),
  'directive.recipient-twice': text(422, 'Nơi nhận {unit} được ghi hai lần.', 'Recipient {unit} is named twice.'),
  'directive.without-executor': text(
    422,
    'Nơi nhận phải có ít nhất một đơn vị để thực hiện (t/h).',
    'At least one recipient must be there to execute it (t/h).',
  ),
  'directive.received-before-issue': text(
    422,
    'Văn bản ban hành lúc {issuedAt}, không thể đến lúc {receivedAt}.',
    'The directive was issued at {issuedAt} and cannot have come in at {receivedAt}.',
  ),
  'directive.received-after-confirmation': text(
    422,
    'Xác nhận lúc {at} một văn bản đến lúc {receivedAt}.',
    'Confirmed at {at}, before it came in at {receivedAt}.',
  ),
};
