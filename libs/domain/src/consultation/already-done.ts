import { same } from '../kernel/same.ts';
import type { AddressedCommand, AssessmentCommand, ReaddressRequest, WithdrawRequest } from './commands.ts';
import type { AddresseeState, Assessment, Kept, KeptAnswer } from './state.ts';

type Envelope = { readonly at: string; readonly actor: { readonly party: unknown } };

/** The same person said the same at the same moment. */
const again = <K extends Kept>(
  command: Envelope,
  record: K | null | undefined,
  said: (record: K) => readonly (readonly [unknown, unknown])[],
): boolean =>
  record != null &&
  record.at === command.at &&
  same(record.by, command.actor.party) &&
  said(record).every(([one, other]) => same(one, other));

const answeredSo = (command: Extract<AddressedCommand, { type: 'answer' }>, record: KeptAnswer | null): boolean =>
  again(command, record, (found) => [
    [found.answers, command.answers],
    [found.signature, command.signature],
    [found.document, command.document],
  ]);

/** The same act on one body sent again, which must neither be refused nor be recorded twice. */
export const alreadyDone = (
  command: AddressedCommand,
  addressee: AddresseeState,
  made: readonly Assessment[],
): boolean => {
  switch (command.type) {
    case 'confirm-delivery':
      return again(command, addressee.delivery, (found) => [
        [found.arrivalNumber, command.arrivalNumber],
        [found.registeredAt, command.registeredAt],
      ]);
    case 'assign-drafter':
      return same(addressee.responsible, command.responsible);
    case 'answer':
      return answeredSo(command, addressee.answer) || answeredSo(command, addressee.lateAnswer);
    case 'return':
      return again(command, addressee.returned, (found) => [
        [found.reason, command.reason],
        [found.basis, command.basis],
      ]);
    case 'extend':
      return again(command, addressee.extensions.at(-1), (found) => [[found.term, command.term]]);
    case 'void-deemed-consent':
      return again(command, addressee.voided, (found) => [[found.ground, command.ground]]);
    case 'remind':
      return addressee.reminders.some((reminder) => again(command, reminder, ({ text }) => [[text, command.text]]));
    case 'mark-unrelated':
      return again(command, addressee.unrelated, (found) => [[found.reason, command.reason]]);
    case 'assess-quality':
      return made.some((assessment) =>
        again(command, assessment, (found) => [
          [found.unit, command.unit],
          [found.questionId, command.questionId],
          [found.quality, command.quality],
          [found.quotedSentence, command.quotedSentence],
        ]),
      );
  }
};

export const settledSo = (command: AssessmentCommand, { contested, settled }: Assessment): boolean =>
  command.type === 'contest-assessment'
    ? again(command, contested, (found) => [[found.statement, command.statement]])
    : again(command, settled, (found) => [[found.outcome, command.outcome]]);

export const readdressedSo = (command: ReaddressRequest, addressees: readonly AddresseeState[]): boolean =>
  addressees.some(
    ({ readdressedFrom, unit, addressedAt }) =>
      readdressedFrom === command.from && unit === command.to && addressedAt === command.at,
  );

export const withdrawnSo = (command: WithdrawRequest, addressees: readonly AddresseeState[]): boolean =>
  addressees.some(
    ({ unit, withdrawn }) =>
      (command.unit === null || command.unit === unit) &&
      again(command, withdrawn, (found) => [[found.reason, command.reason]]),
  );
