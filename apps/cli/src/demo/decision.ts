import type { Actor } from '#domain/kernel/actor.ts';
import { confirm } from './arrival.ts';
import { actorOf, holderOf } from './journey.ts';
import { stay, type Case } from './case.ts';
import type { Post } from './roster.ts';

type Leader = { readonly post: Post; readonly actor: Actor };

/** Up to who decides; sent back for amendment now and then; decided by the leader who holds it. */
export const decide = (one: Case): void => {
  const { journey, random, world } = one;
  journey.wait(0);
  const author = journey.self();
  let leader = submitToLeader(one);
  if (random.chance(0.14)) leader = amended(one, leader, author);
  if (one.type.decidedBy === 'province') leader = toProvince(one);
  stay(one, 1.5);
  const unit = journey.holder.unit ?? leader.post.unit;
  const present = world.roster.in(unit, journey.now).find(({ officer }) => officer === officerAt(one));
  const rejected = random.chance(0.12);
  journey.act(
    {
      type: 'decide',
      decision: rejected ? 'rejected' : 'approved',
      grounds: rejected ? 'Hồ sơ không đủ điều kiện theo quy định' : null,
      document: null,
    },
    present ? signing(present) : world.leader(unit, journey.now, random).actor,
  );
};

const officerAt = ({ journey: { holder } }: Case): string | null =>
  holder.party.kind === 'officer' ? holder.party.id : null;

/** A deputy signs KT. the head. */
const signing = (post: Post): Actor =>
  post.role === 'deputy' ? { ...actorOf(post), capacity: 'for-head' } : actorOf(post);

const submitToLeader = (one: Case): Leader => {
  const { journey, random, world } = one;
  const leader = world.leader(journey.holder.unit ?? '', journey.now, random);
  if (officerAt(one) === leader.post.officer) return leader;
  journey.act({
    type: 'submit',
    to: holderOf(leader.post),
    proposal: 'Trình lãnh đạo xem xét, ký duyệt',
    basis: null,
  });
  return leader;
};

const amended = (one: Case, leader: Leader, author: Actor): Leader => {
  const { journey, random, world } = one;
  stay(one, 1);
  const posts = world.roster.in(journey.holder.unit ?? '', journey.now);
  const present = posts.find(({ officer }) => officer === officerAt(one));
  const writer = posts.find(({ officer }) => author.party.kind === 'officer' && officer === author.party.id);
  if (!present || !writer || present.officer === writer.officer || present.role === 'member') return leader;
  journey.act(
    {
      type: 'decide',
      decision: 'amend',
      grounds: random.pick(['Bổ sung căn cứ pháp lý', 'Làm rõ nguồn vốn', 'Rà soát lại số liệu, ranh giới']),
      document: null,
    },
    signing(present),
  );
  journey.wait(0);
  journey.act({ type: 'hand-off', to: holderOf(writer), reason: 'Chỉnh sửa, hoàn thiện', basis: null, dueAt: null });
  confirm(one);
  stay(one, 2);
  journey.act({
    type: 'perform-step',
    step: 'Chỉnh sửa, hoàn thiện hồ sơ',
    performer: { party: journey.self().party, unit: journey.self().unit },
    note: null,
  });
  journey.wait(0);
  return submitToLeader(one);
};

/** Department → the province's Office, which appraises → vice chairman or chairman. */
const toProvince = (one: Case): Leader => {
  const { journey, random, world } = one;
  stay(one, 1);
  const office = world.desk('VPUB', journey.now);
  journey.act({ type: 'submit', to: holderOf(office), proposal: 'Trình UBND tỉnh xem xét, quyết định', basis: null });
  confirm(one);
  journey.wait(random.int(0, 1));
  const expert = world.specialist('VPUB-KTTH', journey.now, random);
  journey.act({ type: 'hand-off', to: holderOf(expert), reason: 'Giao thẩm tra', basis: null, dueAt: null });
  confirm(one);
  stay(one, 3);
  journey.act({
    type: 'perform-step',
    step: 'Thẩm tra, lập phiếu trình',
    performer: { party: journey.self().party, unit: journey.self().unit },
    note: null,
  });
  journey.wait(0);
  const head = world.leader('VPUB', journey.now, random);
  journey.act({ type: 'submit', to: holderOf(head.post), proposal: 'Trình lãnh đạo Văn phòng', basis: null });
  stay(one, 1);
  const chair = world.leader('UBND-SH', journey.now, random);
  journey.act({ type: 'submit', to: holderOf(chair.post), proposal: 'Trình lãnh đạo UBND tỉnh', basis: null });
  return chair;
};
