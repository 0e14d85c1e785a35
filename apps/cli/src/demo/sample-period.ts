import type { Instant } from '#domain/kernel/event.ts';
import { onDay } from './office-time.ts';

export const sampleBegins: Instant = onDay('2024-07-01', '00:00');
/** The sample's present: what would happen later has not happened. */
export const sampleEnd: Instant = onDay('2026-11-20', '17:30');
