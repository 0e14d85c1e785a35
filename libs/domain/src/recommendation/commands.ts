import type { CaseAct } from '../kernel/case-act.ts';
import type { RecommendationEvent } from './events.ts';

export type RecommendationCommand = CaseAct<'placeholder', RecommendationEvent['data']>;
