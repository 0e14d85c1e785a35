import type { Actor } from '#domain/kernel/actor.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { OrganisationCommand } from '#domain/organisation/commands.ts';
import type { Basis } from '#domain/dossier/events.ts';
import { actorOf } from './journey.ts';
import { dayOf, onDay } from './office-time.ts';
import { goLive, unitOf, type Post } from './roster.ts';
import { departmentsMerged, districtsAbolished } from './sample-unit.ts';
import { sampleUnits } from './unit-table.ts';
import { accounts, type World } from './world.ts';

export type OrganisationAct = { readonly command: OrganisationCommand; readonly recordedAt: Instant };

type Wish<C = OrganisationCommand> = C extends OrganisationCommand ? Omit<C, 'at' | 'actor'> : never;
/** What takes effect at a moment; the lists of one moment are told in this order. */
type Change = { readonly effective: Instant; readonly wish: Wish };

const inherited: Basis = { text: 'Số liệu ban đầu khi đưa sổ cái vào sử dụng', clause: null };

/** Units, parties, appointments and delegations in the order in which the personnel office enters them. */
export const organisationActs = (world: World): OrganisationAct[] => {
  const changes = [
    ...registrations(world),
    ...establishments(),
    ...dissolutions(),
    ...endings(world.roster.posts),
    ...appointments(world.roster.posts),
    ...delegations(world),
  ];
  const told = new Map<Instant, number>();
  return changes
    .map((change, order) => ({ ...change, order }))
    .sort((a, b) => (a.effective === b.effective ? a.order - b.order : a.effective < b.effective ? -1 : 1))
    .map(({ effective, wish }) => {
      const place = told.get(effective) ?? 0;
      told.set(effective, place + 1);
      const at = enteredAt(effective, place);
      return { command: { ...wish, at, actor: clerkOf(world, at) }, recordedAt: at };
    });
};

/** On the day itself, four seconds apart from 7:00, before the offices open and act by it. */
const enteredAt = (effective: Instant, place: number): Instant => {
  const opening = effective === goLive ? goLive : onDay(dayOf(effective), '07:00');
  return new Date(Date.parse(opening) + place * 4000).toISOString();
};

/** The head of Home Affairs answers for personnel; what stood before the ledger came in by machine. */
const clerkOf = (world: World, at: Instant): Actor => {
  const head = dayOf(at) > dayOf(goLive) ? world.roster.headOf('SNV', at) : null;
  if (head !== null) return actorOf(head);
  return { party: { kind: 'account', id: accounts.documentSystem.id }, unit: null, capacity: 'system' };
};

/** Before the go-live means: entered at the go-live. */
const effectiveAt = (from: Instant): Instant => (from < goLive ? goLive : from);

const registrations = ({ roster }: World): Change[] => [
  ...Object.values(accounts).map(({ id, kind, label }): Change => ({
    effective: goLive,
    wish: { type: 'register-account', accountId: id, accountKind: kind, label },
  })),
  ...roster.officers.map((officerId): Change => {
    const first = roster.posts.find(({ officer }) => officer === officerId);
    return { effective: effectiveAt(first?.from ?? goLive), wish: { type: 'register-officer', officerId } };
  }),
];

const establishments = (): Change[] =>
  sampleUnits.map(({ id, name, kind, parent, validFrom }) => ({
    effective: effectiveAt(validFrom),
    wish: {
      type: 'establish-unit',
      unitId: id,
      name,
      unitKind: kind,
      parent,
      validFrom,
      basis: validFrom < goLive ? inherited : reformBasis(validFrom),
    },
  }));

const dissolutions = (): Change[] =>
  sampleUnits.flatMap(({ id, validTo, successors }): Change[] =>
    validTo === null
      ? []
      : [
          {
            effective: validTo,
            wish: { type: 'dissolve-unit', unitId: id, validTo, successors, basis: reformBasis(validTo) },
          },
        ],
  );

const reformBasis = (at: Instant): Basis => {
  if (at === departmentsMerged) {
    return { text: 'Nghị quyết của HĐND tỉnh về sắp xếp các cơ quan chuyên môn thuộc UBND tỉnh', clause: null };
  }
  if (at === districtsAbolished) return { text: 'Nghị quyết 202/2025/QH15 ngày 12/6/2025', clause: null };
  throw new Error(`sample: no reform at ${at}`);
};

/** Where a unit ends, the personnel office ends its appointments by name, too. */
const endings = (posts: readonly Post[]): Change[] =>
  posts.flatMap(({ appointmentId, unit, to, endReason }): Change[] => {
    const end = to ?? unitOf(unit).validTo;
    if (end === null) return [];
    const reason = endReason ?? 'Đơn vị kết thúc hoạt động do sắp xếp';
    return [{ effective: end, wish: { type: 'end-appointment', appointmentId, unitId: unit, validTo: end, reason } }];
  });

const appointments = (posts: readonly Post[]): Change[] =>
  posts.map(({ appointmentId, officer, unit, role, title, from }) => ({
    effective: effectiveAt(from),
    wish: {
      type: 'appoint',
      appointmentId,
      unitId: unit,
      officerId: officer,
      role,
      title,
      validFrom: from,
      validTo: null,
      basis: from < goLive ? inherited : { text: `Quyết định bổ nhiệm tại ${unitOf(unit).name}`, clause: null },
    },
  }));

const delegations = (world: World): Change[] =>
  world.delegations.map(({ id, unit, delegator, delegate, scope, document, from, to }) => ({
    effective: from,
    wish: {
      type: 'grant-delegation',
      delegationId: id,
      unitId: unit,
      delegator,
      delegate,
      scope,
      document,
      validFrom: from,
      validTo: to,
    },
  }));
