import type { Instant } from '#domain/kernel/event.ts';

/** What a query needs: rows of a statement, and the moment that "now" means in its answer. */
export interface ViewDatabase {
  rows<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  now(): Instant;
}

/** Collects the parameters of a statement that is put together from parts. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Placeholder of the value, `$1`, `$2` … */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** The conditions joined, `true` when there are none. */
export const allOf = (conditions: readonly (string | null)[]): string =>
  conditions.filter((condition) => condition !== null).join(' and ') || 'true';
