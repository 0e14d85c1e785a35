import type { OpinionStance, OpinionStatus } from '#contracts/consultation-views.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { Mark, type Tone } from './mark.tsx';

/** A consent that silence became is drawn like no other outcome: by a rule, not by the body asked (R17). */
const statusTones: Readonly<Record<OpinionStatus, Tone>> = {
  waiting: 'plain',
  answered: 'calm',
  'answered-late': 'caution',
  returned: 'plain',
  withdrawn: 'plain',
  readdressed: 'plain',
  silent: 'caution',
  'consent-deemed': 'by-rule',
  'deemed-void': 'plain',
  lapsed: 'plain',
};

const stanceTones: Readonly<Record<OpinionStance, Tone>> = {
  agree: 'good',
  disagree: 'alert',
  'agree-with-conditions': 'calm',
  'not-in-function': 'plain',
};

export function OpinionMark({ status }: { readonly status: OpinionStatus }) {
  const { text } = useLanguage();
  return <Mark tone={statusTones[status]}>{text(`opinion.${status}`)}</Mark>;
}

export function StanceMark({ stance }: { readonly stance: OpinionStance | null }) {
  const { text } = useLanguage();
  return stance === null ? (
    <Mark>{text('opinions.noStance')}</Mark>
  ) : (
    <Mark tone={stanceTones[stance]}>{text(`stance.${stance}`)}</Mark>
  );
}
