export const rulebookTexts = {};
