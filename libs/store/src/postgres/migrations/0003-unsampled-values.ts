/**
 * The planner's statistics keep samples of what stands in a column, and keep them after the row has gone: of values
 * that can be erased none are taken. Nothing is ever looked up by a value or a salt.
 */
export const unsampledValues = `
alter table ledger.sealed_value alter column value set statistics 0, alter column salt set statistics 0;
`;
