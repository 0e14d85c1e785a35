import { expect } from '@jest/globals';
import type { CandidatePage, CandidateView, DutyPage } from '#contracts/candidate-views.ts';
import type { Receipt, Trail } from '#contracts/views.ts';
import type { AppointmentRole, UnitKind } from '#domain/organisation/events.ts';
import { packagedCalendars } from '../../apps/cli/src/calendars/packaged-calendars.ts';
import { publishCalendars } from '../../apps/cli/src/calendars/publish-calendars.ts';
import { administrator } from './office.ts';
import { runApi, type Answer, type Caller, type RunningApi } from './running-api.ts';

/** `[id, name, kind, parent]`, parents first. */
export type UnitRow = readonly [string, string, UnitKind, string | null];
/** `[id, name, unit, role]`. */
export type OfficerRow = readonly [string, string, string, AppointmentRole];
/** `[unit, matterKind, power]`. */
export type AuthorityRow = readonly [string, string, 'decide' | 'advise'];

/** The body a seed is addressed to, before its month begins. */
export type Cast = {
  readonly units: readonly UnitRow[];
  readonly officers: readonly OfficerRow[];
  readonly authorities: readonly AuthorityRow[];
  /** The seed's own instrument, and nothing else, bound to these units and those below them. */
  readonly instrument: string;
  readonly boundTo: readonly string[];
  /** First day on which it binds, and on which everybody is in office. */
  readonly since: string;
  /** When they were in office before that. */
  readonly inOfficeSince?: string;
  /** Units whose head makes the instrument known, each on that day. */
  readonly madeKnown: { readonly on: string; readonly units: readonly string[] };
  /** Where the month begins, local time. */
  readonly begins: string;
};

/** `2025-03-03` or `2025-03-03 09:00`, Vietnam time; 08:00 unless an hour is given. */
export const moment = (local: string): string => {
  const [day = '', hour = '08:00'] = local.split(' ');
  return new Date(`${day}T${hour}:00+07:00`).toISOString();
};
/** The last moment of a day, Vietnam time. */
export const endOf = (day: string): string => new Date(Date.parse(`${day}T23:59:59.999+07:00`)).toISOString();

type Told = Receipt & { readonly code?: string; readonly incident?: string };

/**
 * A month of office work under one seed, over the running product: API, worker and deadline clock. The test
 * moves the time with `on`; nobody acts in the future.
 */
export class SeedStory {
  readonly #callers = new Map<string, Caller>();
  readonly #clock: { time: string };
  readonly #cast: Cast;
  #last = '0';
  #calendars = 0;

  private constructor(
    readonly api: RunningApi,
    clock: { time: string },
    cast: Cast,
  ) {
    this.#clock = clock;
    this.#cast = cast;
  }

  static async begin(cast: Cast): Promise<SeedStory> {
    const clock = { time: moment(cast.begins), now: (): string => clock.time };
    const story = new SeedStory(await runApi({ clock }, { clockRuns: true }), clock, cast);
    try {
      await story.#establish();
      return story;
    } catch (error) {
      // Whoever asked has no story to stop.
      await story.stop();
      throw error;
    }
  }

  stop(): Promise<void> {
    return this.api.stop();
  }

  /** It is now so late; what was announced until then is published, what fell due has been recorded and can be read. */
  async on(local: string): Promise<void> {
    this.#clock.time = moment(local);
    await this.#publishCalendars();
    await this.api.letTimePass();
  }

  get now(): string {
    return this.#clock.time;
  }

  /** An officer of the cast does something now, unless `occurredAt` says otherwise; refused, the test fails. */
  async does(officer: string, path: string, body: object = {}): Promise<Receipt> {
    const answer = await this.#send(await this.#as(officer), path, body);
    expect({ officer, path, status: Math.floor(answer.status / 100), answer: answer.body }).toMatchObject({
      status: 2,
    });
    return answer.body;
  }

  /** The code with which the product refuses it; null when it does not. */
  async refuses(officer: string, path: string, body: object = {}): Promise<string | null> {
    const { status, body: answer } = await this.#send(await this.#as(officer), path, body);
    return status < 400 ? null : (answer.code ?? String(status));
  }

  async administers(path: string, body: object): Promise<void> {
    const admin = await this.api.as({
      ...administrator,
      sub: 'quan-tri-so-cai',
      unit: this.#cast.units[0]?.[0] ?? null,
    });
    const answer = await this.#send(admin, path, body);
    expect({ path, status: Math.floor(answer.status / 100), answer: answer.body }).toMatchObject({ path, status: 2 });
  }

  /** What anybody may read, with everything that was done before. */
  async reads<T>(path: string): Promise<T> {
    const [reader] = this.#cast.officers;
    const caller = await this.#as(reader?.[0] ?? '');
    const { status, body } = await caller.get<T>(path, { headers: { 'wait-for-position': this.#last } });
    expect({ path, status, body }).toMatchObject({ path, status: 200 });
    return body;
  }

  /** Everything the product would ask the officer about. */
  async candidates(officer: string): Promise<readonly CandidateView[]> {
    return (await this.reads<CandidatePage>(`/v1/officers/${officer}/candidates?limit=200`)).items;
  }

  /** One line each: `head silent-opinion consultation-x R15@an-lao-2023 §1.3 v1 [obstacle-reported]`. */
  async asked(officer: string): Promise<readonly string[]> {
    return (await this.candidates(officer)).map(inShort).toSorted();
  }

  /** One line each: `performer k3-gd-1 k3-tnmt completed`, dossiers held in person and, as `head`, in the units headed. */
  async trail(officer: string): Promise<readonly string[]> {
    const lines = ['performer', 'head'].map((line) =>
      this.reads<Trail>(`/v1/officers/${officer}/trail?line=${line}&limit=200`),
    );
    return (await Promise.all(lines))
      .flatMap(({ items }) => items)
      .map(({ line, dossierId, unit, outcome }) => `${line} ${dossierId} ${unit?.id ?? '-'} ${outcome}`)
      .toSorted();
  }

  /** One line each: `acted consultation-x consultation.answered`, other cases in which the officer acted or is named. */
  async duties(officer: string): Promise<readonly string[]> {
    const { items } = await this.reads<DutyPage>(`/v1/officers/${officer}/duties?limit=200`);
    return items.map(({ part, subject, type }) => `${part} ${subject} ${type}`).toSorted();
  }

  /** The packaged versions, as far as they were announced by now. */
  async #publishCalendars(): Promise<void> {
    const announced = (await packagedCalendars()).filter(({ announcedAt }) => announcedAt <= this.now);
    if (announced.length > this.#calendars)
      await publishCalendars({ store: this.api.deps.store, clock: { now: () => this.now } }, announced, 'packaged');
    this.#calendars = announced.length;
  }

  async #as(officer: string): Promise<Caller> {
    const row = this.#cast.officers.find(([id]) => id === officer);
    if (!row) throw new Error(`Nobody of that name in the story: ${officer}`);
    const [sub, , unit, role] = row;
    const capacity = role === 'clerk' || role === 'acting-head' ? role : 'own';
    const caller =
      this.#callers.get(officer) ??
      (await this.api.as({ sub, kind: 'officer', unit, capacity, roles: ['reader', 'recorder'] }));
    this.#callers.set(officer, caller);
    return caller;
  }

  async #send(caller: Caller, path: string, body: object): Promise<Answer<Told>> {
    const answer = await caller.post<Told>(`/v1/${path}`, { occurredAt: this.now, ...body });
    if (answer.status < 300) this.#last = answer.body.position;
    return answer;
  }

  async #establish(): Promise<void> {
    const { units, officers, authorities, instrument, boundTo, madeKnown, since, inOfficeSince = since } = this.#cast;
    const from = moment(`${since} 00:00`);
    const occurredAt = moment(`${inOfficeSince} 00:00`);
    for (const [unitId, name, unitKind, parent] of units)
      await this.administers('units', { occurredAt, unitId, name, unitKind, parent, validFrom: occurredAt });
    for (const [officerId, name, unit, role] of officers) {
      await this.administers('officers', { occurredAt, officerId, name });
      await this.administers(`units/${unit}/appointments`, { occurredAt, officerId, role, validFrom: occurredAt });
    }
    await this.#publishCalendars();
    await this.administers('rulebook/versions', { effectiveFrom: occurredAt });
    for (const unitId of boundTo)
      await this.administers('rulebook/bindings', { instrumentId: instrument, unitId, withSubordinates: true, from });
    for (const [unitId, matterKind, power] of authorities)
      await this.administers('authorities', {
        matterKind,
        unitId,
        power,
        validFrom: from,
        basis: { text: 'Quyết định phân cấp' },
      });
    for (const unitId of madeKnown.units) {
      const head = officers.find(([, , unit, role]) => unit === unitId && role === 'head');
      const heldAt = moment(madeKnown.on);
      await this.does(head?.[0] ?? '', 'rulebook/disseminations', { instrumentId: instrument, unitId, heldAt });
    }
  }
}

export const inShort = ({ line, kind, subject, rules, mitigations }: CandidateView): string => {
  const cited = rules.map(
    ({ obligation, instrument, clause, rulebookVersion }) =>
      `${obligation}@${instrument} ${clause} v${String(rulebookVersion)}`,
  );
  const beside = [...new Set(mitigations.map((mitigation) => mitigation.kind))].toSorted();
  return `${line} ${kind} ${subject} ${cited.join(', ')} [${beside.join(', ')}]`;
};
