import { objection } from '../../kernel/rule.ts';
import type { ConfirmDelivery } from '../commands.ts';
import type { OfAddressee } from '../judged.ts';

/** The records clerk registers a request once, after it was sent and not after saying so (Decree 30/2020 art. 21.2c, 22.1; R15). */
export const registeredDelivery = ({ command, addressee }: OfAddressee<ConfirmDelivery>) => {
  const { delivery, unit, addressedAt } = addressee;
  if (delivery !== null) {
    return objection('consultation.already-delivered', { unit, arrivalNumber: delivery.arrivalNumber });
  }
  const { registeredAt, at } = command;
  return registeredAt < addressedAt || registeredAt > at
    ? objection('consultation.registered-outside', { registeredAt, from: addressedAt, to: at })
    : null;
};
