import { describe, expect, it } from '@jest/globals';
import { afterIssue } from './after-issue.ts';

describe('a session of dissemination', () => {
  const asked = (heldAt: string, issuedOn: string | null) =>
    afterIssue({ command: { heldAt }, instrument: { instrumentId: 'letter', issuedOn } })?.code ?? null;

  it('R79 is held from the day of issue on, in Vietnam', () => {
    expect(asked('2025-06-30T16:59:59.999Z', '2025-07-01')).toBe('dissemination.before-instrument');
    expect(asked('2025-06-30T17:00:00.000Z', '2025-07-01')).toBeNull();
  });

  it('R79 cannot be too early for a text whose date is blank', () => {
    expect(asked('2020-01-01T00:00:00.000Z', null)).toBeNull();
  });
});
