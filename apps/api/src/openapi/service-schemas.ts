import type { Problem } from '#contracts/problem.ts';
import type { ProjectionHealth } from '#contracts/views.ts';
import { contract, listOf, oneOf, positionText, ref, text, type Schema } from './schema-words.ts';

const fault = contract<NonNullable<Problem['faults']>[number]>({
  path: text('holder.unit'),
  message: text('bắt buộc'),
  messageEn: text('is required'),
});

/** Problems, health and the development token. */
export const serviceSchemas: Readonly<Record<string, Schema>> = {
  Problem: contract<Problem>(
    {
      type: text('urn:problem:ledger:request.invalid'),
      title: text('Yêu cầu có nội dung sai; mọi lỗi được liệt kê'),
      titleEn: text('The request has faults; every one is listed'),
      status: { type: 'integer', minimum: 400, maximum: 599, examples: [422] },
      detail: text('…'),
      instance: text('/v1/dossiers'),
      code: text('request.invalid'),
      facts: { type: 'object', additionalProperties: true, examples: [{}] },
      faults: listOf(fault),
      requestId: text('0197c2a0-7b1c-7000-8000-000000000001'),
    },
    ['detail', 'instance', 'facts', 'faults'],
  ),
  ProjectionHealth: contract<ProjectionHealth>({
    name: text('custody'),
    position: positionText('120'),
    lag: text('0'),
    parked: {
      anyOf: [
        contract<NonNullable<ProjectionHealth['parked']>>({ position: positionText('121'), error: text('see log') }),
        { type: 'null' },
      ],
    },
  }),
  Live: contract<{ status: 'live' }>({ status: oneOf('live') }),
  Ready: contract<{ status: 'ready'; head: string; projections: unknown }>({
    status: oneOf('ready'),
    head: positionText('120'),
    projections: listOf(ref('ProjectionHealth')),
  }),
  Token: contract<{ token: string }>({ token: text('eyJhbGciOiJFZERTQSJ9.…') }),
};
