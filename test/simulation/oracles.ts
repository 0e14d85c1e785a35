import type { Holder } from '#domain/dossier/events.ts';
import type { Instant, UnitId } from '#domain/kernel/event.ts';
import type { Stored } from './small-province.ts';

/*
 * Told from the events alone, in ways of their own: nothing here asks the deciders, their folds or the
 * calendar what they think.
 */

const is = (one: Holder, other: Holder | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** How many are in charge of the dossier after each of its events. */
export const holdersAfterEach = (history: readonly Stored[]): readonly number[] => {
  let charged: readonly Holder[] = [];
  return history.map((event) => {
    if (event.type === 'dossier.registered') charged = [...charged, event.data.holder];
    else if (event.type === 'dossier.reopened') charged = [event.data.holder];
    else if (
      event.type === 'dossier.handed-off' ||
      event.type === 'dossier.returned' ||
      event.type === 'dossier.submitted'
    ) {
      const { from, to } = event.data;
      charged = [...charged.filter((holder) => !is(holder, from)), to];
    } else if (event.type === 'dossier.archived') {
      const { holder } = event.data;
      charged = charged.filter((each) => !is(each, holder));
    }
    return charged.length;
  });
};

/** What the world outside the consultation was at a moment. */
export type Surroundings = {
  inOffice(unit: UnitId, at: Instant): boolean;
  silenceIsConsent(unit: UnitId, at: Instant): boolean;
};

/** How it stands with one body asked, as somebody with a card index would keep it. */
type Card = {
  readonly unit: UnitId;
  dueAt: Instant | null;
  delivered: { readonly registeredAt: Instant; readonly recordedAt: Instant } | null;
  /** Answered, given back, taken back: nothing is waited for. */
  waiting: boolean;
};

/** What is wrong with the deadlines and deemed consents of a consultation by `until`, when everything due is recorded. */
export const faultsOfConsultation = (
  history: readonly Stored[],
  around: Surroundings,
  until: Instant,
): readonly string[] => {
  const faults: string[] = [];
  const cards = new Map<UnitId, Card>();
  let valid = false;
  /** Passes that still have to say whether consent is deemed. */
  let expected: { readonly unit: UnitId; readonly consent: boolean } | null = null;
  const settle = (deemedFor: UnitId | null): void => {
    if (expected !== null && expected.consent !== (deemedFor === expected.unit)) {
      faults.push(`${expected.unit}: consent ${deemedFor === null ? 'not ' : ''}deemed`);
    } else if (expected === null && deemedFor !== null) faults.push(`${deemedFor}: consent deemed out of nothing`);
    expected = null;
  };
  const owes = ({ dueAt, delivered, waiting }: Card): boolean =>
    valid && waiting && dueAt !== null && delivered !== null && delivered.registeredAt < dueAt;
  for (const event of history) {
    const { type, data } = event;
    settle(type === 'consultation.consent-deemed' ? data.unit : null);
    if (type === 'consultation.requested') {
      valid = data.questions.length > 0 && data.term !== null;
      for (const { unit } of data.addressees) {
        cards.set(unit, { unit, dueAt: data.due?.dueAt ?? null, delivered: null, waiting: true });
      }
      continue;
    }
    if (type === 'consultation.readdressed') {
      cards.set(data.to, { unit: data.to, dueAt: data.due.dueAt, delivered: null, waiting: true });
      const left = cards.get(data.from);
      if (left) left.waiting = false;
      continue;
    }
    if (type === 'consultation.withdrawn') {
      for (const card of cards.values()) if (data.unit === null || data.unit === card.unit) card.waiting = false;
      continue;
    }
    const card = 'unit' in data && typeof data.unit === 'string' ? cards.get(data.unit) : undefined;
    if (card === undefined) continue;
    switch (type) {
      case 'consultation.delivered':
        card.delivered = { registeredAt: data.registeredAt, recordedAt: event.recordedAt };
        break;
      case 'consultation.extended':
        card.dueAt = data.due.dueAt;
        card.waiting = true;
        break;
      case 'consultation.rescheduled':
        card.dueAt = data.due.dueAt;
        break;
      case 'consultation.answered':
      case 'consultation.late-answer-received':
      case 'consultation.returned':
        card.waiting = false;
        break;
      case 'consultation.deadline-passed': {
        const { dueAt } = data;
        if (!owes(card) || card.dueAt !== dueAt)
          faults.push(`${card.unit}: ${dueAt} passed, though nobody waited for it`);
        if (event.recordedAt < dueAt) faults.push(`${card.unit}: ${dueAt} passed before its time`);
        if (event.capacity === 'system' && event.occurredAt !== dueAt)
          faults.push(`${card.unit}: passed at another moment`);
        const consent =
          (card.delivered?.recordedAt ?? '') <= dueAt &&
          around.inOffice(card.unit, dueAt) &&
          around.silenceIsConsent(card.unit, dueAt);
        expected = { unit: card.unit, consent };
        card.waiting = false;
        break;
      }
      default:
        break;
    }
  }
  settle(null);
  for (const card of cards.values()) {
    if (owes(card) && (card.dueAt ?? '') <= until) faults.push(`${card.unit}: deadline ${card.dueAt ?? ''} lost`);
  }
  return faults;
};

/** A deadline of a task: it counts from one event until another takes its place. */
type Line = { readonly dueAt: Instant; readonly from: Instant; until: Instant | null };

/** Deadlines that passed without the product and are not recorded, or that are recorded more often than they were set. */
export const faultsOfTask = (history: readonly Stored[], until: Instant): readonly string[] => {
  const lines: Line[] = [];
  /** The product lay with the assigner over [from, until). */
  const given: { readonly from: Instant; until: Instant | null }[] = [];
  const passed: Instant[] = [];
  const end = (at: Instant): void => {
    const last = lines.at(-1);
    if (last?.until === null) last.until = at;
  };
  const begin = (dueAt: Instant, from: Instant): void => {
    end(from);
    lines.push({ dueAt, from, until: null });
  };
  for (const { type, data, occurredAt } of history) {
    if (type === 'task.assigned' || type === 'task.extension-granted' || type === 'task.reopened') {
      begin(data.due.dueAt, occurredAt);
      if (type === 'task.reopened') closeLast(given, occurredAt);
    } else if (type === 'task.rescheduled') begin(data.due.dueAt, occurredAt);
    else if (type === 'task.product-submitted') given.push({ from: occurredAt, until: null });
    else if (type === 'task.product-sent-back') {
      closeLast(given, occurredAt);
      if (data.rework !== null) begin(data.rework.due.dueAt, occurredAt);
    } else if (type === 'task.product-accepted' || type === 'task.withdrawal-granted') end(occurredAt);
    else if (type === 'task.deadline-passed') passed.push(data.dueAt);
  }
  const faults: string[] = [];
  for (const dueAt of new Set([...passed, ...lines.map((line) => line.dueAt)])) {
    const set = lines.filter((line) => line.dueAt === dueAt);
    const recorded = passed.filter((each) => each === dueAt).length;
    if (recorded > set.length) faults.push(`${dueAt} doubled`);
    const missed = set.filter(
      (line) =>
        dueAt <= until &&
        line.from <= dueAt &&
        (line.until === null || dueAt < line.until) &&
        !given.some(({ from, until: taken }) => from <= dueAt && (taken === null || dueAt < taken)),
    );
    if (recorded < missed.length) faults.push(`${dueAt} lost`);
  }
  return faults;
};

const closeLast = (spans: { until: Instant | null }[], at: Instant): void => {
  const last = spans.at(-1);
  if (last?.until === null) last.until = at;
};
