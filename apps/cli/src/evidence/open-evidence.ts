import type { EvidenceConfig } from '#platform/config.ts';
import type { PostgresConnection } from '#platform/postgres-connection.ts';
import { settingsOf, type SealingSettings } from '#sealing/signer/settings.ts';
import type { SubjectIndex } from '#sealing/subject-index.ts';

/** What export, verification and sealing need besides the ledger itself. */
export type LedgerEvidence = {
  readonly settings: SealingSettings;
  /** Opened at the first call, its schema at its newest; the ledger closes it. */
  index(): Promise<SubjectIndex>;
};

/** Opens nothing yet: most commands need none of it. */
export const ledgerEvidence = (
  config: EvidenceConfig,
  connection: PostgresConnection,
): LedgerEvidence & { close(): Promise<void> } => {
  let opened: Promise<SubjectIndex> | null = null;
  const open = async (): Promise<SubjectIndex> => {
    const { migrateEvidence, openSubjectIndex } = await import('#sealing/subject-index.ts');
    await migrateEvidence(connection.ownerUrl);
    return openSubjectIndex({ appUrl: connection.appUrl });
  };
  return {
    settings: settingsOf(config),
    index: () => (opened ??= open()),
    close: async () => {
      if (opened !== null) await (await opened).close();
    },
  };
};
