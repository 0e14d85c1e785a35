/**
 * How to reach one ledger database. The owner migrates and nothing else; the application works as
 * `ledger_app`, which the ledger schema lets read and append only.
 */
export type PostgresConnection = { readonly ownerUrl: string; readonly appUrl: string };
