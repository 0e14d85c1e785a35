export const taskTexts = {};
