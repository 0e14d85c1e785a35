import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsultationCommand } from '#domain/consultation/commands.ts';
import { actor, hour, officer } from '../fixtures/domain/organisation.ts';
import { assign, leadHead } from '../fixtures/domain/task.ts';
import { faultsOfConsultation, faultsOfTask, type Surroundings } from './oracles.ts';
import { SmallProvince, type Stored } from './small-province.ts';

/* What watches the random histories must itself see a fault when there is one. */

const end = hour(1_000);
const around: Surroundings = { inOffice: () => true, silenceIsConsent: (unit) => unit === 'stc' };
let asked: readonly Stored[];
let task: readonly Stored[];

beforeAll(async () => {
  const province = await SmallProvince.founded(hour(0));
  const request = {
    type: 'request',
    at: hour(0),
    actor: leadHead,
    consultationId: 'yk',
    dossierId: null,
    requester: 'sxd',
    subject: 'Quy hoạch',
    questions: [{ questionId: 'q1', text: 'Có thống nhất không?' }],
    addressees: ['stc', 'vp'].map((unit) => ({ unit, relevance: null, legalBasis: null })),
    term: { kind: 'working-days', days: 5 },
    document: null,
    signature: { drafter: officer('head'), signer: officer('head'), capacity: 'own' },
  } as const satisfies ConsultationCommand;
  await province.tryCase('consultation', 'yk', request);
  for (const [unit, head] of [
    ['stc', 'financier'],
    ['vp', 'chief'],
  ] as const) {
    const delivery = { type: 'confirm-delivery', consultationId: 'yk', unit, arrivalNumber: '1' } as const;
    const at = hour(0);
    await province.tryCase('consultation', 'yk', { ...delivery, at, actor: actor(head, unit), registeredAt: at });
  }
  await province.tryCase('task', 'nv', { ...assign, taskId: 'nv' });
  province.now = end;
  await province.timePasses();
  asked = await province.history('consultation-yk');
  task = await province.history('task-nv');
});

const isAt = (type: Stored['type'], unit?: string) => (event: Stored) =>
  event.type === type && (unit === undefined || ('unit' in event.data && event.data.unit === unit));
const without = (history: readonly Stored[], left: (event: Stored) => boolean) =>
  history.filter((event) => !left(event));
const twice = (history: readonly Stored[], doubled: (event: Stored) => boolean) =>
  history.flatMap((event) => (doubled(event) ? [event, event] : [event]));
const faults = (history: readonly Stored[], world = around) => faultsOfConsultation(history, world, end);

describe('the oracle of consultations', () => {
  it('finds nothing wrong with what the product wrote', () => expect(faults(asked)).toEqual([]));

  it('R17 sees a consent that is missing, one out of nothing, and one that no rule allows', () => {
    expect(faults(without(asked, isAt('consultation.consent-deemed')))).toEqual(['stc: consent not deemed']);
    expect(faults(twice(asked, isAt('consultation.consent-deemed')))).toEqual(['stc: consent deemed out of nothing']);
    expect(faults(asked, { ...around, silenceIsConsent: () => false })).toEqual(['stc: consent deemed']);
    expect(faults(asked, { ...around, inOffice: (unit) => unit !== 'stc' })).toEqual(['stc: consent deemed']);
  });

  it('R17 sees a deadline that is lost, doubled, or passed though nobody waited', () => {
    const lost = without(asked, isAt('consultation.deadline-passed', 'vp'));
    expect(faults(lost)).toEqual([expect.stringMatching(/^vp: deadline .* lost$/)]);
    expect(faults(twice(asked, isAt('consultation.deadline-passed', 'vp')))).toHaveLength(1);
    expect(faults(without(asked, isAt('consultation.delivered', 'vp')))).toHaveLength(1);
  });
});

describe('the oracle of tasks', () => {
  it('finds nothing wrong with what the product wrote', () => expect(faultsOfTask(task, end)).toEqual([]));

  it('R26 sees a deadline that is lost or doubled', () => {
    const passed = isAt('task.deadline-passed');
    expect(faultsOfTask(without(task, passed), end)).toEqual([expect.stringMatching(/ lost$/)]);
    expect(faultsOfTask(twice(task, passed), end)).toEqual([expect.stringMatching(/ doubled$/)]);
  });
});
