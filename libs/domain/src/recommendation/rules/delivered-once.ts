import { objection } from '../../kernel/rule.ts';
import type { ConfirmDelivery } from '../commands.ts';
import type { Judged } from '../judged.ts';

/** R73: the day of registration starts the limit, so a second one would move it (Decree 30/2020 art. 22). */
export const deliveredOnce = ({ state }: Judged<ConfirmDelivery>) =>
  state.delivered === null
    ? null
    : objection('recommendation.already-delivered', {
        at: state.delivered.at,
        number: state.delivered.arrivalNumber ?? '–',
      });
