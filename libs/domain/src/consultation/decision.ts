import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { Decision, Refusal } from '../kernel/decision.ts';
import type { ConsultationEvent } from './events.ts';
import type { ConsultationRefusalCode } from './refusals.ts';

export type ConsultationCode = ConsultationRefusalCode | CaseRefusalCode;
export type ConsultationDecision = Decision<ConsultationEvent, ConsultationCode>;

/** Refused when there is something to object, else accepted with what `events` tells. */
export const unless = (
  broken: Refusal<ConsultationCode> | null,
  events: () => readonly ConsultationEvent[],
): ConsultationDecision =>
  broken === null ? { accepted: true, events: events() } : { accepted: false, refusal: broken };
