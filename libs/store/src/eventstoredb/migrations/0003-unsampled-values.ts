/** As the ledger in PostgreSQL: no samples of values that can be erased among the planner's statistics. */
export const unsampledValues = `
alter table ledger_order.sealed_value alter column value set statistics 0, alter column salt set statistics 0;
`;
