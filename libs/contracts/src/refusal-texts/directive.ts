export const directiveTexts = {};
