import { describe, expect, it } from '@jest/globals';
import { actor, directoryOf, hour, province } from '../../../../../test/fixtures/domain/organisation.ts';
import type { AssignAuthority } from '../commands.ts';
import type { Power } from '../events.ts';
import { AuthorityMatrix } from '../matrix.ts';
import { oneCellAtATime } from './one-cell-at-a-time.ts';

const cell = (unitId: string, power: Power, [from, to]: readonly [string, string | null], matterKind = 'land') => ({
  authorityId: `${unitId}-${power}`,
  matterKind,
  unitId,
  power,
  validFrom: from,
  validTo: to,
  basis: { text: 'Quy chế làm việc', clause: null },
});
const matrix = new AuthorityMatrix(directoryOf(...province));
matrix.apply({ type: 'authority.assigned', version: 1, data: cell('sxd', 'decide', [hour(10), hour(20)]) });

const asked = (wanted: ReturnType<typeof cell>) => {
  const command: AssignAuthority = { type: 'assign-authority', at: hour(0), actor: actor('chief', 'vp'), ...wanted };
  return oneCellAtATime({ command, matrix })?.code ?? null;
};

describe('a cell of the authority matrix', () => {
  it.each([
    ['overlapping', cell('sxd', 'decide', [hour(19), null]), 'authority.already-assigned'],
    ['inside', cell('sxd', 'decide', [hour(12), hour(13)]), 'authority.already-assigned'],
    ['following at once', cell('sxd', 'decide', [hour(20), null]), null],
    ['of another power', cell('sxd', 'advise', [hour(12), null]), null],
    ['of another unit', cell('stc', 'decide', [hour(12), null]), null],
    ['of another kind of matter', cell('sxd', 'decide', [hour(12), null], 'budget'), null],
  ])('R01 %s', (_case, wanted, expected) => {
    expect(asked(wanted)).toBe(expected);
  });
});
