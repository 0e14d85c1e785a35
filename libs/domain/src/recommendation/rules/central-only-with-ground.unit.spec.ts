import { expect, it } from '@jest/globals';
import { send, toCentral } from '../../../../../test/fixtures/domain/recommendation.ts';
import { centralOnlyWithGround } from './central-only-with-ground.ts';

it('R03 refuses to go past the province without the obstacle and the basis beyond its authority', () => {
  for (const lacking of [{ obstacle: null }, { beyondAuthorityBasis: null }]) {
    expect(centralOnlyWithGround({ command: { ...toCentral, ...lacking } })).toMatchObject({
      code: 'recommendation.central-without-ground',
      facts: { body: 'Bộ Tài chính' },
    });
  }
});

it('R03 takes it with both, and asks neither inside the province', () => {
  expect(centralOnlyWithGround({ command: toCentral })).toBeNull();
  expect(centralOnlyWithGround({ command: send })).toBeNull();
});
