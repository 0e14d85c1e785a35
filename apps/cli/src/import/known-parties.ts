import { streamOf } from '#domain/events.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { accept, type Decision, type Refusal } from '#domain/kernel/decision.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { decideParty, decideUnit } from '#domain/organisation/decide.ts';
import { evolveParty, initialParty, initialUnit, type PartyState } from '#domain/organisation/evolve.ts';
import type { OrganisationEvent, PartyEvent } from '#domain/organisation/events.ts';
import type { OrganisationCommandFacts } from '#domain/organisation/facts.ts';
import type { EventStore, ImportedStream } from '#store/event-store.ts';
import { derivedUuid } from './ids.ts';
import type { ImportCircumstances } from './case-stream.ts';
import type { Named } from './naming.ts';

type Verdict = Decision<OrganisationEvent, string>;

const importer: Actor = { party: { kind: 'unknown' }, unit: null, capacity: 'system' };

/** Which parties and units of a log the ledger knows, and the streams that make the others known to it. */
export class KnownParties {
  readonly #store: EventStore;
  readonly #circumstances: ImportCircumstances;
  readonly #since: Instant;
  readonly #verdicts = new Map<string, Promise<Verdict>>();
  readonly #introduced = new Set<string>();

  /** `since`: the earliest moment of the log; its units existed by then, and no more is known of them. */
  constructor(store: EventStore, circumstances: ImportCircumstances, since: Instant) {
    this.#store = store;
    this.#circumstances = circumstances;
    this.#since = since;
  }

  /** The first of them that the ledger knows as something else than the mapping says; null when there is none. */
  async objection(named: readonly Named[]): Promise<Refusal<string> | null> {
    for (const one of named) {
      const verdict = await this.#verdict(one);
      if (!verdict.accepted) return verdict.refusal;
    }
    return null;
  }

  /** Those met neither before in this import nor in the ledger. `line`: where the log names them. */
  async *introduce(
    named: readonly Named[],
    line: number,
  ): AsyncGenerator<{ readonly named: Named; readonly stream: ImportedStream }> {
    for (const one of named) {
      const stream = streamOf[one.kind](one.id);
      if (this.#introduced.has(stream)) continue;
      this.#introduced.add(stream);
      const verdict = await this.#verdict(one);
      const [event] = verdict.accepted ? verdict.events : [];
      if (event) yield { named: one, stream: this.#streamOf(stream, event, line) };
    }
  }

  /** Cases are judged side by side; a party that many of them name is asked for once. */
  #verdict(named: Named): Promise<Verdict> {
    const key = streamOf[named.kind](named.id);
    const verdict =
      this.#verdicts.get(key) ?? (named.kind === 'unit' ? this.#judgeUnit(named) : this.#judgeParty(named));
    this.#verdicts.set(key, verdict);
    return verdict;
  }

  async #judgeUnit({ id, label }: Named): Promise<Verdict> {
    if ((await this.#store.streamHead(streamOf.unit(id))) !== null) return accept();
    const unit = {
      unitId: id,
      name: label,
      unitKind: 'other',
      parent: null,
      validFrom: this.#since,
      basis: null,
    } as const;
    return decideUnit({ type: 'establish-unit', ...this.#act, ...unit }, initialUnit, this.#facts([], []));
  }

  async #judgeParty(named: Exclude<Named, { kind: 'unit' }>): Promise<Verdict> {
    const [asOfficer, asAccount] = await Promise.all([
      this.#recorded(streamOf.officer(named.id)),
      this.#recorded(streamOf.account(named.id)),
    ]);
    const facts = this.#facts(
      asOfficer.status === 'none' ? [] : [named.id],
      asAccount.status === 'none' ? [] : [named.id],
    );
    if (named.kind === 'officer') {
      return decideParty({ type: 'register-officer', ...this.#act, officerId: named.id }, asOfficer, facts);
    }
    const { id: accountId, accountKind, label } = named;
    if (asAccount.status === 'account' && asAccount.account.accountKind === accountKind) return accept();
    return decideParty({ type: 'register-account', ...this.#act, accountId, accountKind, label }, asAccount, facts);
  }

  async #recorded(stream: string): Promise<PartyState> {
    let state: PartyState = initialParty;
    for await (const event of this.#store.readStream(stream))
      state = evolveParty(state, event as unknown as PartyEvent);
    return state;
  }

  get #act(): { readonly at: Instant; readonly actor: Actor } {
    return { at: this.#since, actor: importer };
  }

  #facts(officers: readonly string[], accounts: readonly string[]): OrganisationCommandFacts {
    const now = this.#circumstances.recordedAt;
    return { now, units: {}, officers, accounts, delegatorLeads: false, delegatorIsDelegate: false };
  }

  #streamOf(stream: string, event: OrganisationEvent, line: number): ImportedStream {
    const { importId, correlationId, recordedAt } = this.#circumstances;
    const recorded = {
      ...event,
      id: derivedUuid('import', stream, importId),
      occurredAt: this.#since,
      recordedAt,
      actor: importer.party,
      unit: importer.unit,
      capacity: importer.capacity,
      provenance: { kind: 'import', importId, line, inferred: true },
      correlationId,
      causationId: null,
    } as const;
    return { stream, events: [recorded] };
  }
}
