import type {
  OwnDelayView,
  RecommendationAnswerView,
  RecommendationReportView,
  ReportedUpView,
} from '#contracts/recommendation-views.ts';
import type { Basis } from '#domain/dossier/events.ts';
import type { OwnDelay } from '#domain/recommendation/events.ts';
import type { SentRecommendation } from '#domain/recommendation/evolve.ts';
import type { Labels, Mentioned } from '../labels.ts';
import { idOf } from '../party-key.ts';

export const basisText = (basis: Basis | null): string | null => {
  if (basis === null) return null;
  return basis.clause === null ? basis.text : `${basis.text} (${basis.clause})`;
};

const delayView = (delay: OwnDelay | null): OwnDelayView | null =>
  delay === null
    ? null
    : {
        workingDays: delay.workingDays,
        calendar: delay.calendar.calendar,
        calendarVersion: delay.calendar.version,
      };

/** Everybody whose name the detail shows. */
export const mentionDetail = (mentioned: Mentioned, { sent, reports, reportedUp }: SentRecommendation): Mentioned => {
  const { drafter, signer } = sent.signature;
  mentioned.party(drafter.kind, idOf(drafter)).party(signer.kind, idOf(signer));
  for (const { reporter, to } of reports) mentioned.party(reporter.kind, idOf(reporter)).unit(to);
  for (const { to } of reportedUp) mentioned.unit(to.level === 'province' ? to.unit : null);
  return mentioned;
};

export const answerViews = ({ answers }: SentRecommendation): RecommendationAnswerView[] =>
  answers.map(({ at, stance, content, late }) => ({ at, stance, content, late }));

export const reportViews = ({ reports }: SentRecommendation, labels: Labels): RecommendationReportView[] =>
  reports.map(({ report, at, category, quotedSentence, reason, reporter, to, ownDelay, contest, judgement }) => ({
    report,
    at,
    category,
    quotedSentence,
    reason,
    reporter: labels.party(reporter.kind, idOf(reporter)),
    to: labels.unit(to),
    ownDelay: delayView(ownDelay),
    contested: contest?.statement ?? null,
    outcome: judgement?.outcome ?? null,
    grounds: judgement?.grounds ?? null,
  }));

export const reportedUpViews = ({ reportedUp }: SentRecommendation, labels: Labels): ReportedUpView[] =>
  reportedUp.map(({ at, to, ownDelay }) => ({
    at,
    unit: labels.unitOrNull(to.level === 'province' ? to.unit : null),
    body: to.level === 'central' ? to.body : null,
    ownDelay: delayView(ownDelay),
  }));
