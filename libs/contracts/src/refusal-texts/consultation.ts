export const consultationTexts = {};
