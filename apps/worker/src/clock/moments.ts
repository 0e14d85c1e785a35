import type { Instant } from '#domain/kernel/event.ts';

export const later = (moment: Instant, ms: number): Instant => new Date(Date.parse(moment) + ms).toISOString();

/** Milliseconds from one moment to the other, none when it is past. */
export const msUntil = (moment: Instant, now: Instant): number => Math.max(0, Date.parse(moment) - Date.parse(now));
