import { viCandidates } from './vi-candidates.ts';
import { viEvidence } from './vi-evidence.ts';
import { viEvents } from './vi-events.ts';
import { viHandling } from './vi-handling.ts';
import { viRecords } from './vi-records.ts';
import { viScreens } from './vi-screens.ts';

/** Vietnamese is the first language: its keys are what every other language must have. */
export const vi = { ...viScreens, ...viRecords, ...viEvents, ...viHandling, ...viCandidates, ...viEvidence };

export type TextKey = keyof typeof vi;
