import type { InstrumentId } from '#domain/kernel/citation.ts';
import type { Instant, UnitId } from '#domain/kernel/event.ts';
import { dossierTypes } from '../dossier-types.ts';
import { addOfficeDays, dayOf, onDay } from '../office-time.ts';
import { unitOf } from '../roster.ts';
import { sampleUnits } from '../unit-table.ts';
import { head, type Script, type When } from './script.ts';

/** Bound by letter 001, the only one that takes silence for consent: one district, then the communes made of it. */
export const deemedConsentUnits = ['UBND-BG', 'UBND-BGI', 'UBND-GHO'] as const;
/** Nobody made the provincial directive known there: what is asked of it stands beside its candidates. */
export const unitLeftOut: UnitId = 'SGDDT';

type Binding = { readonly instrument: InstrumentId; readonly unit: UnitId; readonly all: boolean; readonly told: When };

/*
 * The province is invented, the texts are not: Sơn Hà is shown as if the texts addressed to other provinces
 * were addressed to it.
 */
const bindings: readonly Binding[] = [
  { instrument: 'nd-30-2020', unit: 'UBND-SH', all: true, told: '2024-07-01 07:01' },
  { instrument: 'kon-tum-2023', unit: 'UBND-SH', all: true, told: '2024-07-01 07:02' },
  { instrument: 'an-lao-2023', unit: 'UBND-BG', all: true, told: '2024-07-01 07:03' },
  { instrument: 'cv-3239-2024-kon-tum', unit: 'UBND-SH', all: true, told: '2024-09-12 07:00' },
  { instrument: 'kon-tum-2024', unit: 'UBND-SH', all: true, told: '2025-01-02 07:00' },
  { instrument: 'an-lao-2023', unit: 'UBND-BGI', all: true, told: '2025-07-01 07:21' },
  { instrument: 'an-lao-2023', unit: 'UBND-GHO', all: true, told: '2025-07-01 07:22' },
  { instrument: 'dak-lak-2023', unit: 'SNNMT', all: true, told: '2025-07-01 07:23' },
  { instrument: 'dak-lak-2023', unit: 'SXD', all: true, told: '2025-07-01 07:24' },
  { instrument: 'dak-lak-2023', unit: 'VPUB', all: false, told: '2025-07-01 07:25' },
];

const secretary = head('VPUB');

const bind = (script: Script): void => {
  const rulebook = script.of('rulebook', 'vn');
  for (const { instrument, unit, all, told } of bindings) {
    const day = told.slice(0, 10);
    rulebook(told, secretary, {
      type: 'bind-instrument',
      bindingId: `RB-${unit}-${instrument}`,
      instrumentId: instrument,
      unitId: unit,
      withSubordinates: all,
      from: onDay(day, '00:00'),
      to: null,
    });
  }
};

/** Kinds of matter of the stories, and who may decide them. Those of the sample that the committee decides are added. */
export const matters = {
  mining: 'Cấp phép khai thác khoáng sản',
  building: 'Thẩm định thiết kế công trình cấp II',
  market: 'Phê duyệt phương án quản lý chợ',
  policy: 'Chấp thuận chủ trương cụm công nghiệp',
  road: 'Cấp phép đấu nối đường nhánh',
} as const;

const deciders: readonly (readonly [string, UnitId, When])[] = [
  [matters.mining, 'SNNMT', '2025-07-01 08:01'],
  [matters.building, 'SXD', '2025-07-01 08:02'],
  [matters.market, 'SCT', '2025-07-01 08:03'],
  [matters.policy, 'UBND-SH', '2025-07-01 08:04'],
  // Entered long after it was in force: so far nobody had asked for a ground to pass such a matter on.
  [matters.road, 'SXD', '2026-11-10 08:05'],
];

const assignAuthorities = (script: Script): void => {
  const ofCommittee = dossierTypes
    .filter(({ decidedBy }) => decidedBy === 'province')
    .map(({ name }, index) => [name, 'UBND-SH', `2024-07-01 08:${String(index + 10)}`] as const);
  for (const [index, [matterKind, unitId, told]] of [...ofCommittee, ...deciders].entries()) {
    const authorityId = `TQ-${String(index + 1).padStart(2, '0')}`;
    script.of('authority', authorityId)(told, secretary, {
      type: 'assign-authority',
      authorityId,
      matterKind,
      unitId,
      power: 'decide',
      validFrom: onDay(matterKind === matters.road ? '2026-07-01' : told.slice(0, 10), '00:00'),
      validTo: null,
      basis: { text: 'Quyết định phân cấp của UBND tỉnh Sơn Hà', clause: null },
    });
  }
};

type Spread = { readonly instrument: InstrumentId; readonly from: string; readonly reaches: (unit: UnitId) => boolean };

const inDistrict = (unit: UnitId): boolean => {
  const line = [unit, unitOf(unit).parent];
  return deemedConsentUnits.some((bound) => line.includes(bound));
};
const atProvince = (unit: UnitId): boolean => unit === 'UBND-SH' || unitOf(unit).parent === 'UBND-SH';

const spreads: readonly Spread[] = [
  { instrument: 'nd-30-2020', from: '2024-07-08', reaches: () => true },
  { instrument: 'kon-tum-2023', from: '2024-07-08', reaches: () => true },
  { instrument: 'an-lao-2023', from: '2024-07-08', reaches: inDistrict },
  { instrument: 'cv-3239-2024-kon-tum', from: '2024-09-16', reaches: atProvince },
  { instrument: 'kon-tum-2024', from: '2025-01-06', reaches: (unit) => unit !== unitLeftOut },
  {
    instrument: 'dak-lak-2023',
    from: '2025-07-07',
    reaches: (unit) => ['SNNMT', 'SXD', 'VPUB'].includes(unit),
  },
];

/** A fortnight after the text, or the unit, came into being; units that had ended by the reform are passed over. */
const disseminate = (script: Script): void => {
  for (const { instrument, from, reaches } of spreads) {
    const reached = sampleUnits.filter(({ id, validTo }) => (validTo === null || id.endsWith('-BG')) && reaches(id));
    for (const [index, { id: unitId, validFrom }] of reached.entries()) {
      const day = addOfficeDays(later(from, validFrom), 5);
      const heldAt = onDay(day, '14:00');
      const [there] = script.world.roster.in(unitId, heldAt);
      if (!there) continue;
      const disseminationId = `QT-${instrument}-${unitId}`;
      const told: When = `${day} 15:${String(index % 60).padStart(2, '0')}`;
      script.of('dissemination', disseminationId)(told, () => there, {
        type: 'hold-dissemination',
        disseminationId,
        instrumentId: instrument,
        unitId,
        heldAt,
        attendees: [],
        document: 'Biên bản họp cơ quan',
      });
    }
  }
};

const later = (day: string, validFrom: Instant): string => (dayOf(validFrom) > day ? dayOf(validFrom) : day);

/** Which texts bind whom, who may decide what, and where the texts were made known. */
export const foundations = (script: Script): void => {
  bind(script);
  assignAuthorities(script);
  disseminate(script);
};
