export const recommendationTexts = {};
