import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Clock } from '#platform/clock.ts';
import type { EvidenceConfig } from '#platform/config.ts';
import type { Logger } from '#platform/logging.ts';
import type { EvidenceSettings } from '#sealing/evidence-folder.ts';
import type { Cosigner } from '#sealing/signer/cosigner.ts';
import { settingsOf } from '#sealing/signer/settings.ts';
import { openSigningKey } from '#sealing/signer/signing-key.ts';
import type { TimestampSource } from '#sealing/signer/timestamp-source.ts';
import type { SubjectIndex } from '#sealing/subject-index.ts';
import type { EventStore } from '#store/event-store.ts';
import type { SealingParts } from './round-parts.ts';
import { defaultTsaTimeoutMs, TsaClient } from './tsa-client.ts';
import { witnessCosigner } from './witnesses.ts';

type Over = {
  readonly store: EventStore;
  readonly index: SubjectIndex;
  readonly config: EvidenceConfig;
  readonly clock: Clock;
  readonly logger: Logger;
};

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** DER of every certificate in a PEM file. */
export const certificatesIn = async (file: string | null): Promise<readonly Uint8Array[]> => {
  if (file === null) return [];
  const found = (await readFile(file, 'utf8')).match(certificate) ?? [];
  if (found.length === 0)
    throw new Error(`LEDGER_TSA_ROOTS: ${file}: không có chứng thư PEM / holds no PEM certificate`);
  return found.map((pem) => new Uint8Array(new X509Certificate(pem).raw));
};

const timestampsOf = async ({ tsaUrl, tsaRootsFile }: EvidenceConfig): Promise<TimestampSource | null> => {
  if (tsaUrl === null) return null;
  return new TsaClient({ url: tsaUrl, roots: await certificatesIn(tsaRootsFile), timeoutMs: defaultTsaTimeoutMs });
};

/** Whoever looks after the ledger reads which witness fails, and why; once, not every round. */
const cosignerOf = ({ witnesses }: EvidenceSettings, { clock, logger }: Pick<Over, 'clock' | 'logger'>): Cosigner =>
  witnessCosigner({
    witnesses,
    clock,
    onChange: ({ name, fault }) => {
      if (fault === null) logger.info({ witness: name }, 'the witness cosigns again');
      else logger.warn({ witness: name, fault }, 'a witness did not cosign');
    },
  });

/** A sealer as the configuration describes it. */
export const sealingParts = async ({ config, ...over }: Over): Promise<SealingParts> => {
  const settings = settingsOf(config);
  return {
    ...over,
    settings,
    openKey: () => openSigningKey(config),
    cosigner: settings.witnesses.length === 0 ? null : cosignerOf(settings, over),
    timestamps: await timestampsOf(config),
  };
};
