import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';

/** Summary in Vietnamese, description in English. */
export type Words = { readonly vi: string; readonly en: string };

const schemaOf = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

const problem = (status: number, description: string): MethodDecorator =>
  ApiResponse({ status, description, content: { 'application/problem+json': { schema: schemaOf('Problem') } } });

const commonProblems = (): MethodDecorator =>
  applyDecorators(
    problem(400, 'Yêu cầu HTTP sai / malformed request'),
    problem(401, 'Thiếu hoặc sai mã truy cập / token missing or invalid'),
    problem(403, 'Thiếu vai trò / role missing'),
    problem(422, 'Nội dung sai, mọi lỗi được liệt kê / every fault is listed'),
  );

const operation = ({ vi, en }: Words): MethodDecorator => ApiOperation({ summary: vi, description: en });

/** Something that does not exist answers 404. */
export const MayBeMissing = (): MethodDecorator => problem(404, 'Không có / does not exist');

/** A recorded act: its headers, its receipt and its refusals. */
export const Act = (words: Words, status: 200 | 201 = 200): MethodDecorator =>
  applyDecorators(
    operation(words),
    ApiBearerAuth(),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Cùng khóa, cùng nội dung: trả lại biên nhận đầu tiên / a repetition returns the first receipt',
      schema: { type: 'string', maxLength: 200 },
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'Bản đã thấy / the revision the caller has seen, for example "3"',
      schema: { type: 'string' },
    }),
    ApiResponse({
      status,
      description: 'Đã ghi bền vững / durable',
      content: { 'application/json': { schema: schemaOf('Receipt') } },
      headers: {
        ETag: { description: 'Bản hiện tại / revision', schema: { type: 'string' } },
        'Ledger-Position': { description: 'Dùng cho / use as Wait-For-Position', schema: { type: 'string' } },
      },
    }),
    commonProblems(),
    MayBeMissing(),
    problem(409, 'Trái quy tắc hoặc trạng thái / against a rule or the state'),
    problem(412, 'Dữ liệu đã thay đổi / stale If-Match'),
    problem(413, 'Quá 1 MiB / larger than 1 MiB'),
    problem(415, 'Chỉ nhận JSON / JSON only'),
  );

/** A question to the read models, answered with a named schema. */
export const Question = (words: Words, answer: string): MethodDecorator =>
  applyDecorators(
    operation(words),
    ApiBearerAuth(),
    ApiHeader({
      name: 'Wait-For-Position',
      required: false,
      description: 'Chờ tới vị trí này của sổ cái / wait until this ledger position is readable',
      schema: { type: 'string', pattern: '^\\d{1,18}$' },
    }),
    ApiResponse({
      status: 200,
      description: 'OK',
      content: { 'application/json': { schema: schemaOf(answer) } },
    }),
    commonProblems(),
    MayBeMissing(),
    problem(504, 'Dữ liệu đọc chưa kịp / read models lagging'),
  );

/** A change to the directory of names, which is no part of the ledger. */
export const DirectoryChange = (words: Words): MethodDecorator =>
  applyDecorators(
    operation(words),
    ApiBearerAuth(),
    ApiResponse({ status: 204, description: 'Đã đổi / changed' }),
    commonProblems(),
    MayBeMissing(),
  );

const answers = (words: Words, mediaType: string, schema: Record<string, unknown>): MethodDecorator =>
  applyDecorators(
    operation(words),
    ApiResponse({ status: 200, description: 'OK', content: { [mediaType]: { schema } } }),
  );

/** Health of the service; 503 says why it is not ready. */
export const Healthy = (words: Words, schema: string): MethodDecorator =>
  applyDecorators(answers(words, 'application/json', schemaOf(schema)), problem(503, 'Chưa sẵn sàng / not ready'));

/** A question that anybody may ask. */
export const OpenAnswer = (words: Words, schema: string): MethodDecorator =>
  answers(words, 'application/json', schemaOf(schema));

/** A file as it lies there, for anybody. */
export const FileAnswer = (words: Words, mediaType: 'text/plain' | 'application/octet-stream'): MethodDecorator =>
  answers(words, mediaType, { type: 'string', examples: ['…'] });

export const PlainText = (words: Words): MethodDecorator => answers(words, 'text/plain', { type: 'string' });

export const IssuesToken = (words: Words): MethodDecorator =>
  applyDecorators(
    answers(words, 'application/json', schemaOf('Token')),
    problem(400, 'Yêu cầu HTTP sai / malformed request'),
    problem(422, 'Nội dung sai, mọi lỗi được liệt kê / every fault is listed'),
  );
