import { objection } from '../../kernel/rule.ts';
import { overlap, type Period } from '../../organisation/period.ts';
import type { RulebookBound } from '../events.ts';

type Binding = RulebookBound['data'];
const periodOf = ({ from, to }: Binding): Period => ({ validFrom: from, validTo: to });

/** R19: an instrument binds a unit once at a time, so that ending the binding ends the duty. */
export const boundOnce = ({
  command,
  bindings,
}: {
  readonly command: Binding;
  readonly bindings: readonly Binding[];
}) => {
  const { unitId, instrumentId } = command;
  const twin = bindings.find(
    (binding) =>
      binding.unitId === unitId &&
      binding.instrumentId === instrumentId &&
      binding.from !== binding.to &&
      overlap(periodOf(binding), periodOf(command)),
  );
  return twin
    ? objection('rulebook.already-bound', { instrument: instrumentId, unit: unitId, binding: twin.bindingId })
    : null;
};
