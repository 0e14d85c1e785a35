import type { Day, Instant } from '../kernel/event.ts';

/**
 * A time limit as documents state it. `day`: due at the end of that day. `before-day` ("trước ngày 10"):
 * due at the end of the day before. Only working days and hours move when a calendar version changes;
 * a fixed day moves only where the rule lets a day off roll over to the next working day.
 */
export type Term =
  | { readonly kind: 'moment'; readonly at: Instant }
  | { readonly kind: 'day' | 'before-day'; readonly day: Day; readonly rollOver: boolean }
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'working-hours'; readonly hours: number };
