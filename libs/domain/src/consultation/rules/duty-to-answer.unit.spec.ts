import { expect, it } from '@jest/globals';
import {
  addresseeAfter,
  afterDue,
  deliver,
  dueAt,
  factsAt,
  request,
  withdraw,
} from '../../../../../test/fixtures/domain/consultation.ts';
import { dissolved, hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { bindingDeadline, dutyAt, runningDeadline } from './duty-to-answer.ts';

const sound = { defects: [] };

it('R13 binds nobody by a request without questions or deadline, whoever imported it', () => {
  const asked = addresseeAfter(request, deliver);
  expect(bindingDeadline(sound, asked)?.dueAt).toBe(dueAt);
  expect(bindingDeadline({ defects: ['questions-missing'] }, asked)).toBeNull();
  expect(bindingDeadline(sound, { ...asked, deadline: null })).toBeNull();
});

it('R15 binds from registration on, when that came before the deadline', () => {
  const asked = addresseeAfter(request);
  expect(bindingDeadline(sound, asked)).toBeNull();
  const late = { ...deliver, at: afterDue(2), registeredAt: afterDue(1) };
  expect(bindingDeadline(sound, addresseeAfter(request, late))).toBeNull();
});

it('R15 runs while the body is waited for', () => {
  expect(runningDeadline(sound, addresseeAfter(request, deliver))?.dueAt).toBe(dueAt);
  expect(runningDeadline(sound, addresseeAfter(request, deliver, withdraw))).toBeNull();
});

it('R15 leaves what was imported after its deadline to the log it came from', () => {
  const known = { command: deliver, recordedAt: hour(9), imported: true };
  const after = { command: deliver, recordedAt: afterDue(9), imported: true };
  expect(runningDeadline(sound, addresseeAfter(request, known))?.dueAt).toBe(dueAt);
  expect(runningDeadline(sound, addresseeAfter(request, after))).toBeNull();
});

it('R17 ends with the unit that owed it', () => {
  const asked = addresseeAfter(request, deliver);
  const due = bindingDeadline(sound, asked);
  expect(due && dutyAt(asked, due, factsAt(hour(900)))).toBe('owed');
  expect(due && dutyAt(asked, due, factsAt(hour(900), dissolved('stc', dueAt, 'vp')))).toBe('addressee-dissolved');
  expect(due && dutyAt(asked, due, factsAt(hour(900), dissolved('stc', afterDue(1), 'vp')))).toBe('owed');
});
