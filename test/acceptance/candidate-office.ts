import { expect } from '@jest/globals';
import type { LedgerClaims } from '#api/auth/claims.ts';
import type { CandidatePage, CandidateView } from '#contracts/candidate-views.ts';
import type { Receipt } from '#contracts/views.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';

/** Day 0 is Monday 4 August 2025; 09:00 in Vietnam unless another hour is given. */
export const at = (day: number, hour = 9): string => new Date(Date.UTC(2025, 7, 4 + day, hour - 7)).toISOString();

const since = '2024-01-01T00:00:00+07:00';
export const departments = ['so-a', 'so-b', 'so-c'] as const;
const allUnits = ['ubnd', 'van-phong', ...departments];

export const holder = (unit: string, id = `cb-${unit}`) => ({ party: { kind: 'officer' as const, id }, unit });

const duties = [
  'R02',
  'R04',
  'R05',
  'R06',
  'R07',
  'R10',
  'R11',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
  'R23',
  'R25',
  'R26',
  'R33',
  'R64',
];

/**
 * A committee with its office and three departments under one letter with the duties of signal candidates,
 * on 1 December 2025. In each unit: `gd-<unit>` heads, `cb-<unit>` works. The letter was made known in all
 * units but so-c.
 */
export class CandidateOffice {
  readonly #callers = new Map<string, Caller>();
  #last = '0';

  private constructor(readonly api: RunningApi) {}

  static async open(): Promise<CandidateOffice> {
    const clock = { now: (): string => '2025-12-01T02:00:00.000Z' };
    const office = new CandidateOffice(await runApi({ clock }));
    for (const unit of allUnits) await office.#establish(unit);
    await office.admin('/v1/rulebook/versions', {
      effectiveFrom: since,
      source: 'thử nghiệm',
      instruments: [
        {
          id: 'cv-1',
          kind: 'công văn',
          number: '1',
          symbol: 'UBND',
          issuer: 'UBND tỉnh',
          issuedOn: '2024-01-01',
          title: 'Chấn chỉnh',
          territory: 'tỉnh',
          validFrom: '2024-01-01',
          validTo: null,
          replaces: [],
          cites: [],
          certainty: 'V',
          clauses: [{ clause: '§1', duties: Object.fromEntries(duties.map((duty) => [duty, {}])) }],
        },
      ],
    });
    const binding = { bindingId: 'ad-1', instrumentId: 'cv-1', unitId: 'ubnd', withSubordinates: true, from: since };
    await office.admin('/v1/rulebook/bindings', binding);
    return office;
  }

  stop(): Promise<void> {
    return this.api.stop();
  }

  /** Made known by the head of the unit. */
  disseminate(unit: string): Promise<void> {
    const said = { instrumentId: 'cv-1', unitId: unit, heldAt: '2024-02-01T08:00:00+07:00' };
    return this.act(`gd-${unit}`, unit, '/v1/rulebook/disseminations', said);
  }

  authority(unitId: string, matterKind: string, power: 'decide' | 'advise' = 'decide'): Promise<void> {
    const cell = { matterKind, unitId, power, validFrom: since, basis: { text: 'Quy định phân cấp' } };
    return this.admin('/v1/authorities', cell);
  }

  admin(path: string, body: object): Promise<void> {
    return this.#post(
      { sub: 'quan-tri', kind: 'officer', unit: 'ubnd', capacity: 'own', roles: ['administrator'] },
      path,
      body,
    );
  }

  /** What an officer of the unit does; fails loudly when it is refused. */
  act(sub: string, unit: string, path: string, body: object): Promise<void> {
    return this.#post({ sub, kind: 'officer', unit, capacity: 'own', roles: ['reader', 'recorder'] }, path, body);
  }

  async registered(dossierId: string, unit: string, changes: object = {}): Promise<void> {
    await this.act(`cb-${unit}`, unit, '/v1/dossiers', {
      dossierId,
      occurredAt: at(0),
      issuer: 'UBND xã',
      number: '1',
      subject: 'Giao đất',
      dossierType: 'khac',
      urgency: 'normal',
      secrecy: 'none',
      receivedAt: at(0),
      holder: holder(unit),
      ...changes,
    });
  }

  async handedOff(
    dossierId: string,
    way: readonly [string, string],
    occurredAt: string,
    changes: object = {},
  ): Promise<void> {
    const [from, to] = way;
    const said = { occurredAt, to: holder(to), reason: 'chuyển', ...changes };
    await this.act(`cb-${from}`, from, `/v1/dossiers/${dossierId}/hand-off`, said);
  }

  async returned(dossierId: string, way: readonly [string, string], occurredAt: string): Promise<void> {
    const [from, to] = way;
    const said = { occurredAt, to: holder(to), reason: 'không thuộc chức năng', basis: { text: 'Quy chế' } };
    await this.act(`cb-${from}`, from, `/v1/dossiers/${dossierId}/return`, said);
  }

  completed(dossierId: string, unit: string, occurredAt: string): Promise<void> {
    const product = { number: '1', symbol: 'CV', issuedOn: occurredAt.slice(0, 10), title: 'Trả lời' };
    return this.act(`cb-${unit}`, unit, `/v1/dossiers/${dossierId}/complete`, {
      occurredAt,
      outcome: 'answered',
      product,
    });
  }

  async get<T>(path: string): Promise<T> {
    const caller = await this.#as({
      sub: 'cb-van-phong',
      kind: 'officer',
      unit: 'van-phong',
      capacity: 'own',
      roles: ['reader'],
    });
    const { status, body } = await caller.get<T>(path, { headers: { 'wait-for-position': this.#last } });
    expect({ path, status, body }).toMatchObject({ status: 200 });
    return body;
  }

  /** The unit's candidates about one subject. */
  async candidates(unit: string, subject: string): Promise<readonly CandidateView[]> {
    const { items } = await this.get<CandidatePage>(`/v1/units/${unit}/candidates?limit=200`);
    return items.filter((candidate) => candidate.subject === subject);
  }

  async #as(claims: LedgerClaims): Promise<Caller> {
    const key = JSON.stringify(claims);
    const caller = this.#callers.get(key) ?? (await this.api.as(claims));
    this.#callers.set(key, caller);
    return caller;
  }

  async #post(claims: LedgerClaims, path: string, body: object): Promise<void> {
    const caller = await this.#as(claims);
    const answer = await caller.post<Receipt>(path, { occurredAt: since, ...body });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    this.#last = answer.body.position;
  }

  async #establish(unitId: string): Promise<void> {
    const unitKind = { ubnd: 'province-committee', 'van-phong': 'province-office' }[unitId] ?? 'department';
    const parent = unitId === 'ubnd' ? null : 'ubnd';
    await this.admin('/v1/units', { unitId, name: unitId, unitKind, parent, validFrom: since });
    for (const [officerId, role] of [
      [`gd-${unitId}`, 'head'],
      [`cb-${unitId}`, 'member'],
    ]) {
      await this.admin('/v1/officers', { officerId, name: `Cán bộ ${String(officerId)}` });
      await this.admin(`/v1/units/${unitId}/appointments`, { officerId, role, validFrom: since });
    }
  }
}

export const mitigationsOf = (candidate: CandidateView | undefined): readonly string[] =>
  candidate?.mitigations.map(({ kind }) => kind) ?? [];

export const signature = (unit: string) => ({
  drafter: { kind: 'officer', id: `cb-${unit}` },
  signer: { kind: 'officer', id: `gd-${unit}` },
  capacity: 'own',
});
