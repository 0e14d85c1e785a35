import type { Actor } from '#domain/kernel/actor.ts';
import { stay, type Case } from './case.ts';
import { addOfficeDays, dayOf, endOfDay } from './office-time.ts';
import { actorOf } from './journey.ts';

/** Issued with its product; later archived, or reopened and answered once more. */
export const conclude = (one: Case): void => {
  const { journey, random } = one;
  journey.wait(random.int(0, 1));
  complete(one);
  if (random.chance(0.035)) reopen(one);
  if (!random.chance(0.65)) return;
  journey.wait(random.int(40, 220));
  journey.act(
    {
      type: 'archive',
      fileCode: `${String(random.int(1, 60)).padStart(2, '0')}.${one.type.symbol}`,
      retention: random.pick(['10 năm', '20 năm', 'Vĩnh viễn']),
    },
    keeperOfRecords(one),
  );
};

const complete = (one: Case): void => {
  const { journey, random, type } = one;
  const decision = journey.acts.filter((act) => act.type === 'decide').at(-1);
  const refused = decision?.type === 'decide' && decision.decision === 'rejected';
  journey.act(
    {
      type: 'complete',
      product: {
        number: String(random.int(1, 3400)),
        symbol: type.product,
        issuedOn: dayOf(journey.now),
        title: one.secret ? null : `Kết quả: ${type.name}`,
      },
      outcome: refused ? 'refused' : type.duty === 'citizens' || type.duty === 'justice' ? 'answered' : 'granted',
    },
    issuer(one),
  );
};

/** At the top the Office issues by order of the chairman; elsewhere the records clerk. */
const issuer = (one: Case): Actor => {
  const { journey, world, random } = one;
  if (journey.holder.unit !== 'UBND-SH') return keeperOfRecords(one);
  return { ...world.leader('VPUB', journey.now, random).actor, unit: 'UBND-SH', capacity: 'by-order' };
};

/** The records clerk of the keeping unit; where there is none, who leads it. */
const keeperOfRecords = ({ journey, world, random }: Case): Actor => {
  const clerk = world.roster.in(journey.keeper, journey.now).find(({ role }) => role === 'clerk');
  return clerk ? actorOf(clerk) : world.leader(journey.keeper, journey.now, random).actor;
};

const reopen = (one: Case): void => {
  const { journey, random, world } = one;
  journey.wait(random.int(5, 40));
  const unit = journey.keeper;
  const leader = world.leader(unit, journey.now, random);
  const holder = { party: { kind: 'officer', id: leader.post.officer }, unit } as const;
  journey.act(
    {
      type: 'reopen',
      reason: 'Phát hiện tình tiết mới, cần xem xét lại kết quả',
      basis: { text: 'Kết luận kiểm tra công vụ', clause: null },
      holder,
      deadline: endOfDay(addOfficeDays(dayOf(journey.now), 10)),
    },
    leader.actor,
  );
  stay(one, 6);
  journey.act({ type: 'perform-step', step: 'Xem xét lại hồ sơ', performer: performer(one), note: null });
  journey.wait(0);
  complete(one);
};

const performer = ({ journey }: Case) => {
  const { party, unit } = journey.self();
  return { party, unit };
};
