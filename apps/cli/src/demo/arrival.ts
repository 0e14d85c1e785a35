import type { Actor } from '#domain/kernel/actor.ts';
import type { UnitId } from '#domain/kernel/event.ts';
import type { Holder, Urgency } from '#domain/dossier/events.ts';
import { actorOf, holderOf } from './journey.ts';
import { competentUnit, stay, type Case } from './case.ts';
import { dayOf } from './office-time.ts';
import { unitOf } from './roster.ts';
import { issuerOf, subjectOf } from './subjects.ts';
import { accounts, unitNameOf } from './world.ts';

const returnBasis = { text: 'Nghị định 30/2020/NĐ-CP', clause: 'điểm b khoản 2 Điều 21' };

/** Registered at the desk that receives it, then brought to the competent unit, sometimes by detours. */
export const arrive = (one: Case): void => {
  const intake = intakeUnit(one);
  register(one, intake);
  const wrongNumber = one.random.chance(0.03);
  if (wrongNumber) correctRegistration(one);
  for (let detours = detoursOf(one); detours > 0; detours -= 1) detour(one, intake);
  const clerk = one.journey;
  clerk.wait(
    one.random.weighted([
      [0, 7],
      [1, 3],
    ]),
  );
  one.journey.act({
    type: 'hand-off',
    to: holderOf(one.world.desk(competentUnit(one), one.journey.now)),
    reason: 'Chuyển theo chức năng, nhiệm vụ',
    basis: null,
    dueAt: one.deadline !== null && one.deadline > one.journey.now ? one.deadline : null,
  });
  confirm(one);
};

const intakeUnit = (one: Case): UnitId => {
  if (one.type.level === 'province') return one.random.chance(0.55) ? 'TTPVHCC-SH' : 'VPUB';
  const local = one.world.unitsAt(one.journey.now).filter(({ places }) => places?.includes(one.place) === true);
  const desk = local.find(({ id }) => id.startsWith('HCC-')) ?? local.find(({ id }) => id.startsWith('VP-'));
  if (!desk) throw new Error(`sample: nowhere to bring ${one.id}`);
  return desk.id;
};

const register = (one: Case, intake: UnitId): void => {
  const { journey, random, type, secret } = one;
  const about = { place: one.place, at: journey.now };
  const { actor, holder } = registrar(one, intake);
  journey.act(
    {
      type: 'register',
      dossierId: one.id,
      issuer: issuerOf(type, about, random),
      number: random.chance(0.97) ? String(random.int(1, 980)) : null,
      symbol: type.symbol,
      subject: secret ? null : subjectOf(type, about, random),
      secretReference: secret ? `M-${one.id.slice(3)}` : null,
      dossierType: type.name,
      urgency: random.weighted<Urgency>([
        ['normal', 88],
        ['urgent', 8],
        ['very-urgent', 3],
        ['express', 1],
      ]),
      secrecy: secret ? (random.chance(0.8) ? 'confidential' : 'secret') : 'none',
      receivedAt: journey.now,
      deadline: one.deadline,
      holder,
    },
    actor,
  );
};

/** A clerk by name; a system on behalf of the desk; or a shared login, and then nobody knows who it was. */
const registrar = (one: Case, intake: UnitId): { readonly actor: Actor; readonly holder: Holder } => {
  const clerk = one.random.pick(one.world.roster.in(intake, one.journey.now).filter(({ role }) => role === 'clerk'));
  const machine = (id: string): Actor => ({ party: { kind: 'account', id }, unit: intake, capacity: 'system' });
  const nobody: Holder = { party: { kind: 'unknown' }, unit: intake };
  const how = one.random.next();
  if (how < 0.2) return { actor: machine(accounts.onlineService.id), holder: holderOf(clerk) };
  if (how < 0.26 && intake === 'VPUB') return { actor: machine(accounts.sharedClerk.id), holder: nobody };
  if (how < 0.26 && intake === 'TTPVHCC-SH') return { actor: machine(accounts.sharedDesk.id), holder: nobody };
  return { actor: actorOf(clerk), holder: holderOf(clerk) };
};

const correctRegistration = (one: Case): void => {
  one.journey.wait(0);
  const unit = one.journey.holder.unit ?? '';
  const head = one.world.roster.headOf(unit, one.journey.now);
  const clerk = one.world.roster.in(unit, one.journey.now).find(({ role }) => role === 'clerk');
  if (!head || !clerk) return;
  one.journey.act(
    {
      type: 'correct',
      correctsAct: 0,
      changes: { number: String(one.random.int(981, 1400)) },
      reason: 'Vào sổ nhầm số văn bản',
      approver: { kind: 'officer', id: head.officer },
    },
    actorOf(clerk),
  );
};

/** Most go straight; some are sent wrong once; a few are pushed to and fro. */
const detoursOf = (one: Case): number =>
  one.random.weighted([
    [0, 88],
    [1, 9],
    [2, 2],
    [3, 1],
  ]);

/** To a unit whose function it is not, and back; a prompt return is that unit's duty (R06). */
const detour = (one: Case, intake: UnitId): void => {
  const { journey, random, world } = one;
  journey.wait(random.int(0, 1));
  const right = competentUnit(one);
  const sender = journey.holder;
  const senderUnit = sender.unit ?? intake;
  const wrong = random.pick(
    world
      .unitsAt(journey.now)
      .filter(({ id, duties }) => duties.length > 0 && id !== right && id !== senderUnit)
      .filter(({ places }) => (one.type.level === 'local') === (places !== null)),
  ).id;
  journey.act({
    type: 'hand-off',
    to: holderOf(world.desk(wrong, journey.now)),
    reason: 'Chuyển xử lý theo thẩm quyền',
    basis: null,
    dueAt: null,
  });
  confirm(one);
  if (random.chance(0.7)) journey.wait(random.int(0, 1));
  else stay(one, 4);
  const backTo = presentUnit(one, senderUnit);
  if (backTo === journey.holder.unit) return;
  giveBack(one, backTo);
  journey.wait(0);
};

/** The unit itself, or after its end the one that took over for the dossier's place. */
const presentUnit = ({ world, journey, place }: Case, unit: UnitId): UnitId => {
  const present = world.unitsAt(journey.now);
  if (present.some(({ id }) => id === unit)) return unit;
  const heirs = present.filter(({ id }) => unitOf(unit).successors.includes(id));
  return (heirs.find(({ places }) => places?.includes(place)) ?? heirs[0])?.id ?? unit;
};

const giveBack = (one: Case, backTo: UnitId): void => {
  const { journey, world } = one;
  const right = competentUnit(one);
  const to = holderOf(world.desk(backTo, journey.now));
  const own = journey.holder.unit;
  if (one.world.roster.in(backTo, journey.now).length === 0) return;
  journey.act({
    type: 'return',
    to,
    reason: `Nội dung không thuộc chức năng của ${unitNameOf(own ?? '')}; đề nghị chuyển ${unitNameOf(right)}`,
    basis: returnBasis,
    rightUnit: right === own ? null : right,
  });
};

/** Receipt is to be confirmed within the day (Decree 30/2020 art. 21.2c); not everybody does. */
export const confirm = (one: Case): void => {
  const { journey, random } = one;
  if (!random.chance(0.85)) return;
  const sameDay = random.chance(0.9);
  const to = journey.holder;
  journey.wait(sameDay ? 0 : 1);
  if (journey.holder.unit !== to.unit) return;
  const bySystem = random.chance(0.1);
  const arrivalNumber = `${String(random.int(1, 2400))}/${dayOf(journey.now).slice(0, 4)}`;
  const system: Actor = {
    party: { kind: 'account', id: accounts.documentSystem.id },
    unit: journey.holder.unit,
    capacity: 'system',
  };
  journey.act({ type: 'confirm-receipt', arrivalNumber }, bySystem ? system : journey.self());
};
