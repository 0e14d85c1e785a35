export const officeTexts = {};
