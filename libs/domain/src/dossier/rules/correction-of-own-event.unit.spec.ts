import { expect, it } from '@jest/globals';
import { correct } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import type { CorrectDossier } from '../commands.ts';
import type { DossierEvent } from '../events.ts';
import { correctionOfOwnEvent } from './correction-of-own-event.ts';

const on = (correctedEventType: DossierEvent['type'] | null, changes: CorrectDossier['changes']) => {
  const sound = judged({ ...correct, changes }, [registerDossier]);
  return correctionOfOwnEvent({ ...sound, facts: { ...sound.facts, correctedEventType } });
};

it('R21 refuses an event that is not one of this dossier', () => {
  expect(on(null, {})?.code).toBe('correction.event-unknown');
});

it('R21 replaces only what the event states', () => {
  expect(on('dossier.registered', { subject: 'a', urgency: 'urgent' })).toBeNull();
  expect(on('dossier.corrected', { subject: 'a' })).toBeNull();
  expect(on('dossier.reopened', { deadline: null })).toBeNull();
  expect(on('dossier.completed', {})).toBeNull();
  expect(on('dossier.reopened', { deadline: null, subject: 'a' })).toEqual({
    code: 'correction.field-not-of-event',
    facts: { field: 'subject', event: 'dossier.reopened' },
  });
  expect(on('dossier.completed', { deadline: null })?.code).toBe('correction.field-not-of-event');
});
