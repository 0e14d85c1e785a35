import { afterAll, describe, expect, it } from '@jest/globals';
import { confirm, issue } from '../../../../test/fixtures/domain/directive.ts';
import { actor, hour, nobody } from '../../../../test/fixtures/domain/organisation.ts';
import { refusesInOrder } from '../../../../test/fixtures/domain/refusal-table.ts';
import { factsAt } from '../../../../test/fixtures/domain/task.ts';
import { directiveAggregate } from './aggregate.ts';
import type { ConfirmDirectiveReceipt, DirectiveCommand, IssueDirective } from './commands.ts';
import { directiveRefusalCodes } from './refusals.ts';
import type { DirectiveState } from './state.ts';

const seen = new Set<string>();
afterAll(() => {
  expect(directiveRefusalCodes.filter((code) => !seen.has(code))).toEqual([]);
});

const facts = factsAt(hour(100));
const judgeDirective = (command: DirectiveCommand, state: DirectiveState) =>
  directiveAggregate.decide(command, state, facts);

const after = (...commands: readonly DirectiveCommand[]): DirectiveState =>
  commands.reduce<DirectiveState>((state, command) => {
    const decision = judgeDirective(command, state);
    if (!decision.accepted) throw new Error(`the story does not hold: ${decision.refusal.code}`);
    return decision.events.reduce<DirectiveState>(
      (before, event) =>
        directiveAggregate.evolve(before, {
          ...event,
          id: command.type,
          occurredAt: command.at,
          recordedAt: command.at,
          actor: command.actor.party,
          unit: command.actor.unit,
          capacity: command.actor.capacity,
          provenance: { kind: 'entered' },
        }),
      state,
    );
  }, directiveAggregate.initial);

type Case<C> = { readonly command: C; readonly state: DirectiveState };
const says =
  (changes: Partial<IssueDirective>) =>
  ({ command, state }: Case<IssueDirective>): Case<IssueDirective> => ({ state, command: { ...command, ...changes } });
const confirms =
  (changes: Partial<ConfirmDirectiveReceipt>) =>
  ({ command, state }: Case<ConfirmDirectiveReceipt>): Case<ConfirmDirectiveReceipt> => ({
    state,
    command: { ...command, ...changes },
  });
const judge = ({ command, state }: Case<DirectiveCommand>) => judgeDirective(command, state);
const known = { unit: 'stc', role: 'know' } as const;
const blank = { number: null, symbol: null, issuedOn: null, title: null };

describe('issuing', () => {
  refusesInOrder({ sound: { command: issue, state: directiveAggregate.initial }, judge, seen }, [
    ['actor.unknown', says({ actor: { ...issue.actor, party: nobody } })],
    ['case.id-taken', (sound) => ({ ...says({ duty: 'Việc khác' })(sound), state: after(issue) })],
    ['directive.recipient-twice', says({ recipients: [known, known] })],
    ['directive.reissues-itself', says({ reissueOf: 'vb-1' })],
    ['unit.unknown', says({ recipients: [{ unit: 'xyz', role: 'execute' }] })],
    ['case.not-yours', says({ actor: actor('head', 'sxd') })],
    ['directive.document-missing', says({ document: blank })],
    ['directive.without-executor', says({ recipients: [known] })],
  ]);

  it('takes the same again as said already', () => {
    expect(judgeDirective(issue, after(issue, confirm))).toEqual({ accepted: true, events: [] });
  });
});

describe('confirming receipt', () => {
  refusesInOrder({ sound: { command: confirm, state: after(issue) }, judge, seen }, [
    ['case.unknown', (sound) => ({ ...sound, state: directiveAggregate.initial })],
    ['case.not-yours', confirms({ actor: actor('chair', 'ubnd') })],
    ['directive.received-before-issue', confirms({ receivedAt: hour(-1) })],
    ['directive.received-after-confirmation', confirms({ receivedAt: hour(6) })],
  ]);

  it('R77 is done once by each recipient', () => {
    const again = { ...confirm, at: hour(9), arrivalNumber: '457' };
    expect(judgeDirective(again, after(issue, confirm))).toEqual({ accepted: true, events: [] });
    expect(judgeDirective({ ...confirm, actor: actor('bursar', 'stc') }, after(issue, confirm))).toMatchObject({
      events: [{ data: { unit: 'stc', receivedAt: confirm.at } }],
    });
  });
});
