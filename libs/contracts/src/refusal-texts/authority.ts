export const authorityTexts = {};
