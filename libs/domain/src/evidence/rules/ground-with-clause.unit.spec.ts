import { expect, it } from '@jest/globals';
import { groundWithClause } from './ground-with-clause.ts';

const codeOf = (clause: string | null) =>
  groundWithClause({ command: { ground: { text: 'Luật Bảo vệ dữ liệu cá nhân', clause } } })?.code;

it('R59 erases on a ground whose clause is named', () => {
  expect(codeOf('Điều 14 khoản 1')).toBeUndefined();
  expect(codeOf(null)).toBe('erasure.clause-missing');
});
