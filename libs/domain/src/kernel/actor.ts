import type { Capacity, Party, UnitId } from './event.ts';

/** Who does the act, for which unit and in which capacity; taken from the token, never from the body. */
export type Actor = { readonly party: Party; readonly unit: UnitId | null; readonly capacity: Capacity };
