import type { Party, UnitId } from '#domain/kernel/event.ts';

/** One text for a party, so that holders can be compared and counted: `officer:R10`. */
export const partyKey = (party: Party): string => (party.kind === 'unknown' ? 'unknown:' : `${party.kind}:${party.id}`);

/**
 * Who counts as the holder when custody moves: the person or account; where the source names nobody,
 * the unit, since a dossier passed between two units has moved even if no person is known.
 */
export const holderKey = (party: Party, unit: UnitId | null): string =>
  party.kind === 'unknown' && unit !== null ? `unit:${unit}` : partyKey(party);

export const idOf = (party: Party): string | null => (party.kind === 'unknown' ? null : party.id);
