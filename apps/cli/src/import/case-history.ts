import { decide } from '#domain/dossier/decide.ts';
import type { DossierCommand } from '#domain/dossier/commands.ts';
import type { DossierEvent, Holder } from '#domain/dossier/events.ts';
import { evolve, initial, type DossierState } from '#domain/dossier/evolve.ts';
import { importedFacts } from '#domain/dossier/facts.ts';
import { same } from '#domain/kernel/same.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Refusal } from '#domain/kernel/decision.ts';
import type { Instant, Party } from '#domain/kernel/event.ts';
import { caseFacts, withoutRepeats, type CaseFacts } from './case-facts.ts';
import { refusalFacts } from './refusal.ts';
import { dossierIdOf } from './ids.ts';
import { instantOf } from './moments.ts';
import type { Fault } from './faults.ts';
import type { LogRow } from './log-row.ts';
import type { Mapping } from './mapping.ts';
import type { Naming } from './naming.ts';

/** One act of a case as the domain accepted it. `inferred`: the log does not state it, it follows from what it states. */
export type CaseAct = {
  readonly event: DossierEvent;
  readonly at: Instant;
  readonly actor: Actor;
  readonly line: number;
  readonly inferred: boolean;
};

export type CaseHistory = {
  readonly dossierId: string;
  readonly acts: readonly CaseAct[];
  /** Rows that became steps, and rows that told a numbered event once more. */
  readonly steps: number;
  readonly repeatedRows: number;
};

const isFault = (value: object): value is Fault => 'code' in value;

/** Whoever handed over, registered or completed: a log of steps does not say, so nobody is said to have acted. */
const notStated: Actor = { party: { kind: 'unknown' }, unit: null, capacity: 'system' };

/**
 * The life of one case, judged act by act by the same rules as everyone's. `rows` in order of time, then of
 * the file. Registration, with the first performer as holder; the responsible person; each step, with a
 * handoff before it when the performer changes; completion last, at the real end the log states.
 */
export function historyOf(
  rows: readonly LogRow[],
  log: { readonly mapping: Mapping; readonly naming: Naming; readonly now: Instant },
): CaseHistory | Fault {
  const once = withoutRepeats(rows);
  if (isFault(once)) return once;
  const facts = caseFacts(once.rows);
  if (isFault(facts)) return facts;
  const dossierId = dossierIdOf(rows[0]?.case ?? '', log.mapping.dossierPrefix);
  const judging = new CaseJudging(once.rows, facts, { ...log, dossierId });
  const fault = judging.run();
  if (fault) return fault;
  return { dossierId, acts: judging.acts, steps: once.rows.length, repeatedRows: rows.length - once.rows.length };
}

type Log = {
  readonly mapping: Mapping;
  readonly naming: Naming;
  readonly now: Instant;
  readonly dossierId: string;
};

class CaseJudging {
  readonly acts: CaseAct[] = [];
  readonly #rows: readonly LogRow[];
  readonly #facts: CaseFacts;
  readonly #log: Log;
  #state: DossierState = initial;
  #fault: Fault | null = null;
  #responsible: Party = { kind: 'unknown' };
  #leadUnit: string | null = null;

  constructor(rows: readonly LogRow[], facts: CaseFacts, log: Log) {
    this.#rows = rows;
    this.#facts = facts;
    this.#log = log;
  }

  run(): Fault | null {
    const [first] = this.#rows;
    const last = this.#rows.at(-1);
    if (!first || !last) return null;
    let holder = this.#performerOf(first);
    this.#register(first, holder);
    for (const row of this.#rows) {
      const performer = this.#performerOf(row);
      if (row !== first) this.#assignWhenChanged(row, instantOf(row.at));
      if (!same(performer.party, holder.party)) {
        this.#judge(row, { ...handOff, at: instantOf(row.at), actor: notStated, to: performer }, true);
        holder = performer;
      }
      this.#perform(row, performer);
      if (this.#fault) return this.#fault;
    }
    this.#complete(last);
    return this.#fault;
  }

  #performerOf(row: LogRow): Holder {
    return { party: this.#log.naming.party(row.person), unit: this.#log.naming.unit(row.unit) };
  }

  #register(first: LogRow, holder: Holder): void {
    const { mapping, dossierId } = this.#log;
    const began = instantOf(first.at);
    const received = this.#facts.received ?? began;
    const at = received < began ? received : began;
    this.#judge(
      first,
      {
        type: 'register',
        at,
        actor: notStated,
        dossierId,
        issuer: this.#facts.issuer ?? mapping.constants.issuer,
        number: this.#facts.number,
        symbol: this.#facts.symbol,
        subject: this.#facts.subject,
        secretReference: null,
        dossierType: this.#facts.type ?? mapping.constants.type,
        urgency: 'normal',
        secrecy: 'none',
        receivedAt: received,
        deadline: this.#facts.deadline,
        holder,
      },
      true,
    );
    if (first.responsible !== null || first.leadUnit !== null || this.#facts.plannedEnd !== null)
      this.#assign(first, at);
  }

  #assignWhenChanged(row: LogRow, at: Instant): void {
    const { naming } = this.#log;
    const changed =
      (row.responsible !== null && !same(naming.party(row.responsible), this.#responsible)) ||
      (row.leadUnit !== null && naming.unit(row.leadUnit) !== this.#leadUnit);
    if (changed) this.#assign(row, at);
  }

  #assign(row: LogRow, at: Instant): void {
    const { naming } = this.#log;
    if (row.responsible !== null) this.#responsible = naming.party(row.responsible);
    if (row.leadUnit !== null) this.#leadUnit = naming.unit(row.leadUnit);
    this.#judge(
      row,
      {
        type: 'assign',
        at,
        actor: notStated,
        leadUnit: this.#leadUnit,
        coordinators: [],
        responsible: this.#responsible,
        step: null,
        dueAt: this.#facts.plannedEnd,
        basis: null,
      },
      false,
    );
  }

  #perform(row: LogRow, performer: Holder): void {
    const actor: Actor = { ...performer, capacity: 'own' };
    this.#judge(
      row,
      { type: 'perform-step', at: instantOf(row.at), actor, step: row.activity, performer, note: null },
      false,
    );
  }

  #complete(last: LogRow): void {
    if (this.#facts.end === null) return;
    const product = { number: null, symbol: null, issuedOn: null, title: null };
    this.#judge(last, { type: 'complete', at: this.#facts.end, actor: notStated, product, outcome: 'unknown' }, false);
  }

  #judge(row: LogRow, command: DossierCommand, inferred: boolean): void {
    if (this.#fault) return;
    const decision = decide(command, this.#state, importedFacts(this.#log.now));
    if (!decision.accepted) {
      this.#fault = this.#refused(row, decision.refusal);
      return;
    }
    for (const event of decision.events) {
      this.acts.push({ event, at: command.at, actor: command.actor, line: row.line, inferred });
      this.#state = evolve(this.#state, { ...event, occurredAt: command.at, actor: command.actor.party });
    }
  }

  #refused(row: LogRow, refusal: Refusal<string>): Fault {
    return { line: row.line, case: row.case, code: 'case.refused', facts: refusalFacts(refusal) };
  }
}

const handOff = { type: 'hand-off', reason: null, basis: null, dueAt: null } as const;
