import { expect, it } from '@jest/globals';
import { factsAt, handIn, july, taskAfter } from '../../../../../test/fixtures/domain/task.ts';
import { productNamed } from './product-named.ts';

const codeOf = (number: string | null, title: string | null) =>
  productNamed({
    command: { ...handIn, product: { ...handIn.product, number, title } },
    task: taskAfter(),
    facts: factsAt(july(14)),
  })?.code;

it('R25 finds a product again by number or title', () => {
  expect(codeOf('88', null)).toBeUndefined();
  expect(codeOf(null, 'Báo cáo')).toBeUndefined();
  expect(codeOf(null, null)).toBe('task.product-missing');
});
