import type { Instant, OfficerId, UnitId } from '../kernel/event.ts';
import type { OrganisationDirectory } from '../organisation/directory.ts';
import { covers, earlierEnd } from '../organisation/period.ts';
import type { AuthorityAssigned, AuthorityEvent, Power } from './events.ts';

/** `validTo`: as written, when the assignment was ended, or when its unit was dissolved, whichever came first. */
export type AuthorityCell = AuthorityAssigned['data'];

/** Who may decide which kind of matter, and whose function it is, at any moment (R01). */
export class AuthorityMatrix {
  readonly #cells = new Map<string, AuthorityCell>();
  readonly #byKind = new Map<string, Set<string>>();

  constructor(private readonly organisation: OrganisationDirectory) {}

  apply(event: AuthorityEvent): void {
    if (event.type === 'authority.assigned') {
      const { authorityId, matterKind } = event.data;
      this.#cells.set(authorityId, event.data);
      this.#byKind.set(matterKind, (this.#byKind.get(matterKind) ?? new Set()).add(authorityId));
      return;
    }
    const cell = this.#cells.get(event.data.authorityId);
    if (!cell) throw new Error(`impossible history: authority ${event.data.authorityId} ended before it was assigned`);
    this.#cells.set(cell.authorityId, { ...cell, validTo: earlierEnd(cell.validTo, event.data.validTo) });
  }

  /** Every cell ever assigned for the kind of matter, in force or not. */
  cellsFor(matterKind: string): readonly AuthorityCell[] {
    return [...(this.#byKind.get(matterKind) ?? [])].flatMap((id) => {
      const cell = this.#cells.get(id);
      return cell ? [this.#withinUnit(cell)] : [];
    });
  }

  /** The cells for the kind of matter in force at the moment. */
  holders(matterKind: string, at: Instant): readonly AuthorityCell[] {
    return this.cellsFor(matterKind).filter((cell) => covers(cell, at));
  }

  /**
   * May the unit do that with the matter at the moment? `decide` implies `advise`. null: nobody can be charged on
   * it, because the matrix assigns that power to nobody, or only to a predecessor whose cells have not been
   * assigned anew yet.
   */
  may(unit: UnitId, power: Power, matterKind: string, at: Instant): boolean | null {
    const holders = this.holders(matterKind, at);
    if (holders.some((cell) => cell.unitId === unit && grants(cell, power))) return true;
    if (this.#inherited(unit, power, matterKind)) return null;
    return holders.some((cell) => cell.power === power) ? false : null;
  }

  /**
   * May the officer decide it for the unit by a written delegation in force? Its scope names kinds of matter,
   * separated by commas, or everything (`*`). A scope in other words cannot be read by a machine and is taken
   * in the officer's favour: whether an act kept within it is for a person to find.
   */
  delegated(officer: OfficerId, unit: UnitId, matterKind: string, at: Instant): boolean {
    return this.organisation.delegationsTo(officer, unit, at).some(({ scope }) => this.#mayCover(scope, matterKind));
  }

  /** Everything in force at the moment; for the register. */
  inForce(at: Instant): readonly AuthorityCell[] {
    return [...this.#cells.values()].map((cell) => this.#withinUnit(cell)).filter((cell) => covers(cell, at));
  }

  #mayCover(scope: string, matterKind: string): boolean {
    const named = scope.split(',').map((kind) => kind.trim());
    return named.some((kind) => kind === '*' || kind === matterKind || !this.#byKind.has(kind));
  }

  #withinUnit(cell: AuthorityCell): AuthorityCell {
    return { ...cell, validTo: earlierEnd(cell.validTo, this.organisation.unit(cell.unitId)?.validTo ?? null) };
  }

  /** A unit it took over from held the power until it was dissolved. */
  #inherited(unit: UnitId, power: Power, matterKind: string): boolean {
    const predecessors = this.organisation.predecessorsOf(unit);
    return this.cellsFor(matterKind).some(
      (cell) =>
        predecessors.includes(cell.unitId) &&
        grants(cell, power) &&
        cell.validTo !== null &&
        cell.validTo === this.organisation.unit(cell.unitId)?.validTo,
    );
  }
}

const grants = (cell: AuthorityCell, power: Power): boolean => cell.power === 'decide' || cell.power === power;
