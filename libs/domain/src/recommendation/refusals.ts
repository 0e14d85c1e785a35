/** Codes name the broken rule; texts in libs/contracts/src/refusal-texts/recommendation.ts. */
export const recommendationRefusalCodes = [] as const;
export type RecommendationRefusalCode = (typeof recommendationRefusalCodes)[number];
