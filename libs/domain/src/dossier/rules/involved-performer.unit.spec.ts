import { expect, it } from '@jest/globals';
import { assign, performStep } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { account, actor, machine, nobody, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import type { DossierCommand, PerformStep } from '../commands.ts';
import { involvedPerformer } from './involved-performer.ts';

const performed = (fields: Partial<PerformStep>, ...before: readonly DossierCommand[]) =>
  involvedPerformer(judged({ ...performStep, ...fields }, [registerDossier, ...before]))?.code;

it('R05 lets the holding unit work, and the coordinating one once it is named', () => {
  const bursar = { actor: actor('bursar', 'stc'), performer: { party: officer('bursar'), unit: 'stc' } };
  expect(performed({})).toBeUndefined();
  expect(performed(bursar)).toBe('step.unit-not-involved');
  expect(performed(bursar, assign)).toBeUndefined();
  expect(performed(bursar, { ...assign, coordinators: [], leadUnit: 'stc' })).toBeUndefined();
});

it('R33 wants a performer who serves there, a registered machine, or says that the person is unknown', () => {
  expect(performed({ performer: { party: officer('bursar'), unit: 'sxd' } })).toBe('step.performer-not-in-unit');
  expect(performed({ performer: { party: account('ghost'), unit: 'sxd' } })).toBe('step.performer-not-in-unit');
  expect(performed({ performer: { party: account('counter'), unit: 'sxd' } })).toBeUndefined();
  expect(performed({ performer: { party: nobody, unit: 'sxd' } })).toBeUndefined();
  expect(performed({ performer: { party: nobody, unit: null } })).toBe('step.unit-not-involved');
});

it('R33 is recorded by the performer or within the same unit', () => {
  expect(performed({ actor: actor('clerk', 'sxd', 'clerk') })).toBeUndefined();
  expect(performed({ actor: machine('portal', 'sxd') })).toBeUndefined();
  expect(performed({ actor: actor('bursar', 'stc') })).toBe('step.recorded-by-other-unit');
});
