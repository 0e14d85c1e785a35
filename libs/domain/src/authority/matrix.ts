import type { Instant, OfficerId, UnitId } from '../kernel/event.ts';
import type { OrganisationDirectory } from '../organisation/directory.ts';
import { covers, earlierEnd } from '../organisation/period.ts';
import type { AuthorityAssigned, AuthorityEvent, Power } from './events.ts';

/** `validTo`: as written, or when the assignment was ended, whichever came first. */
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

  /** The unit's cells for the kind of matter, in force at the moment. */
  cellsOf(matterKind: string, unit: UnitId, at: Instant): readonly AuthorityCell[] {
    return this.holders(matterKind, at).filter((cell) => cell.unitId === unit);
  }

  /** Every cell for the kind of matter, in force at the moment. */
  holders(matterKind: string, at: Instant): readonly AuthorityCell[] {
    return [...(this.#byKind.get(matterKind) ?? [])].flatMap((id) => {
      const cell = this.#cells.get(id);
      return cell && covers(cell, at) ? [cell] : [];
    });
  }

  /**
   * May the unit decide the matter at the moment? null: the matrix says nothing about this kind of matter,
   * so nobody can be charged on it. `advise` is implied by `decide`.
   */
  may(unit: UnitId, power: Power, matterKind: string, at: Instant): boolean | null {
    const holders = this.holders(matterKind, at);
    if (holders.length === 0) return null;
    return holders.some((cell) => cell.unitId === unit && (cell.power === 'decide' || cell.power === power));
  }

  /** May the officer decide it for the unit by a written delegation in force whose scope names the kind of matter or everything (`*`)? */
  delegated(officer: OfficerId, unit: UnitId, matterKind: string, at: Instant): boolean {
    return this.organisation
      .delegationsTo(officer, unit, at)
      .some(({ scope }) => scope === '*' || scope.split(',').some((kind) => kind.trim() === matterKind));
  }

  /** Everything in force at the moment, by kind of matter and unit; for the register. */
  inForce(at: Instant): readonly AuthorityCell[] {
    return [...this.#cells.values()].filter((cell) => covers(cell, at));
  }
}
