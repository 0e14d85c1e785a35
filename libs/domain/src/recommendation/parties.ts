import type { UnitId } from '../kernel/event.ts';
import type { LaterAct } from './commands.ts';
import type { Judged } from './judged.ts';

/**
 * The units whose act it is. A ministry keeps no books here: its receipt and its answer are recorded by the
 * sender, and no report about it can be contested in this ledger.
 */
export const partiesTo = ({ command, state: { sent, reports }, facts }: Judged): readonly UnitId[] => {
  const agency = sent.to.level === 'province' ? [sent.to.unit] : [];
  const line = (): readonly UnitId[] => [sent.sender, ...facts.reference.organisation.superiorsOf(sent.sender)];
  const acts: { readonly [Act in LaterAct['type']]: () => readonly UnitId[] } = {
    'confirm-delivery': () => (agency.length > 0 ? agency : [sent.sender]),
    answer: () => (agency.length > 0 ? agency : [sent.sender]),
    'submit-to-committee': () => agency,
    'report-unresolved': () => [sent.sender],
    'contest-report': () => agency,
    'judge-report': () =>
      command.type === 'judge-report'
        ? reports.filter((each) => each.report === command.report).map(({ to }) => to)
        : [],
    'report-up': line,
    settle: line,
  };
  return acts[command.type]();
};
