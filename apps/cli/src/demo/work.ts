import type { UnitId } from '#domain/kernel/event.ts';
import { confirm } from './arrival.ts';
import { endOfNextOfficeDay, holderOf } from './journey.ts';
import { competentUnit, stay, type Case } from './case.ts';
import type { Post } from './roster.ts';
import { unitNameOf } from './world.ts';

/** The leader names the responsible person, who works through the steps and asks others where needed. */
export const work = (one: Case): void => {
  assign(one);
  const { steps, workingDays } = one.type;
  const consultAfter = one.random.chance(0.4) ? one.random.int(0, steps.length - 1) : -1;
  for (const [index, step] of steps.entries()) {
    stay(one, (workingDays * 0.4) / steps.length);
    one.journey.act({ type: 'perform-step', step, performer: performerOf(one), note: null });
    if (index === consultAfter) consult(one);
  }
};

const performerOf = (one: Case) => {
  const { party, unit } = one.journey.self();
  return { party, unit };
};

const assign = (one: Case): void => {
  const { journey, random, world } = one;
  stay(one, 0.8);
  const unit = journey.holder.unit ?? competentUnit(one);
  const responsible = world.specialist(unit, journey.now, random);
  const dueAt = one.deadline !== null && one.deadline > journey.now ? one.deadline : endOfNextOfficeDay(journey.now);
  journey.act(
    {
      type: 'assign',
      leadUnit: unit,
      coordinators: random.chance(0.3) ? otherUnits(one, unit).slice(0, random.int(1, 2)) : [],
      responsible: { kind: 'officer', id: responsible.officer },
      step: one.type.steps[0] ?? null,
      dueAt,
      basis: { text: 'Quy chế làm việc của cơ quan', clause: null },
    },
    director(one, unit),
  );
  handInside(one, responsible, 'Giao chuyên viên xử lý');
};

/** The unit's own leader; at the province now and then its Office by order of the chairman (TL.). */
const director = (one: Case, unit: UnitId) => {
  const { journey, random, world } = one;
  if (one.type.decidedBy === 'province' && random.chance(0.15)) {
    const office = world.leader('VPUB', journey.now, random);
    return { ...office.actor, unit: 'UBND-SH', capacity: 'by-order' as const };
  }
  return world.director(unit, journey.now, random);
};

const handInside = (one: Case, to: Post, reason: string): void => {
  const { party } = one.journey.holder;
  if (party.kind === 'officer' && party.id === to.officer) return;
  one.journey.wait(0);
  if (!one.world.roster.in(to.unit, one.journey.now).some(({ officer }) => officer === to.officer)) return;
  if (one.journey.holder.unit !== to.unit) return;
  one.journey.act({ type: 'hand-off', to: holderOf(to), reason, basis: null, dueAt: null });
  confirm(one);
};

const otherUnits = (one: Case, own: UnitId): UnitId[] => {
  const units = one.world
    .unitsAt(one.journey.now)
    .filter(({ id, kind }) => id !== own && (kind === 'department' || kind === 'inspectorate' || kind === 'division'))
    .filter(({ id, places }) => id !== 'VPUB-KTTH' && (places === null || places.includes(one.place)))
    .filter(({ places }) => one.type.level === 'local' || places === null)
    .map(({ id }) => id);
  const first = one.random.int(0, Math.max(0, units.length - 2));
  return units.slice(first, first + 2);
};

/** To another unit for its opinion and back to the same desk: a bounce that work may well need. */
const consult = (one: Case): void => {
  const { journey, random, world } = one;
  const asker = journey.self();
  journey.wait(0);
  const [consulted] = otherUnits(one, asker.unit ?? '');
  if (consulted === undefined || asker.party.kind !== 'officer' || !sameUnit(one, asker.unit)) return;
  journey.act({
    type: 'hand-off',
    to: holderOf(world.desk(consulted, journey.now)),
    reason: 'Lấy ý kiến phối hợp',
    basis: null,
    dueAt: endOfNextOfficeDay(journey.now),
  });
  confirm(one);
  stay(
    one,
    random.weighted([
      [2, 5],
      [5, 3],
      [9, 1],
    ]),
  );
  const refuses = random.chance(0.15);
  if (!refuses) {
    journey.act({ type: 'perform-step', step: 'Cho ý kiến phối hợp', performer: performerOf(one), note: null });
    journey.wait(0);
  }
  backToAsker(one, asker.unit, { officer: asker.party.id, refuses });
};

const sameUnit = (one: Case, unit: UnitId | null): boolean => one.journey.holder.unit === unit;

const backToAsker = (
  one: Case,
  askerUnit: UnitId | null,
  { officer, refuses }: { readonly officer: string; readonly refuses: boolean },
): void => {
  const { journey, random, world } = one;
  const still = askerUnit !== null && world.roster.in(askerUnit, journey.now).length > 0;
  const unit = still ? askerUnit : competentUnit(one);
  if (sameUnit(one, unit)) return;
  const asker = world.roster.in(unit, journey.now).find((post) => post.officer === officer);
  const to = holderOf(asker ?? world.specialist(unit, journey.now, random));
  const own = journey.holder.unit ?? '';
  if (refuses && still) {
    journey.act({
      type: 'return',
      to,
      reason: `Nội dung lấy ý kiến không thuộc phạm vi quản lý của ${unitNameOf(own)}`,
      basis: { text: 'Công điện 280/CĐ-TTg ngày 19/4/2023', clause: null },
      rightUnit: null,
    });
  } else {
    journey.act({ type: 'hand-off', to, reason: 'Đã có ý kiến, chuyển lại đơn vị chủ trì', basis: null, dueAt: null });
  }
  confirm(one);
};
