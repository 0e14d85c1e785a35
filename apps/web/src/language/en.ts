import { enCandidates } from './en-candidates.ts';
import { enEvidence } from './en-evidence.ts';
import { enEvents } from './en-events.ts';
import { enHandling } from './en-handling.ts';
import { enRecords } from './en-records.ts';
import { enScreens } from './en-screens.ts';
import type { TextKey } from './vi.ts';

export const en: Record<TextKey, string> = {
  ...enScreens,
  ...enRecords,
  ...enEvents,
  ...enHandling,
  ...enCandidates,
  ...enEvidence,
};
