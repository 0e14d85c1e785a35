export const submissionTexts = {};
