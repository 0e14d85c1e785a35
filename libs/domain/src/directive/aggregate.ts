import { accept, refuse, type Decision, type Refusal } from '../kernel/decision.ts';
import type { Aggregate, CaseFacts, Fact } from '../kernel/aggregate.ts';
import { actsFor, caseActObjection, unitsInOfficeObjection, yoursObjection } from '../kernel/case-actor.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import { objection } from '../kernel/rule.ts';
import { same } from '../kernel/same.ts';
import type { ConfirmDirectiveReceipt, DirectiveCommand, IssueDirective } from './commands.ts';
import type { DirectiveEvent, DirectiveIssued } from './events.ts';
import type { DirectiveRefusalCode } from './refusals.ts';
import { documentNamed } from './rules/document-named.ts';
import { receivedAfterIssue } from './rules/received-after-issue.ts';
import { recipientsOnce } from './rules/recipients-once.ts';
import { reissuesAnother } from './rules/reissues-another.ts';
import { someoneExecutes } from './rules/someone-executes.ts';
import type { Directive, DirectiveState } from './state.ts';

type Code = DirectiveRefusalCode | CaseRefusalCode;
type DirectiveDecision = Decision<DirectiveEvent, Code>;

const refusal = ({ code, facts }: Refusal<Code>): DirectiveDecision => refuse(code, facts);

const issuedOf = ({ type: _type, at: _at, actor: _actor, ...data }: IssueDirective): DirectiveIssued['data'] => data;

const issueObjection = (command: IssueDirective, facts: CaseFacts): Refusal<Code> | null =>
  recipientsOnce({ command }) ??
  reissuesAnother({ command }) ??
  unitsInOfficeObjection([command.issuer, ...command.recipients.map(({ unit }) => unit)], command.at, facts) ??
  yoursObjection([command.issuer], { command, facts }) ??
  (facts.imported ? null : (documentNamed({ command }) ?? someoneExecutes({ command })));

const decideIssue = (command: IssueDirective, state: DirectiveState, facts: CaseFacts): DirectiveDecision => {
  const data = issuedOf(command);
  if (state.status === 'issued') {
    const { status: _status, issuedAt, issuedBy, issuedFor: _unit, receipts: _receipts, ...issued } = state;
    const isSame = same(
      { ...data, issuedAt: command.at, issuedBy: command.actor.party },
      { ...issued, issuedAt, issuedBy },
    );
    return isSame ? accept() : refuse('case.id-taken', { id: state.directiveId });
  }
  const found = issueObjection(command, facts);
  return found ? refusal(found) : accept({ type: 'directive.issued', version: 1, data });
};

/** The recipient on whose behalf the actor confirms: its own unit, or one that it took over from. */
const recipientFor = (
  { actor, at }: ConfirmDirectiveReceipt,
  { recipients }: Directive,
  { reference }: CaseFacts,
): string | null => recipients.find(({ unit }) => actsFor(reference, actor, unit, at))?.unit ?? actor.unit;

const decideConfirm = (command: ConfirmDirectiveReceipt, state: Directive, facts: CaseFacts): DirectiveDecision => {
  const { arrivalNumber, receivedAt, at } = command;
  const units = state.recipients.map(({ unit }) => unit);
  const unit = recipientFor(command, state, facts);
  const found = yoursObjection(units, { command, facts }) ?? receivedAfterIssue({ command, directive: state });
  if (found || unit === null) return refusal(found ?? objection('case.not-yours', { units, unit: '' }));
  if (state.receipts.some((receipt) => receipt.unit === unit)) return accept();
  const data = { unit, arrivalNumber, receivedAt: receivedAt ?? at };
  return accept({ type: 'directive.receipt-confirmed', version: 1, data });
};

const decideDirective = (command: DirectiveCommand, state: DirectiveState, facts: CaseFacts): DirectiveDecision => {
  const ill = caseActObjection({ command, facts });
  if (ill) return refusal(ill);
  if (command.type === 'issue') return decideIssue(command, state, facts);
  return state.status === 'none' ? refuse('case.unknown', { id: '' }) : decideConfirm(command, state, facts);
};

const evolveDirective = (
  state: DirectiveState,
  { type, data, occurredAt, actor, unit }: Fact<DirectiveEvent>,
): DirectiveState => {
  if (type === 'directive.issued') {
    return { ...data, status: 'issued', issuedAt: occurredAt, issuedBy: actor, issuedFor: unit, receipts: [] };
  }
  if (state.status === 'none') throw new Error(`impossible history: ${type} before the directive was issued`);
  return { ...state, receipts: [...state.receipts, { ...data, confirmedAt: occurredAt, confirmedBy: actor }] };
};

export const directiveAggregate: Aggregate<DirectiveCommand, DirectiveState, DirectiveEvent, Code> = {
  initial: { status: 'none' },
  evolve: evolveDirective,
  decide: decideDirective,
};
