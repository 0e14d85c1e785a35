import { DefaultNamingStrategy } from 'typeorm';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `beganAt` ↔ `began_at`. */
export class SnakeNames extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snake(propertyName);
  }
}

const kinds = new Map<number, (text: string) => unknown>([
  // timestamptz: instants are UTC text everywhere above the database
  [1184, (text) => new Date(text).toISOString()],
]);

/** Hands PostgreSQL values to JavaScript as the views use them; 64-bit integers stay decimal text. */
export const viewTypes = (fallback: (oid: number, format: 'text') => (text: string) => unknown) => ({
  getTypeParser: (oid: number): ((text: string) => unknown) => kinds.get(oid) ?? fallback(oid, 'text'),
});
