import { expect, it } from '@jest/globals';
import { dissentsIn } from './dissents.ts';

const entry = (type: string, day: string, data: Record<string, unknown>) => ({
  type,
  occurredAt: `2025-08-${day}T02:00:00.000Z`,
  data,
});

it('R20 keeps a dissent open until an entry resolves that one', () => {
  const said = { unit: 'stc', content: 'Chưa rõ nguồn vốn', grounds: null };
  const entries = [
    entry('dissent.recorded', '04', { ...said, dissentId: '1' }),
    entry('dossier.submitted', '05', {}),
    entry('dissent.recorded', '06', { ...said, dissentId: '2', grounds: 'Luật Đầu tư công' }),
    entry('dissent.resolved', '07', { dissentId: '1', unit: 'stc', resolution: 'Bổ sung' }),
  ];
  expect(dissentsIn(entries)).toEqual([
    {
      ...said,
      dissentId: '1',
      at: entries[0]?.occurredAt,
      resolved: { at: entries[3]?.occurredAt, resolution: 'Bổ sung' },
    },
    { ...said, dissentId: '2', grounds: 'Luật Đầu tư công', at: entries[2]?.occurredAt, resolved: null },
  ]);
  expect(dissentsIn([])).toEqual([]);
});
