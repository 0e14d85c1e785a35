import { authorityTexts } from './refusal-texts/authority.ts';
import { calendarTexts } from './refusal-texts/calendar.ts';
import { consultationTexts } from './refusal-texts/consultation.ts';
import { directiveTexts } from './refusal-texts/directive.ts';
import { erasureTexts } from './refusal-texts/erasure.ts';
import { officeTexts } from './refusal-texts/office.ts';
import { recommendationTexts } from './refusal-texts/recommendation.ts';
import { rulebookTexts } from './refusal-texts/rulebook.ts';
import { submissionTexts } from './refusal-texts/submission.ts';
import { taskTexts } from './refusal-texts/task.ts';
import { caseTexts } from './refusal-texts/case.ts';
import { contentTexts } from './refusal-texts/content.ts';
import { actTexts, custodyTexts } from './refusal-texts/custody.ts';
import { delegationTexts, organisationTexts } from './refusal-texts/organisation.ts';

/** One text and one status per refusal code of the domain; a test proves that none is missing. */
export const refusalTexts = {
  ...actTexts,
  ...custodyTexts,
  ...contentTexts,
  ...organisationTexts,
  ...delegationTexts,
  ...caseTexts,
  ...authorityTexts,
  ...calendarTexts,
  ...consultationTexts,
  ...directiveTexts,
  ...erasureTexts,
  ...officeTexts,
  ...recommendationTexts,
  ...rulebookTexts,
  ...submissionTexts,
  ...taskTexts,
};
