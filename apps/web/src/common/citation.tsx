import type { CitedCalendar, CitedRule } from '#contracts/consultation-views.ts';
import { useLanguage } from '../language/language-provider.tsx';

/** Duty, instrument, clause and the version of the rulebook that was asked. */
export function RuleText({ rule }: { readonly rule: CitedRule }) {
  const { text } = useLanguage();
  const { obligation, instrument, clause, rulebookVersion } = rule;
  return <span>{text('opinions.rule.value', { obligation, instrument, clause, version: rulebookVersion })}</span>;
}

export function CalendarText({ calendar }: { readonly calendar: CitedCalendar }) {
  const { text } = useLanguage();
  return <span>{text('opinions.calendar.value', calendar)}</span>;
}
