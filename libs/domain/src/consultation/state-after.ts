import type { CaseFacts, Fact } from '../kernel/aggregate.ts';
import type { ConsultationCommand } from './commands.ts';
import type { ConsultationEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { RequestedConsultation } from './state.ts';

/** The consultation after events that are about to be recorded with the command. */
export const stateAfter = (
  consultation: RequestedConsultation,
  events: readonly ConsultationEvent[],
  { command, facts }: { readonly command: ConsultationCommand; readonly facts: CaseFacts },
): RequestedConsultation =>
  events.reduce((before, event) => {
    const fact: Fact<ConsultationEvent> = {
      ...event,
      id: '',
      occurredAt: command.at,
      recordedAt: facts.now,
      actor: command.actor.party,
      unit: command.actor.unit,
      capacity: command.actor.capacity,
      provenance: { kind: 'entered' },
    };
    const state = evolve(before, fact);
    return state.status === 'none' ? before : state;
  }, consultation);
