import type { CandidatePage, DutyPage } from '#contracts/candidate-views.ts';
import type {
  ConsultationDetail,
  ConsultationSummary,
  DeemedConsent,
  Responsiveness,
} from '#contracts/consultation-views.ts';
import type { AgencyUnresolved, RecommendationView, UnresolvedCategory } from '#contracts/recommendation-views.ts';
import type { SubmissionView } from '#contracts/submission-views.ts';
import type { CommitmentView, OverdueAgeing, TaskSummary } from '#contracts/task-views.ts';
import type { Page, UnitView } from '#contracts/views.ts';
import { segment, useGet, usePages } from './queries.ts';

/** Null: every unit. */
export type UnitChoice = string | null;

const limit = 25;

export const useDuties = (officerId: string, asOf: string | null) =>
  usePages<DutyPage>(`/v1/officers/${segment(officerId)}/duties`, { asOf, limit });
export const useCandidates = (officerId: string, asOf: string | null) =>
  usePages<CandidatePage>(`/v1/officers/${segment(officerId)}/candidates`, { asOf, limit });

export const useConsultationsOf = (dossierId: string) =>
  usePages<Page<ConsultationSummary>>('/v1/consultations', { dossier: dossierId, limit });
export const useConsultation = (consultationId: string, enabled = true) =>
  useGet<ConsultationDetail>(`/v1/consultations/${segment(consultationId)}`, {}, enabled);
export const useSubmissionsOf = (dossierId: string) =>
  usePages<Page<SubmissionView>>('/v1/submissions', { dossier: dossierId, limit });

export const useWaitingOpinions = (unit: UnitChoice, overdue: boolean) =>
  usePages<Page<ConsultationSummary>>('/v1/consultations', {
    waitingOn: unit,
    status: unit === null && !overdue ? 'waiting' : null,
    overdue,
    limit,
  });
export const useDeemedConsents = (unit: UnitChoice) =>
  usePages<Page<DeemedConsent>>('/v1/consultations/deemed', { unit, limit });
export const useAgeing = (unit: UnitChoice) => useGet<OverdueAgeing>('/v1/tasks/overdue', { unit });
export const useOverdueTasks = (unit: UnitChoice) =>
  usePages<Page<TaskSummary>>('/v1/tasks', { lead: unit, overdue: true, limit });
export const useBrokenCommitments = (unit: UnitChoice) =>
  usePages<Page<CommitmentView>>('/v1/commitments', { unit, state: 'broken', limit });
export const useRefusedEscalations = (unit: UnitChoice) =>
  usePages<Page<SubmissionView>>('/v1/submissions', { submitter: unit, status: 'refused', limit });
export const useUnresolvedByAgency = () => useGet<readonly AgencyUnresolved[]>('/v1/recommendations/unresolved', {});
export const useUnresolved = (unit: UnitChoice, category: UnresolvedCategory) =>
  usePages<Page<RecommendationView>>('/v1/recommendations', { to: unit, unresolved: category, limit });
export const useResponsiveness = (unit: UnitChoice) =>
  useGet<readonly Responsiveness[]>('/v1/responsiveness', { responder: unit });

export const mostUnits = 200;
/** As many units as one answer holds, for a choice among them. */
export const useUnits = () => useGet<Page<UnitView>>('/v1/units', { limit: mostUnits });
