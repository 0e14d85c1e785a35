import { expect, it } from '@jest/globals';
import { complete, noProduct } from '../../../../../test/fixtures/domain/commands.ts';
import { productNamed } from './product-named.ts';

it('R25 refuses to end without a product that can be found', () => {
  expect(productNamed({ command: { ...complete, product: noProduct } })?.code).toBe('completion.product-missing');
  const onlyDated = { ...noProduct, issuedOn: '2025-07-03' };
  expect(productNamed({ command: { ...complete, product: onlyDated } })?.code).toBe('completion.product-missing');
});

it.each([{ number: '55' }, { symbol: 'SXD-QH' }, { title: 'Văn bản trả lời' }])('R25 takes %j', (named) => {
  expect(productNamed({ command: { ...complete, product: { ...noProduct, ...named } } })).toBeNull();
});
