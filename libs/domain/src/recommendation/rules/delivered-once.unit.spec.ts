import { expect, it } from '@jest/globals';
import { confirmDelivery, judgedAfter, send } from '../../../../../test/fixtures/domain/recommendation.ts';
import { deliveredOnce } from './delivered-once.ts';

it('R73 refuses a second registration, which would move the limit', () => {
  expect(deliveredOnce(judgedAfter(confirmDelivery, send, confirmDelivery))).toMatchObject({
    code: 'recommendation.already-delivered',
    facts: { at: confirmDelivery.at, number: '77' },
  });
});

it('R73 takes the first', () => {
  expect(deliveredOnce(judgedAfter(confirmDelivery, send))).toBeNull();
});
