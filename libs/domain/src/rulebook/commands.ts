import type { CaseAct } from '../kernel/case-act.ts';
import type { Instant } from '../kernel/event.ts';
import type { DisseminationHeld, Instrument, RulebookBound, RulebookUnbound } from './events.ts';

export type PublishRulebook = CaseAct<
  'publish-rulebook',
  {
    /** null: from now on; for the first version, from the day its oldest instrument began. */
    readonly effectiveFrom: Instant | null;
    readonly instruments: readonly Instrument[];
    readonly source: string;
  }
>;
export type BindInstrument = CaseAct<'bind-instrument', RulebookBound['data']>;
/** `to` at the beginning of the binding undoes a mistaken one wholly. */
export type UnbindInstrument = CaseAct<'unbind-instrument', RulebookUnbound['data']>;
export type RulebookCommand = PublishRulebook | BindInstrument | UnbindInstrument;

export type HoldDissemination = CaseAct<'hold-dissemination', DisseminationHeld['data']>;
