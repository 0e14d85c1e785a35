import { productRulebook, productSource } from '#api/rulebook/product-rulebook.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { packagedCalendars } from '../../calendars/packaged-calendars.ts';
import { sampleBegins } from '../sample-period.ts';
import type { Packaged } from './rehearsal.ts';

const product: Actor = { party: { kind: 'account', id: 'so-cai' }, unit: null, capacity: 'system' };

/** What the product publishes by itself in every ledger, as the acts that publish it. Throws when its files are faulty. */
export const packaged = async (): Promise<Packaged> => {
  const read = await productRulebook();
  if (!read.ok) throw new Error('the rulebook of this product is faulty');
  const calendars = (await packagedCalendars()).map((version) => ({
    type: 'publish-calendar' as const,
    at: version.announcedAt,
    actor: product,
    ...version,
  }));
  const { instruments } = read;
  const at = sampleBegins;
  const rulebook = {
    type: 'publish-rulebook',
    at,
    actor: product,
    effectiveFrom: null,
    instruments,
    source: productSource,
  } as const;
  return { calendars, rulebook };
};
