import type { Refusal } from '#domain/kernel/decision.ts';
import { refusalTexts } from '#contracts/refusal-texts.ts';
import type { RefusalText } from '#contracts/refusal-texts/text.ts';
import { fill, type FaultFacts } from './faults.ts';

const texts: Readonly<Record<string, RefusalText>> = refusalTexts;

/** A refusal of the domain as facts of the fault `case.refused`: the rule's code and its two texts. */
export function refusalFacts({ code, facts }: Refusal<string>): FaultFacts {
  const text = texts[code];
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'object' ? fact.join(', ') : fact]),
  );
  return {
    rule: code,
    reason: text ? fill(text.vi, shown) : code,
    reasonEn: text ? fill(text.en, shown) : code,
  };
}
