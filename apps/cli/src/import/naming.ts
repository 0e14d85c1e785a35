import type { Party } from '#domain/kernel/event.ts';
import type { AccountKind } from '#domain/organisation/events.ts';
import { accountIdOf, officerIdOf, unitIdOf } from './ids.ts';
import { accountKindIn, type AccountRule } from './mapping.ts';

/** Somebody or something a log names, as the ledger will know it. `label` is what the log says. */
export type Named =
  | { readonly kind: 'officer'; readonly id: string; readonly label: string }
  | { readonly kind: 'account'; readonly id: string; readonly label: string; readonly accountKind: AccountKind }
  | { readonly kind: 'unit'; readonly id: string; readonly label: string };

/** Turns the names that a log uses into parties and units, and keeps what was named since it was last asked. */
export class Naming {
  readonly #kindOf: (name: string) => AccountKind | null;
  #named = new Map<string, Named>();

  constructor(accounts: readonly AccountRule[]) {
    this.#kindOf = accountKindIn(accounts);
  }

  party(label: string | null): Party {
    if (label === null) return { kind: 'unknown' };
    const accountKind = this.#kindOf(label);
    if (accountKind) {
      const id = accountIdOf(label);
      this.#named.set(`account ${id}`, { kind: 'account', id, label, accountKind });
      return { kind: 'account', id };
    }
    const id = officerIdOf(label);
    this.#named.set(`officer ${id}`, { kind: 'officer', id, label });
    return { kind: 'officer', id };
  }

  unit(label: string | null): string | null {
    if (label === null) return null;
    const id = unitIdOf(label);
    this.#named.set(`unit ${id}`, { kind: 'unit', id, label });
    return id;
  }

  takeNamed(): readonly Named[] {
    const named = [...this.#named.values()];
    this.#named = new Map();
    return named;
  }
}
