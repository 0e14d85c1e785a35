import { expect, it } from '@jest/globals';
import { citeDossier } from './reference.ts';

it.each([
  [{ number: '14', symbol: 'CT-UBND', secretReference: null }, '14/CT-UBND'],
  [{ number: null, symbol: 'UBND-KTTH', secretReference: null }, '…/UBND-KTTH'],
  [{ number: '3239', symbol: null, secretReference: null }, '3239'],
  [{ number: null, symbol: null, secretReference: null }, null],
  [{ number: '14', symbol: 'CT-UBND', secretReference: 'M-7' }, 'M-7'],
])('cites %p as %p', (dossier, cited) => expect(citeDossier(dossier)).toBe(cited));
