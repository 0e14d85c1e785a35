import type { Actor } from '#domain/kernel/actor.ts';
import type { AccountId, DelegationId, Instant, OfficerId, UnitId } from '#domain/kernel/event.ts';
import type { AccountKind } from '#domain/organisation/events.ts';
import type { Duty } from './dossier-type.ts';
import { actorOf } from './journey.ts';
import { onDay } from './office-time.ts';
import { randomFrom, type Random } from './random.ts';
import { Roster, unitOf, type Post } from './roster.ts';
import type { Place, SampleUnit } from './sample-unit.ts';
import { sampleUnits } from './unit-table.ts';

export type SampleAccount = { readonly id: AccountId; readonly kind: AccountKind; readonly label: string };

export const accounts = {
  documentSystem: { id: 'he-thong-qlvb', kind: 'system', label: 'Hệ thống quản lý văn bản và điều hành' },
  onlineService: { id: 'he-thong-dvc', kind: 'system', label: 'Hệ thống thông tin giải quyết thủ tục hành chính' },
  sharedClerk: { id: 'vanthu-vpub', kind: 'shared', label: 'Văn thư Văn phòng UBND tỉnh (tài khoản dùng chung)' },
  sharedDesk: { id: 'motcua-tinh', kind: 'shared', label: 'Quầy tiếp nhận một cửa (tài khoản dùng chung)' },
  test: { id: 'kiem-thu', kind: 'test', label: 'Tài khoản kiểm thử hệ thống' },
} as const satisfies Readonly<Record<string, SampleAccount>>;

export type SampleDelegation = {
  readonly id: DelegationId;
  readonly unit: UnitId;
  readonly delegator: OfficerId;
  readonly delegate: OfficerId;
  readonly scope: string;
  readonly document: string;
  readonly from: Instant;
  readonly to: Instant;
};

/** Everything about the province that does not depend on a single dossier. */
export class World {
  readonly roster: Roster;
  readonly delegations: readonly SampleDelegation[];

  constructor(readonly seed: number) {
    this.roster = new Roster(seed);
    this.delegations = delegationTerms.map((term, index) => this.#delegation(term, index + 1));
  }

  unitsAt(at: Instant): SampleUnit[] {
    return sampleUnits.filter((unit) => unit.validFrom <= at && (unit.validTo === null || at < unit.validTo));
  }

  /** The unit whose function it is at that moment; before a merger the more special one. */
  competent(duty: Duty, place: Place | null, at: Instant): UnitId {
    const able = this.unitsAt(at)
      .filter((unit) => unit.duties.includes(duty) && servesFor(unit, place))
      .sort((a, b) => a.duties.length - b.duties.length);
    if (!able[0]) throw new Error(`sample: nobody competent for ${duty} at ${at}`);
    return able[0].id;
  }

  /** Where dossiers arrive in a unit: its records clerk, else its head. */
  desk(unit: UnitId, at: Instant): Post {
    const posts = this.roster.in(unit, at);
    const desk = posts.find(({ role }) => role === 'clerk') ?? this.roster.headOf(unit, at) ?? posts[0];
    if (!desk) throw new Error(`sample: nobody in ${unit} at ${at}`);
    return desk;
  }

  specialist(unit: UnitId, at: Instant, random: Random): Post {
    const posts = this.roster.in(unit, at);
    const members = posts.filter(({ role }) => role === 'member');
    return random.pick(members.length > 0 ? members : posts);
  }

  /** The head, or a deputy signing KT. */
  leader(unit: UnitId, at: Instant, random: Random): { readonly post: Post; readonly actor: Actor } {
    const deputies = this.roster.in(unit, at).filter(({ role }) => role === 'deputy');
    const head = this.roster.headOf(unit, at);
    if (head && (deputies.length === 0 || random.chance(0.6))) return { post: head, actor: actorOf(head) };
    const deputy = random.pick(deputies);
    return { post: deputy, actor: { ...actorOf(deputy), capacity: 'for-head' } };
  }

  /** Who directs the work in a unit that day: its leader, or the holder of a written delegation (TUQ.). */
  director(unit: UnitId, at: Instant, random: Random): Actor {
    const granted = this.delegations.find((term) => term.unit === unit && term.from <= at && at < term.to);
    const leader = this.leader(unit, at, random).actor;
    if (!granted || !random.chance(0.4)) return leader;
    return { party: { kind: 'officer', id: granted.delegate }, unit, capacity: 'by-delegation' };
  }

  /** How slowly a person works: 0.6 (swift) to 2 (slow); the same person is the same everywhere. */
  pace(officer: OfficerId): number {
    return 0.6 + randomFrom(this.seed, `pace/${officer}`).next() ** 2 * 1.4;
  }

  #delegation(term: DelegationTerm, number: number): SampleDelegation {
    const head = this.roster.headOf(term.unit, term.from);
    const others = this.roster.in(term.unit, term.from).filter(({ officer }) => officer !== head?.officer);
    const delegate = others.find(({ role }) => role === 'deputy') ?? others[0];
    if (!head || !delegate) throw new Error(`sample: nobody to delegate in ${term.unit}`);
    return {
      ...term,
      id: `UQ-${String(number).padStart(3, '0')}`,
      delegator: head.officer,
      delegate: delegate.officer,
      document: `${String(number * 7)}/GUQ-${term.unit}`,
    };
  }
}

type DelegationTerm = Pick<SampleDelegation, 'unit' | 'scope' | 'from' | 'to'>;

const term = (unit: UnitId, days: readonly [string, string], scope: string): DelegationTerm => ({
  unit,
  scope,
  from: onDay(days[0], '00:00'),
  to: onDay(days[1], '00:00'),
});

const delegationTerms: readonly DelegationTerm[] = [
  term('STNMT', ['2024-08-01', '2025-02-01'], 'Phân công xử lý hồ sơ giao đất, cho thuê đất'),
  term('SKHDT', ['2024-09-02', '2025-02-28'], 'Phân công thẩm định chủ trương đầu tư'),
  term('KTHT-BG', ['2024-10-01', '2025-04-01'], 'Phân công hồ sơ cấp phép xây dựng'),
  term('SXD', ['2025-08-01', '2026-02-01'], 'Phân công hồ sơ thẩm định dự án'),
  term('STC', ['2025-12-01', '2026-06-01'], 'Phân công hồ sơ quyết toán'),
  term('KT-STH', ['2025-09-03', '2026-03-03'], 'Phân công hồ sơ đất đai'),
  term('SNNMT', ['2025-06-02', '2025-12-02'], 'Phân công hồ sơ chuyển mục đích sử dụng đất'),
];

const servesFor = (unit: SampleUnit, place: Place | null): boolean =>
  place === null ? unit.places === null : unit.places !== null && unit.places.includes(place);

export const unitNameOf = (unit: UnitId): string => unitOf(unit).name;
