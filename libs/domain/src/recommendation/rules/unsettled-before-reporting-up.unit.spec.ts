import { expect, it } from '@jest/globals';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import {
  answer,
  confirmDelivery,
  judgedAfter,
  reportGeneric,
  reportUp,
  send,
} from '../../../../../test/fixtures/domain/recommendation.ts';
import { unsettledBeforeReportingUp } from './unsettled-before-reporting-up.ts';

it('R72 refuses to report up what still runs', () => {
  expect(unsettledBeforeReportingUp(judgedAfter({ ...reportUp, at: hour(24) }, send, confirmDelivery))?.code).toBe(
    'recommendation.not-unsettled',
  );
});

it('R72 takes it after the limit, or once the reply was reported as no answer', () => {
  expect(unsettledBeforeReportingUp(judgedAfter(reportUp, send, confirmDelivery))).toBeNull();
  expect(
    unsettledBeforeReportingUp(judgedAfter({ ...reportUp, at: hour(240) }, send, answer, reportGeneric)),
  ).toBeNull();
});
