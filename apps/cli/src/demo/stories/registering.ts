import type { UnitId } from '#domain/kernel/event.ts';
import { endOfDay } from '../office-time.ts';
import { clerk, head, momentOf, type Script, type Voice, type When } from './script.ts';

export type Registered = {
  readonly unit: UnitId;
  readonly type: string;
  readonly subject: string;
  readonly due: string;
  readonly holder?: Voice;
};

/** A dossier of the stories, taken in by the unit's own records and held by its head or whoever is named. */
export const registered = (
  script: Script,
  id: string,
  when: When,
  { unit, type, subject, due, holder = head(unit) }: Registered,
) => {
  const say = script.of('dossier', id);
  say(when, clerk(unit), {
    type: 'register',
    dossierId: id,
    issuer: 'Công ty cổ phần Đầu tư Bắc Giao',
    number: id.slice(-2),
    symbol: 'TTr',
    subject,
    secretReference: null,
    dossierType: type,
    urgency: 'normal',
    secrecy: 'none',
    receivedAt: momentOf(when),
    deadline: endOfDay(due),
    holder: script.holder(holder, when),
  });
  return say;
};

export const step = (script: Script, who: Voice, when: When, what: string) => {
  const { party, unit } = script.holder(who, when);
  return { type: 'perform-step' as const, step: what, performer: { party, unit }, note: null };
};
