import { markedId, markOf, type IdempotencyMark } from '#api/ledger/idempotency.ts';
import { RecordErasure } from '#api/erasures/erase-sealed-fields.ts';
import { RecordDossierAct } from '#api/dossiers/record-dossier-act.ts';
import { RecordOrganisationAct } from '#api/organisation/record-organisation-act.ts';
import type { ActContext, ActOptions } from '#api/ledger/act-context.ts';
import type { Receipt } from '#contracts/views.ts';
import type { DossierId, Instant } from '#domain/kernel/event.ts';
import { RecordCaseAct } from '#api/cases/record-case-act.ts';
import type { CaseCategory, CommandOf } from '#domain/cases.ts';
import { referenceCategories } from '#domain/reference.ts';
import type { DossierStreamCommand } from '#domain/submission/commands.ts';
import type { EraseSealedFields } from '#domain/evidence/commands.ts';
import { streamOf } from '#domain/events.ts';
import type { OrganisationCommand } from '#domain/organisation/commands.ts';
import type { EventStore } from '#store/event-store.ts';
import type { SampleAct } from './journey.ts';
import { province, tellings, type Province, type SampleOptions } from './province.ts';
import type { PlannedErasure } from './stories/erasure.ts';
import type { StagedAct } from './stories/rehearsal.ts';
import type { StoryCommand } from './stories/script.ts';
import type { Stories } from './stories/stories.ts';

/** Whoever executes commands in this process: Nest's `CommandBus`. */
export type SampleBus = {
  execute(command: RecordDossierAct | RecordOrganisationAct | RecordCaseAct | RecordErasure): Promise<Receipt>;
};

export type SampleLedger = { readonly bus: SampleBus; readonly store: EventStore };

/** An act with its place: `ordinal` is the revision its first event will have, of as many as it makes. */
export type PlacedAct = {
  readonly stream: string;
  readonly ordinal: number;
  readonly makes: number;
  readonly recordedAt: Instant;
  readonly mark: IdempotencyMark;
} & (
  | { readonly kind: 'dossier'; readonly dossier: DossierId; readonly command: DossierStreamCommand }
  | { readonly kind: 'organisation'; readonly command: OrganisationCommand }
  | { readonly kind: 'case'; readonly category: CaseCategory; readonly id: string; readonly command: StoryCommand }
  | { readonly kind: 'erasure'; readonly command: EraseSealedFields }
);

/** `told`, `total`: events. */
export type Played = { readonly told: number; readonly total: number; readonly finished: boolean };

/** So many dossiers go on side by side; their events share a commit. */
const sideBySide = 128;

/** All acts in their order, each with the place it takes in its stream and the mark that gives its event's id. */
export const placedActs = (sample: Province, stories?: Stories): PlacedAct[] => {
  const streams = new Map<string, string[]>();
  const placed = tellings(sample, stories).map((telling): PlacedAct => {
    if (telling.kind === 'case') return placedStory(telling, sample.options);
    const stream = telling.kind === 'dossier' ? streamOf.dossier(telling.dossier) : organisationStream(telling.command);
    const before = streams.get(stream) ?? [];
    const body = telling.kind === 'dossier' ? telling.act : telling.command;
    const mark = markFor(sample.options, { stream, ordinal: before.length, body });
    streams.set(stream, [...before, markedId(mark, 0)]);
    const place = { stream, ordinal: before.length, makes: 1, recordedAt: telling.recordedAt, mark };
    return telling.kind === 'dossier'
      ? { kind: 'dossier', ...place, dossier: telling.dossier, command: toCommand(telling.act, before) }
      : { kind: 'organisation', ...place, command: telling.command };
  });
  return stories === undefined ? placed : [...placed, placedErasure(stories.erasure, placed, sample.options)];
};

const placedErasure = (
  { erasedStream, command: said, recordedAt }: PlannedErasure,
  placed: readonly PlacedAct[],
  options: SampleOptions,
): PlacedAct => {
  const erased = placed.find(({ stream, ordinal }) => stream === erasedStream && ordinal === 0);
  if (erased === undefined) throw new Error(`sample: nothing to erase in ${erasedStream}`);
  const command = { ...said, eventId: markedId(erased.mark, 0) };
  const stream = streamOf.erasure(command.eventId);
  const mark = markFor(options, { stream, ordinal: 0, body: command });
  return { kind: 'erasure', stream, ordinal: 0, makes: 1, recordedAt, mark, command };
};

const placedStory = (
  { subject: { category, id }, command, stream, ordinal, makes, recordedAt }: StagedAct,
  options: SampleOptions,
): PlacedAct => {
  const mark = markFor(options, { stream, ordinal, body: command });
  const place = { stream, ordinal, makes, recordedAt, mark };
  return category === 'dossier'
    ? { kind: 'dossier', ...place, dossier: id, command: command as DossierStreamCommand }
    : { kind: 'case', ...place, category, id, command };
};

/** A correction names the ledger's id of the act it corrects. */
const toCommand = (act: SampleAct, eventIds: readonly string[]): DossierStreamCommand => {
  if (act.type !== 'correct') return act;
  const { correctsAct, ...correction } = act;
  const correctsEventId = eventIds[correctsAct];
  if (correctsEventId === undefined) throw new Error(`sample: act ${String(correctsAct)} lies ahead of its correction`);
  return { ...correction, correctsEventId };
};

const markFor = (
  { seed, dossiers }: SampleOptions,
  { stream, ordinal, body }: { readonly stream: string; readonly ordinal: number; readonly body: unknown },
): IdempotencyMark =>
  markOf({
    caller: 'sample',
    key: `${String(seed)}/${String(dossiers)}`,
    route: `${stream}/${String(ordinal)}`,
    body,
  });

const organisationStream = (command: OrganisationCommand): string => {
  switch (command.type) {
    case 'register-officer':
      return streamOf.officer(command.officerId);
    case 'register-account':
      return streamOf.account(command.accountId);
    case 'grant-delegation':
    case 'revoke-delegation':
      return streamOf.delegation(command.delegationId);
    default:
      return streamOf.unit(command.unitId);
  }
};

/**
 * Tells the ledger what it does not know yet of the sample, through the commands everybody uses. Between
 * two batches it may be stopped; told again, it goes on where it was. Throws what a refused act threw.
 */
export const play = async (
  placed: readonly PlacedAct[],
  into: SampleLedger,
  control: { readonly stop: AbortSignal; onProgress(told: number): void },
): Promise<Played> => {
  const total = eventsOf(placed);
  const known = await storedLengths(into.store);
  const due = placed.filter(({ stream, ordinal }) => ordinal >= (known.get(stream) ?? 0));
  let told = total - eventsOf(due);
  control.onProgress(told);
  for (const batch of batches(due)) {
    if (control.stop.aborted) return { told, total, finished: false };
    await Promise.all(batch.map((act) => tell(act, into.bus)));
    told += eventsOf(batch);
    control.onProgress(told);
  }
  return { told, total, finished: true };
};

export const eventsOf = (acts: readonly PlacedAct[]): number => acts.reduce((sum, { makes }) => sum + makes, 0);

const storedLengths = async (store: EventStore): Promise<Map<string, number>> => {
  const lengths = new Map<string, number>();
  for await (const { stream, revision } of store.readAll()) lengths.set(stream, revision + 1);
  return lengths;
};

/** Neighbours that do not touch the same stream and do not build on one another. */
const batches = function* (acts: readonly PlacedAct[]): Generator<PlacedAct[]> {
  let batch: PlacedAct[] = [];
  for (const act of acts) {
    const [first] = batch;
    const joins = first === undefined || (batch.length < sideBySide && sameSort(first, act) && !touches(batch, act));
    if (!joins) {
      yield batch;
      batch = [];
    }
    batch.push(act);
  }
  if (batch.length > 0) yield batch;
};

/** A unit needs its parent and a dossier the organisation of the day, so kinds are not mixed and units come singly. */
const sameSort = (first: PlacedAct, act: PlacedAct): boolean =>
  sortOf(first) === sortOf(act) && sortOf(act) !== 'establish-unit';

const sortOf = (act: PlacedAct): string => {
  if (act.kind === 'organisation' || act.kind === 'erasure') return act.command.type;
  return act.kind === 'case' && isReference(act.category) ? act.category : 'subject';
};

/** What judgements refer to is recorded before what is judged by it. */
const isReference = (category: CaseCategory): boolean => (referenceCategories as readonly string[]).includes(category);

const touches = (batch: readonly PlacedAct[], { stream }: PlacedAct): boolean =>
  batch.some((other) => other.stream === stream);

const tell = (act: PlacedAct, bus: SampleBus): Promise<Receipt> => {
  const context: ActContext = {
    actor: act.command.actor,
    correlationId: `sample/${act.stream}`,
    provenance: { kind: 'sample' },
    recordedAt: act.recordedAt,
  };
  const settings = { mark: act.mark, fresh: act.ordinal === 0 };
  switch (act.kind) {
    case 'dossier':
      return bus.execute(new RecordDossierAct(context, act.dossier, act.command, settings));
    case 'organisation':
      return bus.execute(new RecordOrganisationAct(context, act.command, settings));
    case 'erasure':
      return bus.execute(new RecordErasure(context, act.command, settings));
    case 'case':
      return bus.execute(caseAct(act, { context, settings }));
  }
};

/** The stories keep category and command together (Script.of); a union cannot say so. */
const caseAct = (
  { category, id, command }: Extract<PlacedAct, { readonly kind: 'case' }>,
  { context, settings }: { readonly context: ActContext; readonly settings: ActOptions },
): RecordCaseAct => new RecordCaseAct(context, { category, id }, command as CommandOf<CaseCategory>, settings);

/** What a ledger holds, as far as the sample is concerned. */
export type Standing = 'empty' | 'this-sample' | 'another-sample' | 'real-entries';

/** What the product publishes by itself in every ledger says nothing of what was entered in this one. */
const isPackaged = (stream: string): boolean => /^(calendar|rulebook)-/.test(stream);

/** The first event tells: its id is derived from the sample's seed and size. */
export const standingOf = async (store: EventStore, options: SampleOptions): Promise<Standing> => {
  for await (const first of store.readAll()) {
    if (isPackaged(first.stream)) continue;
    if (first.provenance.kind !== 'sample') return 'real-entries';
    const [expected] = placedActs({ ...province({ ...options, dossiers: 0 }), options });
    return expected !== undefined && first.id === markedId(expected.mark, 0) ? 'this-sample' : 'another-sample';
  }
  return 'empty';
};
