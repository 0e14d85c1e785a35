import { expect, it } from '@jest/globals';
import { at, CaseLedger, holder } from '../../../../../test/fixtures/domain/case-ledger.ts';

const top = holder('of-ubnd', 'ubnd');

const office = holder('of-van-phong', 'van-phong');
const forwarded = (defects: readonly string[]): CaseLedger =>
  new CaseLedger()
    .registered('x', office, at(0))
    .tell(
      'dossier-x',
      'submission.forwarded',
      { submitter: 'so-a', to: top, defects },
      { at: at(1), by: office.party, unit: 'van-phong' },
    );

it("R22 forwarding what was found defective is the gate's own to answer", () => {
  expect(forwarded(['thiếu phụ lục']).found({ duties: ['R22'] }, at(2))).toEqual([
    'forwarded-defective van-phong of-van-phong head-van-phong',
  ]);
  expect(forwarded([]).found({ duties: ['R22'] }, at(2))).toEqual([]);
  expect(forwarded(['thiếu phụ lục']).found({ duties: ['R20'] }, at(2))).toEqual([]);
});
