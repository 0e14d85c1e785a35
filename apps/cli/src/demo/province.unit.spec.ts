import { describe, expect, it } from '@jest/globals';
import { decide } from '#domain/dossier/decide.ts';
import { evolve, initial, type DossierState } from '#domain/dossier/evolve.ts';
import { factsFor } from '#domain/dossier/facts.ts';
import type { DossierCommand } from '#domain/dossier/commands.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { OrganisationDirectory } from '#domain/organisation/directory.ts';
import type { SampleAct } from './journey.ts';
import { province, tellings, type Telling } from './province.ts';
import { sampleEnd } from './sample-period.ts';
import { OrganisationHistory } from './stories/organisation-history.ts';

const small = { seed: 2025, dossiers: 400 };

/** The rules themselves, without a database: what they would answer to the whole sample, in order. */
class RulesOnly {
  readonly directory = new OrganisationDirectory();
  readonly refusals: string[] = [];
  readonly types: string[] = [];
  readonly #dossiers = new Map<string, DossierState>();
  readonly #history = new OrganisationHistory(this.directory);

  tell(telling: Telling): void {
    if (telling.kind === 'organisation') this.#organisation(telling);
    if (telling.kind === 'dossier') this.#dossier(telling);
  }

  state(dossier: string): DossierState {
    return this.#dossiers.get(dossier) ?? initial;
  }

  #organisation({ command, recordedAt }: Extract<Telling, { kind: 'organisation' }>): void {
    const events = this.#history.tell(command, recordedAt);
    if (events.length !== 1) this.refusals.push(`${command.type} ${recordedAt}`);
    this.types.push(...events.map(({ type }) => type));
  }

  #dossier({ dossier, act, recordedAt }: Extract<Telling, { kind: 'dossier' }>): void {
    const state = this.state(dossier);
    const command: DossierCommand = act.type === 'correct' ? { ...act, correctsEventId: 'first' } : act;
    const correctedEventType: DossierEvent['type'] | null = act.type === 'correct' ? 'dossier.registered' : null;
    const facts = factsFor(this.directory, { command, state, now: recordedAt, correctedEventType });
    const decision = decide(command, state, facts);
    if (!decision.accepted || decision.events.length !== 1) {
      this.refusals.push(`${dossier} ${command.type} ${command.at} ${JSON.stringify(decision)}`);
      return;
    }
    for (const event of decision.events) {
      this.types.push(event.type);
      this.#dossiers.set(dossier, evolve(state, { ...event, occurredAt: command.at, actor: command.actor.party }));
    }
  }
}

describe('the sample province', () => {
  const sample = province(small);
  const told = tellings(sample);
  const rules = new RulesOnly();
  for (const telling of told) rules.tell(telling);

  it('breaks no rule: every act is accepted and makes exactly one event', () => {
    expect(rules.refusals.slice(0, 10)).toEqual([]);
  });

  it('is the same act by act for the same seed, and another one for another seed', () => {
    expect(province(small)).toEqual(sample);
    expect(tellings(province({ ...small, seed: 2026 }))).not.toEqual(told);
  });

  it('holds every kind of event that a dossier can live through', () => {
    expect([...new Set(rules.types.filter((type) => type.startsWith('dossier.')))].sort()).toEqual([
      'dossier.archived',
      'dossier.assigned',
      'dossier.completed',
      'dossier.corrected',
      'dossier.decided',
      'dossier.handed-off',
      'dossier.receipt-confirmed',
      'dossier.registered',
      'dossier.reopened',
      'dossier.returned',
      'dossier.step-performed',
      'dossier.submitted',
    ]);
  });

  it('is told in the order of the ledger clock, and nothing of it lies after its end', () => {
    const moments = told.map(({ recordedAt }) => recordedAt);
    expect([...moments].sort()).toEqual(moments);
    expect(moments.every((moment) => moment <= sampleEnd)).toBe(true);
  });

  it('R21 leaves no open dossier in a unit that has been dissolved', () => {
    const stranded = sample.dossiers
      .map(({ id }) => rules.state(id))
      .filter((state) => state.status === 'open')
      .filter(({ custody }) => rules.directory.standingOf(custody.holder.unit ?? '', sampleEnd) !== 'in-office');
    expect(stranded).toEqual([]);
  });

  it('looks like office life: late and early ones, returns, bounces, late entries, secret ones, merged units', () => {
    const share = (count: number): number => count / sample.dossiers.length;
    const having = (wanted: (acts: readonly SampleAct[]) => boolean): number =>
      share(sample.dossiers.filter(({ acts }) => wanted(acts.map(({ act }) => act))).length);
    const states = sample.dossiers.map(({ id }) => rules.state(id)).filter((state) => state.status !== 'unregistered');
    const open = share(states.filter(({ status }) => status === 'open').length);
    const secret = share(states.filter(({ current }) => current.secrecy !== 'none').length);
    const late = having(isLate);
    expect(open).toBeGreaterThan(0.03);
    expect(open).toBeLessThan(0.15);
    expect(late).toBeGreaterThan(0.15);
    expect(late).toBeLessThan(0.4);
    expect(having((acts) => acts.some(({ type }) => type === 'return'))).toBeGreaterThan(0.08);
    expect(having(bounces)).toBeGreaterThan(0.2);
    expect(secret).toBeGreaterThan(0.01);
    expect(secret).toBeLessThan(0.08);
    expect(having(takenInWithoutAName)).toBeGreaterThan(0.01);
    expect(having(handedOverInMerger)).toBeGreaterThan(0.01);
    expect(told.filter(enteredLate).length).toBeGreaterThan(20);
  });

  it('names about a hundred and fifty officers, all differently, and tells the ledger none of the names', () => {
    expect(new Set(sample.names.values()).size).toBe(sample.names.size);
    expect(sample.names.size).toBeGreaterThan(120);
    const ledgerText = JSON.stringify(told);
    expect([...sample.names.values()].filter((name) => ledgerText.includes(name))).toEqual([]);
  });
});

const isLate = (acts: readonly SampleAct[]): boolean => {
  const registered = acts[0];
  const deadline = registered?.type === 'register' ? registered.deadline : null;
  const done = acts.find(({ type }) => type === 'complete')?.at ?? sampleEnd;
  return deadline !== null && done > deadline;
};

/** A → B → A by unit. */
const bounces = (acts: readonly SampleAct[]): boolean => {
  const units = acts.flatMap((act) => ('to' in act ? [act.to.unit] : act.type === 'register' ? [act.holder.unit] : []));
  const moves = units.filter((unit, index) => unit !== units[index - 1]);
  return moves.some((unit, index) => index >= 2 && unit === moves[index - 2]);
};

const takenInWithoutAName = (acts: readonly SampleAct[]): boolean =>
  acts.some((act) => act.type === 'register' && act.holder.party.kind === 'unknown');

const handedOverInMerger = (acts: readonly SampleAct[]): boolean =>
  acts.some((act) => act.type === 'hand-off' && act.reason?.startsWith('Bàn giao hồ sơ khi sắp xếp') === true);

const enteredLate = (telling: Telling): boolean =>
  telling.kind === 'dossier' && Date.parse(telling.recordedAt) - Date.parse(telling.act.at) > 86_400_000;
