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
};
