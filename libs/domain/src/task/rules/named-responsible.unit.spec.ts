import { expect, it } from '@jest/globals';
import { assign, factsAt } from '../../../../../test/fixtures/domain/task.ts';
import { account, hour, nobody, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import type { Party } from '../../kernel/event.ts';
import { namedResponsible } from './named-responsible.ts';

const codeOf = (responsible: Party) =>
  namedResponsible({ command: { ...assign, responsible }, facts: factsAt(hour(1)) })?.code;

it('R33 takes a person of the lead, or of a unit below it', () => {
  expect(codeOf(officer('member'))).toBeUndefined();
  expect(codeOf(officer('planner'))).toBeUndefined();
});

it('R33 refuses a person from elsewhere, and whoever is no registered person', () => {
  expect(codeOf(officer('bursar'))).toBe('task.responsible-not-in-lead');
  expect(codeOf(officer('idle'))).toBe('task.responsible-not-in-lead');
  for (const party of [nobody, account('counter'), officer('ghost')]) {
    expect(codeOf(party)).toBe('task.responsible-not-a-person');
  }
});
