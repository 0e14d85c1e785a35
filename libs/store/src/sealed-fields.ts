import type { DomainEvent } from '#domain/events.ts';

/** `a/b`; what hangs on the top of `data` has no slash before it. */
type Below<Path extends string, Key extends string> = Path extends '' ? Key : `${Path}/${Key}`;

/** Every place in `T` where free text can stand; ids look the same to the compiler, enumerations do not. */
type TextIn<T, Path extends string = ''> = T extends string
  ? string extends T
    ? Path
    : never
  : T extends readonly (infer Item)[]
    ? TextIn<Item, Below<Path, '*'>>
    : T extends object
      ? { [Key in keyof T & string]-?: TextIn<T[Key], Below<Path, Key>> }[keyof T & string]
      : never;

type DataOf<Type extends DomainEvent['type']> = Extract<DomainEvent, { readonly type: Type }>['data'];

/** Paths into `data`; `*` stands for every item of a list. */
type SealedFields = { readonly [Type in DomainEvent['type']]: readonly TextIn<DataOf<Type>>[] };

/**
 * What a person writes about people or about a matter: held in the event as a commitment, so that it can
 * lawfully be erased. Ids, moments, enumerations, the law that is cited, numbers and symbols of documents, names
 * of units, procedures and programmes, and what the machine says stay in plain: they name nobody by themselves,
 * and a trail could not be judged without them. A field that joins later is sealed from then on, the events
 * before keep it in plain; one that leaves stays sealed where it was.
 */
export const sealedFields: SealedFields = {
  'account.registered': [],
  'apology.issued': ['reason', 'document/title'],
  'appointment.ended': ['reason'],
  'appointment.made': [],
  'assignment.accepted': [],
  'assignment.decided': ['duty', 'document/title'],
  'assignment.refused': ['reason'],
  'authority.assigned': [],
  'authority.ended': ['reason'],
  'backlog.reviewed': ['conclusion'],
  'calendar.published': [],
  'checkpoint.time-stamped': [],
  'consensus.failed': ['statement'],
  'consultation.addressee-marked-unrelated': ['reason'],
  'consultation.answered': ['answers/*/grounds', 'answers/*/conditions', 'document/title'],
  'consultation.assessment-contested': ['statement'],
  'consultation.assessment-settled': ['reason'],
  'consultation.assigned': [],
  'consultation.consent-deemed': [],
  'consultation.deadline-passed': [],
  'consultation.deemed-consent-voided': ['reason'],
  'consultation.delivered': [],
  'consultation.extended': ['reason'],
  'consultation.late-answer-received': ['answers/*/grounds', 'answers/*/conditions', 'document/title'],
  'consultation.quality-assessed': ['quotedSentence', 'reason'],
  'consultation.readdressed': ['reason'],
  'consultation.reminded': ['text'],
  'consultation.requested': ['subject', 'questions/*/text', 'addressees/*/relevance', 'document/title'],
  'consultation.rescheduled': [],
  'consultation.returned': ['reason'],
  'consultation.withdrawn': ['reason'],
  'coordination.attempted': ['topic', 'document/title'],
  'delegation.granted': ['scope'],
  'delegation.revoked': ['reason'],
  'directive.issued': ['duty', 'document/title'],
  'directive.receipt-confirmed': [],
  'dissemination.held': [],
  'dissent.recorded': ['content', 'grounds'],
  'dissent.resolved': ['resolution'],
  'dossier.archived': [],
  'dossier.assigned': [],
  'dossier.completed': ['product/title'],
  // The issuer of a petition is a citizen.
  'dossier.corrected': ['changes/subject', 'changes/issuer', 'reason'],
  'dossier.decided': ['grounds', 'document/title'],
  'dossier.handed-off': ['reason'],
  'dossier.receipt-confirmed': [],
  'dossier.registered': ['issuer', 'subject'],
  'dossier.reopened': ['reason'],
  'dossier.returned': ['reason'],
  'dossier.step-performed': ['note'],
  'dossier.submitted': ['proposal'],
  'escalation.accepted': ['note'],
  'escalation.refused': ['reason'],
  'escalation.stated': ['explanation', 'direction/title'],
  'finding.recorded': ['statement', 'source/title'],
  'leave.recorded': ['kind'],
  'ledger.incarnation-started': [],
  'objection.recorded': ['order', 'grounds', 'document/title'],
  'obstacle.answered': ['answer'],
  'obstacle.reported': ['content'],
  'officer.registered': [],
  'procedure.laid-down': [],
  'processing.refused': ['reason'],
  'reason.accepted': ['grounds'],
  'reason.claimed': ['reason'],
  'reason.rejected': ['grounds'],
  'recommendation.answered': ['content', 'document/title'],
  'recommendation.delivered': [],
  'recommendation.overdue': [],
  'recommendation.reported-up': ['document/title'],
  'recommendation.rescheduled': [],
  'recommendation.sent': ['content', 'obstacle', 'document/title'],
  'recommendation.settled': ['outcome'],
  'recommendation.submitted-to-committee': ['document/title'],
  'recommendation.unresolved-contested': ['statement'],
  'recommendation.unresolved-judged': ['grounds'],
  'recommendation.unresolved-reported': ['quotedSentence', 'reason'],
  'regulation.reviewed': ['document/title'],
  'report.issued': ['document/title'],
  'review.decided': ['grounds'],
  'review.level-passed': ['document', 'note'],
  'review.proposed': ['reason'],
  'review.seconded': [],
  'rulebook.bound': [],
  'rulebook.published': [],
  'rulebook.unbound': ['reason'],
  'sealed-field.erased': [],
  'signing-key.introduced': [],
  'step.assigned': [],
  'subject-map.recorded': [],
  'submission.checked': ['checklist/*/note'],
  'submission.forwarded': ['defects/*'],
  'submission.returned': ['defects/*'],
  'supplement.requested': ['papers/*', 'reason'],
  'task.accepted': [],
  'task.assigned': ['title', 'product'],
  'task.commitment-broken': [],
  'task.commitment-made': [],
  'task.commitment-met': [],
  'task.deadline-passed': [],
  'task.extension-granted': ['note'],
  'task.extension-refused': ['reason'],
  'task.extension-requested': ['reason'],
  'task.priority-marked': ['reason'],
  'task.product-accepted': ['note'],
  'task.product-sent-back': ['reason', 'defects/*'],
  'task.product-submitted': ['product/title'],
  'task.progress-reported': ['statement', 'obstacles'],
  'task.refused': ['reason'],
  'task.reminded': ['text'],
  'task.reopened': ['reason'],
  'task.rescheduled': [],
  'task.withdrawal-granted': ['note'],
  'task.withdrawal-refused': ['reason'],
  'task.withdrawal-requested': ['reason'],
  'unit.dissolved': [],
  'unit.established': [],
};
