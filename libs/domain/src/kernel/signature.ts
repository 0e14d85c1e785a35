import type { Capacity, Party } from './event.ts';

/**
 * Who drafted a document and who signed it, in which capacity (Decree 30/2020 art. 10.4, 12, 13). Who headed
 * the unit is not written here: it follows from the appointments, whenever those were recorded.
 */
export type Signature = { readonly drafter: Party; readonly signer: Party; readonly capacity: Capacity };
