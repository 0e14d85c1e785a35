import type { ClockFailure, ClockHealth } from '#contracts/clock-views.ts';
import type { Problem } from '#contracts/problem.ts';
import type { ProjectionHealth } from '#contracts/views.ts';
import {
  contract,
  count,
  listOf,
  moment,
  momentOrNull,
  oneOf,
  positionText,
  ref,
  refOrNull,
  text,
  type Schema,
} from './schema-words.ts';

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
  ClockHealth: contract<ClockHealth>({
    lastRunAt: momentOrNull('2025-07-21T17:00:00.000Z'),
    due: count(0),
    failing: listOf(
      contract<ClockFailure>({
        stream: text('task-nv-2025-17'),
        since: moment('2025-07-21T17:00:00.000Z'),
        attempts: count(3),
        retryAt: moment('2025-07-21T17:07:00.000Z'),
        error: text('see log'),
      }),
    ),
  }),
  Live: contract<{ status: 'live' }>({ status: oneOf('live') }),
  Ready: contract<{ status: string; head: string; projections: unknown; clock: unknown; sealing: unknown }>({
    status: oneOf('ready', 'degraded'),
    head: positionText('120'),
    projections: listOf(ref('ProjectionHealth')),
    clock: refOrNull('ClockHealth'),
    sealing: refOrNull('SealingHealth'),
  }),
  Token: contract<{ token: string }>({ token: text('eyJhbGciOiJFZERTQSJ9.…') }),
};
