import type { AppointmentRole } from '#domain/organisation/events.ts';
import type { AppointmentId, Instant, OfficerId, UnitId } from '#domain/kernel/event.ts';
import { onDay } from './office-time.ts';
import { randomFrom, type Random } from './random.ts';
import { departmentsMerged, districtsAbolished, type SampleUnit } from './sample-unit.ts';
import { sampleUnits } from './unit-table.ts';

export type Post = {
  readonly appointmentId: AppointmentId;
  readonly officer: OfficerId;
  readonly unit: UnitId;
  readonly role: AppointmentRole;
  readonly title: string;
  readonly from: Instant;
  /** Null: to the end of the unit, or open. */
  to: Instant | null;
  endReason: string | null;
};

/** The ledger goes into service: what stood before is entered on this morning. */
export const goLive: Instant = onDay('2024-06-24', '08:00');

const memberTitle = 'Chuyên viên';
const clerkTitle = 'Văn thư';

/** Who held which post when, over the whole period of the sample. */
export class Roster {
  readonly posts: Post[] = [];
  readonly #byUnit = new Map<UnitId, Post[]>();
  readonly #random: Random;
  #officers = 0;

  constructor(seed: number) {
    this.#random = randomFrom(seed, 'roster');
    for (const unit of sampleUnits) if (unit.validFrom < goLive) this.#staff(unit, [], goLive);
    this.#reform(departmentsMerged);
    this.#reform(districtsAbolished);
    for (const change of headChanges) this.#changeHead(change);
  }

  get officers(): OfficerId[] {
    return Array.from({ length: this.#officers }, (_, index) => officerId(index));
  }

  /** Posts of the unit at the moment, in the order in which they were filled. */
  in(unit: UnitId, at: Instant): Post[] {
    return (this.#byUnit.get(unit) ?? []).filter((post) => holds(post, at));
  }

  headOf(unit: UnitId, at: Instant): Post | null {
    return this.in(unit, at).find(({ role }) => role === 'head' || role === 'acting-head') ?? null;
  }

  #staff(unit: SampleUnit, pool: Post[], from: Instant): void {
    const { heads, deputies, clerks, members } = unit.staff;
    const fill = (count: number, role: AppointmentRole, title: string, fits: readonly AppointmentRole[]): void => {
      for (let filled = 0; filled < count; filled += 1) {
        this.#appoint(take(pool, unit.id, fits) ?? this.#hire(), unit, { role, title, from });
      }
    };
    fill(heads, 'head', unit.headTitle, ['head', 'deputy', 'member']);
    fill(deputies, 'deputy', deputyTitle(unit), ['head', 'deputy']);
    fill(clerks, 'clerk', clerkTitle, ['clerk']);
    fill(members, 'member', memberTitle, ['member', 'deputy', 'clerk']);
  }

  /** Officers of units that end here go on in a successor; new units take theirs first, then hire. */
  #reform(at: Instant): void {
    const ending = new Map(sampleUnits.filter(({ validTo }) => validTo === at).map((unit) => [unit.id, unit]));
    const released = this.posts.filter(({ unit }) => ending.has(unit));
    const pools = new Map<string, Post[]>();
    for (const [index, post] of released.entries()) {
      const successors = ending.get(post.unit)?.successors ?? [];
      const next = successors[index % successors.length];
      if (next === undefined) continue;
      const key = place(next);
      pools.set(key, [...(pools.get(key) ?? []), { ...post, unit: next }]);
    }
    for (const unit of sampleUnits.filter(({ validFrom }) => validFrom === at)) {
      this.#staff(unit, pools.get(place(unit.id)) ?? [], at);
    }
    this.#keepBusy([...pools.values()].flat(), at);
  }

  /** Who found no post in a new unit goes on in the successor, as a deputy or a member. */
  #keepBusy(posts: readonly Post[], at: Instant): void {
    for (const left of posts) {
      const unit = unitOf(left.unit);
      const role = left.role === 'head' ? 'deputy' : 'member';
      this.#appoint(left.officer, unit, { role, title: role === 'deputy' ? deputyTitle(unit) : memberTitle, from: at });
    }
  }

  /** The head leaves; a deputy acts until appointed (or keeps acting when `confirmed` is null). */
  #changeHead({ unit, leaves, reason, confirmed }: HeadChange): void {
    const head = this.headOf(unit, leaves);
    const deputy = this.in(unit, leaves).find(({ role }) => role === 'deputy');
    if (!head || !deputy) throw new Error(`sample: ${unit} has no head and deputy at ${leaves}`);
    end(head, leaves, reason);
    const title = unitOf(unit).headTitle;
    const acting = this.#appoint(deputy.officer, unitOf(unit), {
      role: 'acting-head',
      title: `Phụ trách (${title})`,
      from: leaves,
    });
    if (confirmed === null) return;
    end(acting, confirmed, 'Được bổ nhiệm người đứng đầu');
    end(deputy, confirmed, 'Được bổ nhiệm người đứng đầu');
    this.#appoint(deputy.officer, unitOf(unit), { role: 'head', title, from: confirmed });
  }

  #appoint(officer: OfficerId, unit: SampleUnit, post: Pick<Post, 'role' | 'title' | 'from'>): Post {
    const made: Post = {
      ...post,
      appointmentId: `BN-${String(this.posts.length + 1).padStart(4, '0')}`,
      officer,
      unit: unit.id,
      from: post.from === goLive ? this.#earlierThanGoLive() : post.from,
      to: null,
      endReason: null,
    };
    this.posts.push(made);
    this.#byUnit.set(unit.id, [...(this.#byUnit.get(unit.id) ?? []), made]);
    return made;
  }

  #earlierThanGoLive(): Instant {
    const year = this.#random.int(2022, 2023);
    const month = String(this.#random.int(1, 12)).padStart(2, '0');
    return onDay(`${String(year)}-${month}-01`, '00:00');
  }

  #hire(): OfficerId {
    this.#officers += 1;
    return officerId(this.#officers - 1);
  }
}

type HeadChange = {
  readonly unit: UnitId;
  readonly leaves: Instant;
  readonly reason: string;
  readonly confirmed: Instant | null;
};

const retired = 'Nghỉ hưu theo chế độ';
const transferred = 'Điều động công tác khác';
const headChanges: readonly HeadChange[] = [
  { unit: 'SNV', leaves: onDay('2024-11-01', '00:00'), reason: retired, confirmed: onDay('2024-12-16', '00:00') },
  { unit: 'STP', leaves: onDay('2025-02-03', '00:00'), reason: transferred, confirmed: onDay('2025-03-17', '00:00') },
  { unit: 'SXD', leaves: onDay('2025-05-05', '00:00'), reason: retired, confirmed: onDay('2025-07-14', '00:00') },
  { unit: 'STC', leaves: onDay('2025-10-01', '00:00'), reason: transferred, confirmed: onDay('2025-11-17', '00:00') },
  { unit: 'TTT', leaves: onDay('2026-01-05', '00:00'), reason: retired, confirmed: onDay('2026-03-16', '00:00') },
  { unit: 'SNNMT', leaves: onDay('2026-05-04', '00:00'), reason: transferred, confirmed: onDay('2026-07-20', '00:00') },
  {
    unit: 'UBND-DLI',
    leaves: onDay('2026-03-02', '00:00'),
    reason: transferred,
    confirmed: onDay('2026-04-20', '00:00'),
  },
  { unit: 'VPUB', leaves: onDay('2026-09-01', '00:00'), reason: retired, confirmed: null },
];

const units = new Map(sampleUnits.map((unit) => [unit.id, unit]));

export const unitOf = (id: UnitId): SampleUnit => {
  const unit = units.get(id);
  if (!unit) throw new Error(`sample: no unit ${id}`);
  return unit;
};

const officerId = (index: number): OfficerId => `CB-${String(index + 1).padStart(4, '0')}`;

const holds = (post: Post, at: Instant): boolean => {
  const unitEnd = unitOf(post.unit).validTo;
  return post.from <= at && (post.to === null || at < post.to) && (unitEnd === null || at < unitEnd);
};

const end = (post: Post, at: Instant, reason: string): void => {
  post.to = at;
  post.endReason = reason;
};

/** Offices of one commune share a pool of released officers: `KT-BGI` and `HCC-BGI` are one place. */
const place = (unit: UnitId): string => (unitOf(unit).places === null ? unit : unit.slice(unit.indexOf('-') + 1));

/** Someone of the unit's own predecessors, else anybody of the pool, in the order of roles that fit. */
const take = (pool: Post[], unit: UnitId, fits: readonly AppointmentRole[]): OfficerId | null => {
  for (const role of fits) {
    const candidates = pool.filter((post) => post.role === role);
    const found = candidates.find((post) => post.unit === unit) ?? candidates[0];
    if (found) {
      pool.splice(pool.indexOf(found), 1);
      return found.officer;
    }
  }
  return null;
};

const deputyTitle = ({ headTitle }: SampleUnit): string =>
  `Phó ${headTitle.charAt(0).toLowerCase()}${headTitle.slice(1)}`;
