import type { DomainEvent, RecordedEvent } from '#domain/events.ts';
import type { Circumstances, Instant, Party, Provenance } from '#domain/kernel/event.ts';
import type { DossierEvent, Holder } from '#domain/dossier/events.ts';
import type { AppointmentRole } from '#domain/organisation/events.ts';

export const officer = (id: string): Party => ({ kind: 'officer', id });
export const account = (id: string): Party => ({ kind: 'account', id });
export const nobody: Party = { kind: 'unknown' };
export const by = (party: Party, unit: string | null = null): Holder => ({ party, unit });

/** A moment of July 2025 (days may run on into later months), Vietnamese morning by default. */
export const day = (offset: number, hour = 1): Instant => new Date(Date.UTC(2025, 6, 1 + offset, hour)).toISOString();

const basis = { text: 'Quyết định 1', clause: 'Điều 2' };
type Data<Type extends DomainEvent['type']> = Extract<DomainEvent, { type: Type }>['data'];

export const handedOff = (from: Holder, to: Holder): DossierEvent => ({
  type: 'dossier.handed-off',
  version: 1,
  data: { from, to, heldSince: null, reason: 'chuyển xử lý', basis, dueAt: null },
});

/** Writes a ledger by hand: streams, revisions and positions are kept, everything else is said by the test. */
export class History {
  readonly events: RecordedEvent[] = [];
  readonly #heads = new Map<string, number>();
  #provenance: Provenance = { kind: 'entered' };

  /** What follows came from there. */
  from(provenance: Provenance): this {
    this.#provenance = provenance;
    return this;
  }

  add(event: DomainEvent, stream: string, at: Instant, circumstances: Partial<Circumstances> = {}): RecordedEvent {
    const revision = (this.#heads.get(stream) ?? -1) + 1;
    this.#heads.set(stream, revision);
    const position = BigInt(this.events.length);
    const recorded = {
      ...event,
      id: `00000000-0000-7000-8000-${position.toString(16).padStart(12, '0')}`,
      stream,
      revision,
      position,
      occurredAt: at,
      recordedAt: at,
      actor: nobody,
      unit: null,
      capacity: 'own',
      provenance: this.#provenance,
      correlationId: 'test',
      causationId: null,
      ...circumstances,
    } as RecordedEvent;
    this.events.push(recorded);
    return recorded;
  }

  unit(unitId: string, { at = day(-100), name = `Đơn vị ${unitId}`, parent = null as string | null } = {}): this {
    const data: Data<'unit.established'> = { unitId, name, unitKind: 'department', parent, validFrom: at, basis: null };
    this.add({ type: 'unit.established', version: 1, data }, `unit-${unitId}`, at);
    return this;
  }

  dissolve(unitId: string, at: Instant, successors: readonly string[]): this {
    const data = { unitId, validTo: at, successors, basis };
    this.add({ type: 'unit.dissolved', version: 1, data }, `unit-${unitId}`, at);
    return this;
  }

  officers(...ids: readonly string[]): this {
    for (const officerId of ids) {
      this.add({ type: 'officer.registered', version: 1, data: { officerId } }, `officer-${officerId}`, day(-100));
    }
    return this;
  }

  account(accountId: string): this {
    const data: Data<'account.registered'> = { accountId, accountKind: 'shared', label: `Tài khoản ${accountId}` };
    this.add({ type: 'account.registered', version: 1, data }, `account-${accountId}`, day(-100));
    return this;
  }

  appoint(
    officerId: string,
    unitId: string,
    {
      role = 'head',
      from = day(-50),
      to = null,
      id = `${officerId}@${unitId}`,
    }: { role?: AppointmentRole; from?: Instant; to?: Instant | null; id?: string } = {},
  ): this {
    const data = { appointmentId: id, unitId, officerId, role, title: null, validFrom: from, validTo: to, basis: null };
    this.add({ type: 'appointment.made', version: 1, data }, `unit-${unitId}`, from);
    return this;
  }

  endAppointment(officerId: string, unitId: string, at: Instant): this {
    const data = { appointmentId: `${officerId}@${unitId}`, unitId, officerId, validTo: at, reason: 'chuyển công tác' };
    this.add({ type: 'appointment.ended', version: 1, data }, `unit-${unitId}`, at);
    return this;
  }

  register(
    dossierId: string,
    holder: Holder,
    { at = day(0), ...changes }: { at?: Instant } & Partial<Data<'dossier.registered'>> = {},
  ): this {
    const data: Data<'dossier.registered'> = {
      dossierId,
      issuer: 'Công ty Hoà Bình',
      number: '12',
      symbol: 'TTr-SXD',
      subject: 'Đề nghị cấp phép xây dựng',
      secretReference: null,
      dossierType: 'construction-permit',
      urgency: 'normal',
      secrecy: 'none',
      receivedAt: at,
      deadline: null,
      holder,
      ...changes,
    };
    return this.act(dossierId, { type: 'dossier.registered', version: 1, data }, at, {
      actor: holder.party,
      unit: holder.unit,
    });
  }

  act(dossierId: string, event: DossierEvent, at: Instant, circumstances: Partial<Circumstances> = {}): this {
    this.add(event, `dossier-${dossierId}`, at, circumstances);
    return this;
  }

  handOff(dossierId: string, from: Holder, to: Holder, at: Instant): this {
    return this.act(dossierId, handedOff(from, to), at, { actor: from.party, unit: from.unit });
  }

  giveBack(dossierId: string, from: Holder, to: Holder, at: Instant): this {
    const data = { from, to, heldSince: null, reason: 'không thuộc chức năng', basis, rightUnit: to.unit };
    return this.act(dossierId, { type: 'dossier.returned', version: 1, data }, at, {
      actor: from.party,
      unit: from.unit,
    });
  }

  perform(dossierId: string, performer: Holder, at: Instant, step = 'thẩm định'): this {
    const data = { step, performer, note: null };
    return this.act(dossierId, { type: 'dossier.step-performed', version: 1, data }, at, {
      actor: performer.party,
      unit: performer.unit,
    });
  }

  assign(dossierId: string, responsible: Party, at: Instant, leadUnit: string | null = null): this {
    const data = { leadUnit, coordinators: [], responsible, step: 'thẩm định', dueAt: null, basis: null };
    return this.act(dossierId, { type: 'dossier.assigned', version: 1, data }, at);
  }

  complete(dossierId: string, holder: Holder, at: Instant): this {
    const product = { number: '1', symbol: 'GP', issuedOn: null, title: null };
    const data: Data<'dossier.completed'> = { product, outcome: 'granted', holder, heldSince: at, deadline: null };
    return this.act(dossierId, { type: 'dossier.completed', version: 1, data }, at, {
      actor: holder.party,
      unit: holder.unit,
    });
  }

  reopen(dossierId: string, holder: Holder, at: Instant, deadline: Instant | null = null): this {
    const data = { reason: 'bổ sung', basis, holder, deadline };
    return this.act(dossierId, { type: 'dossier.reopened', version: 1, data }, at);
  }
}
