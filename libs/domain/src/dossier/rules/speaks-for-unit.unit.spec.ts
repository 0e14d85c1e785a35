import { expect, it } from '@jest/globals';
import { byMember, handOff } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';
import { speaksForUnit } from './speaks-for-unit.ts';

const speaks = (...who: Parameters<typeof actor>) =>
  speaksForUnit(judged({ ...handOff, actor: actor(...who) }, [registerDossier]));

it('R32 lets the head speak in their own name, all others only in a capacity that binds', () => {
  expect(speaks('head', 'sxd')).toBe(true);
  expect(speaksForUnit(judged({ ...handOff, actor: byMember }, [registerDossier]))).toBe(false);
  expect(speaks('deputy', 'sxd')).toBe(false);
  expect(speaks('deputy', 'sxd', 'for-head')).toBe(true);
  expect(speaks('clerk', 'sxd', 'clerk')).toBe(true);
  expect(speaks('planner', 'sxd', 'by-order')).toBe(true);
  expect(speaks('member', 'sxd', 'by-delegation')).toBe(true);
});
