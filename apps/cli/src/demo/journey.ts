import type { Actor } from '#domain/kernel/actor.ts';
import type { Instant, UnitId } from '#domain/kernel/event.ts';
import type { CorrectDossier, DossierCommand } from '#domain/dossier/commands.ts';
import type { Basis, Holder } from '#domain/dossier/events.ts';
import { dayOf, later, nextOfficeDay, onDay } from './office-time.ts';
import type { Random } from './random.ts';
import { unitOf, type Post, type Roster } from './roster.ts';
import { departmentsMerged } from './sample-unit.ts';

/** A correction names its wrong act by its place in the dossier; the ledger's id is known only at play. */
export type SampleCorrection = Omit<CorrectDossier, 'correctsEventId'> & { readonly correctsAct: number };
export type SampleAct = Exclude<DossierCommand, CorrectDossier> | SampleCorrection;
type WithoutContext<A> = A extends SampleAct ? Omit<A, 'at' | 'actor'> : never;

const mergerBasis: Basis = { text: 'Nghị quyết của HĐND tỉnh về sắp xếp các cơ quan chuyên môn', clause: null };
const reformBasis: Basis = { text: 'Nghị quyết 202/2025/QH15 ngày 12/6/2025', clause: null };
const leavingBasis: Basis = { text: 'Nghị định 30/2020/NĐ-CP', clause: 'điểm đ khoản 3 Điều 31' };

export const holderOf = (post: Post): Holder => ({ party: { kind: 'officer', id: post.officer }, unit: post.unit });

/** In which capacity a post acts for its unit. */
export const actorOf = (post: Post): Actor => ({
  party: { kind: 'officer', id: post.officer },
  unit: post.unit,
  capacity: post.role === 'clerk' ? 'clerk' : post.role === 'acting-head' ? 'acting-head' : 'own',
});

/**
 * One dossier on its way: keeps the time and the holder, and writes down the acts. While it waits,
 * holders leave and units are merged, and the dossier is handed over as the rules of that day ask.
 */
export class Journey {
  readonly acts: SampleAct[] = [];
  #now: Instant;
  #holder: Holder | null = null;
  /** Finished papers are no longer handed over: they stay with the unit, and then with its successor. */
  #finished = false;

  constructor(
    private readonly roster: Roster,
    private readonly random: Random,
    start: Instant,
  ) {
    this.#now = start;
  }

  get now(): Instant {
    return this.#now;
  }

  get holder(): Holder {
    if (this.#holder === null) throw new Error('sample: the dossier is not registered yet');
    return this.#holder;
  }

  /** Writes the act down at the present moment; `by` defaults to the holder. */
  act(act: WithoutContext<SampleAct>, by: Actor = this.self()): void {
    this.acts.push({ ...act, at: this.#now, actor: by });
    if ('to' in act) this.#holder = act.to;
    if (act.type === 'register' || act.type === 'reopen') this.#holder = act.holder;
    this.#finished = act.type === 'complete' || (this.#finished && act.type !== 'reopen');
  }

  /** The unit that keeps the dossier, or the one that has taken it over by now. */
  get keeper(): UnitId {
    let unit = unitOf(this.holder.unit ?? '');
    while (unit.validTo !== null && unit.validTo <= this.#now) unit = unitOf(unit.successors[0] ?? '');
    return unit.id;
  }

  /** Office days go by; with 0 days, some minutes or hours. */
  wait(days: number): void {
    const until = later(this.#now, days, this.random);
    for (let handovers = 0; handovers < 20 && this.#handOverBefore(until); handovers += 1);
    if (until > this.#now) this.#now = until;
    else this.#now = later(this.#now, 0, this.random);
  }

  /** The holder as actor; somebody of the unit when the holder is not known. */
  self(): Actor {
    const { party, unit } = this.holder;
    if (party.kind === 'account') return { party, unit, capacity: 'system' };
    const posts = this.roster.in(unit ?? '', this.#now);
    const post = (party.kind === 'officer' ? posts.find(({ officer }) => officer === party.id) : null) ?? posts[0];
    if (!post) throw new Error(`sample: nobody in ${unit ?? 'no unit'} at ${this.#now}`);
    return actorOf(post);
  }

  /** True when a handover was due before that moment and has been written down. */
  #handOverBefore(until: Instant): boolean {
    const { party, unit } = this.holder;
    if (unit === null || this.#finished) return false;
    const unitEnd = unitOf(unit).validTo;
    if (unitEnd !== null && unitEnd <= until) {
      this.#toSuccessor(unit, unitEnd);
      return true;
    }
    if (party.kind !== 'officer' || this.roster.in(unit, until).some(({ officer }) => officer === party.id))
      return false;
    return this.#toColleague(unit, party.id, until);
  }

  /** On the first office morning of the new unit; the same person where they went with the work. */
  #toSuccessor(unit: UnitId, unitEnd: Instant): void {
    this.#now = later(onDay(dayOf(unitEnd), '07:30'), 0, this.random);
    const successors = unitOf(unit).successors;
    const { party } = this.holder;
    const staff = successors.flatMap((successor) => this.roster.in(successor, this.#now));
    const same = staff.find(({ officer }) => party.kind === 'officer' && officer === party.id);
    const next = same ?? staff.find(({ role }) => role === 'head') ?? staff[0];
    if (!next) throw new Error(`sample: nobody took over from ${unit}`);
    const to = party.kind === 'account' ? { party, unit: next.unit } : holderOf(next);
    this.act(
      {
        type: 'hand-off',
        to,
        reason: `Bàn giao hồ sơ khi sắp xếp: ${unitOf(unit).name}`,
        basis: unitEnd === departmentsMerged ? mergerBasis : reformBasis,
        dueAt: null,
      },
      actorOf(next),
    );
  }

  /** Handed over on the last afternoon of the holder's post (Decree 30/2020 art. 31.3đ). */
  #toColleague(unit: UnitId, officer: string, until: Instant): boolean {
    const leaves = this.roster.posts
      .filter((post) => post.unit === unit && post.officer === officer && post.to !== null && post.to <= until)
      .map(({ to }) => to ?? until)
      .sort()
      .at(-1);
    const colleague = this.roster.in(unit, this.#now).find((post) => post.officer !== officer && post.role !== 'clerk');
    if (leaves === undefined || !colleague || leaves <= this.#now) return false;
    const halfway = new Date((Date.parse(this.#now) + Date.parse(leaves)) / 2).toISOString();
    const lastDay = new Date(Date.parse(leaves) - 8 * 3_600_000).toISOString();
    this.#now = lastDay > this.#now ? lastDay : halfway;
    this.act({
      type: 'hand-off',
      to: holderOf(colleague),
      reason: 'Bàn giao hồ sơ khi nghỉ hưu, điều động',
      basis: leavingBasis,
      dueAt: null,
    });
    return true;
  }
}

export const endOfNextOfficeDay = (at: Instant): Instant => onDay(nextOfficeDay(dayOf(at)), '17:00');
