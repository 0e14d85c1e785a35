import { expect, it } from '@jest/globals';
import type { Capacity, Party } from '../../kernel/event.ts';
import { factsAt, request } from '../../../../../test/fixtures/domain/consultation.ts';
import { account, appointed, delegated, hour, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import { entitledSigner } from './entitled-signer.ts';

const acting = appointed('idle', 'acting-head', 'vp');
const facts = factsAt(hour(10), acting, delegated('head', 'colleague', 'sxd'));
const signed = (signer: Party, capacity: Capacity = 'own', imported = false) =>
  entitledSigner({
    command: { ...request, signature: { drafter: officer('member'), signer, capacity } },
    facts: { ...facts, imported },
  })?.code ?? null;

it('R16 is signed by the head, for the head by a deputy, by order from below, or by delegation', () => {
  expect(signed(officer('head'))).toBeNull();
  expect(signed(officer('deputy'), 'for-head')).toBeNull();
  expect(signed(officer('planner'), 'by-order')).toBeNull();
  expect(signed(officer('colleague'), 'by-delegation')).toBeNull();
});

it('R16 is not signed by whoever happens to work there, registers, or is no person', () => {
  const refused = 'consultation.signer-not-entitled';
  expect(signed(officer('member'))).toBe(refused);
  expect(signed(officer('deputy'))).toBe(refused);
  expect(signed(officer('financier'))).toBe(refused);
  expect(signed(officer('clerk'), 'clerk')).toBe(refused);
  expect(signed(account('portal'), 'system')).toBe(refused);
  expect(signed({ kind: 'unknown' })).toBe(refused);
  expect(signed({ kind: 'unknown' }, 'own', true)).toBeNull();
});
