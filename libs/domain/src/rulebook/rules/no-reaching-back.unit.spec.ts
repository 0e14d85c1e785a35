import { describe, expect, it } from '@jest/globals';
import { noReachingBack } from './no-reaching-back.ts';

const now = '2025-07-01T01:00:00.000Z';
const earlier = '2025-07-01T00:59:59.999Z';

describe('a version of the rulebook', () => {
  it('R19 R70 that follows another does not take effect before its publication', () => {
    expect(noReachingBack({ effectiveFrom: earlier, earlierVersions: 1, now })).toEqual({
      code: 'rulebook.reaches-back',
      facts: { effectiveFrom: earlier, now },
    });
    expect(noReachingBack({ effectiveFrom: now, earlierVersions: 1, now })).toBeNull();
  });

  it('R19 may reach back when it is the first', () => {
    expect(noReachingBack({ effectiveFrom: earlier, earlierVersions: 0, now })).toBeNull();
  });
});
