import { caseRefusalCodes } from './kernel/case-refusals.ts';
import { authorityRefusalCodes } from './authority/refusals.ts';
import { calendarRefusalCodes } from './calendar/refusals.ts';
import { consultationRefusalCodes } from './consultation/refusals.ts';
import { directiveRefusalCodes } from './directive/refusals.ts';
import { erasureRefusalCodes } from './evidence/refusals.ts';
import { officeRefusalCodes } from './office/refusals.ts';
import { recommendationRefusalCodes } from './recommendation/refusals.ts';
import { rulebookRefusalCodes } from './rulebook/refusals.ts';
import { submissionRefusalCodes } from './submission/refusals.ts';
import { taskRefusalCodes } from './task/refusals.ts';

/** Codes name the broken rule. Their texts and HTTP statuses: libs/contracts/src/refusal-texts.ts. */
const actRefusals = ['act.moment-malformed', 'act.text-blank', 'act.in-future'] as const;

export const dossierRefusalCodes = [
  ...actRefusals,
  'dossier.not-registered',
  'dossier.already-registered',
  'dossier.completed',
  'dossier.archived',
  'dossier.not-completed',
  'dossier.not-closed',
  'dossier.not-holder',
  'dossier.not-competent',
  'actor.unknown',
  'actor.not-a-person',
  'actor.capacity-not-held',
  'act.before-custody',
  'act.before-closing',
  'unit.unknown',
  'unit.not-in-office',
  'recipient.unit-missing',
  'recipient.account',
  'recipient.officer-unknown',
  'recipient.not-in-unit',
  'recipient.same-holder',
  'secrecy.subject-forbidden',
  'secrecy.reference-missing',
  'secrecy.reference-needless',
  'registration.subject-missing',
  'deadline.before-received',
  'due.before-act',
  'return.never-held-there',
  'return.right-unit-is-own',
  'submission.not-upward',
  'step.unit-not-involved',
  'step.performer-not-in-unit',
  'step.recorded-by-other-unit',
  'assignment.responsible-not-a-person',
  'assignment.responsible-not-in-unit',
  'decision.grounds-missing',
  'completion.product-missing',
  'correction.event-unknown',
  'correction.field-not-of-event',
  'correction.changes-nothing',
  'correction.approver-is-actor',
  'correction.approver-not-leader',
] as const;
export type DossierRefusalCode = (typeof dossierRefusalCodes)[number];

export const organisationRefusalCodes = [
  ...actRefusals,
  'period.empty',
  'unit.already-established',
  'unit.not-established',
  'unit.parent-not-in-office',
  'unit.already-dissolved',
  'unit.end-before-beginning',
  'unit.succeeds-itself',
  'unit.successor-not-in-office',
  'appointment.id-taken',
  'appointment.account',
  'appointment.officer-unknown',
  'appointment.outside-unit',
  'appointment.head-overlap',
  'appointment.duplicate',
  'appointment.not-made',
  'appointment.already-ended',
  'appointment.end-outside-period',
  'party.id-taken',
  'account.already-registered',
  'delegation.not-written',
  'delegation.without-scope',
  'delegation.already-granted',
  'delegation.account',
  'delegation.officer-unknown',
  'delegation.to-oneself',
  'delegation.unit-not-in-office',
  'delegation.sub-delegation',
  'delegation.delegator-not-leader',
  'delegation.not-granted',
  'delegation.already-revoked',
  'delegation.revocation-outside-period',
] as const;
export type OrganisationRefusalCode = (typeof organisationRefusalCodes)[number];

const everyCode = [
  ...dossierRefusalCodes,
  ...organisationRefusalCodes,
  ...caseRefusalCodes,
  ...authorityRefusalCodes,
  ...calendarRefusalCodes,
  ...consultationRefusalCodes,
  ...directiveRefusalCodes,
  ...erasureRefusalCodes,
  ...officeRefusalCodes,
  ...recommendationRefusalCodes,
  ...rulebookRefusalCodes,
  ...submissionRefusalCodes,
  ...taskRefusalCodes,
] as const;
export type RefusalCode = (typeof everyCode)[number];
export const refusalCodes: readonly RefusalCode[] = [...new Set(everyCode)];
