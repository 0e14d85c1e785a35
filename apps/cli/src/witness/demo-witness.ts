import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatPublicKey } from '#evidence/note/ed25519.ts';
import { systemClock } from '#platform/clock.ts';
import type { LedgerConfig } from '#platform/config.ts';
import { logInFolder } from '#sealing/signer/log-folder.ts';
import { settingsOf } from '#sealing/signer/settings.ts';
import { openSigningKey, UnusableKey } from '#sealing/signer/signing-key.ts';
import { codeOf } from '../frame/failure.ts';

/** Beside the sample, in a folder of its own: the ledger's evidence is not in reach of its name. */
const folderOf = ({ dataDir }: LedgerConfig): string => join(dataDir, 'demo-witness');

const isDemo = async (config: LedgerConfig): Promise<boolean> => {
  if (config.evidence.witnesses.trim() !== '') return false;
  try {
    return (await stat(folderOf(config))).isDirectory();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
};

/** From now on a witness runs beside whatever command opens this ledger, unless real ones are configured. */
export const allowDemoWitness = async (config: LedgerConfig): Promise<void> => {
  if (config.evidence.witnesses.trim() === '') await mkdir(folderOf(config), { recursive: true, mode: 0o700 });
};

export const demoWitnessWarning = {
  vi: 'Nhân chứng mẫu chạy ngay trên máy này, chỉ để thử: thật thì một cơ quan khác phải chạy nó, nếu không người giữ sổ viết lại được tất cả.',
  en: 'The sample witness runs on this very machine, for trying things out: in real life another agency runs it, or whoever keeps the ledger could rewrite everything.',
};

export type BesideDemoWitness = { readonly config: LedgerConfig; close(): Promise<void> };

/**
 * The configuration with the sample's witness in it, which runs until closed; null where there is no sample, or
 * witnesses are configured. Several processes each run one over the same key and records, which is safe.
 */
export const besideDemoWitness = async (config: LedgerConfig): Promise<BesideDemoWitness | null> => {
  if (!(await isDemo(config))) return null;
  try {
    const { origin } = await logInFolder(settingsOf(config.evidence));
    const { publicKey } = (await openSigningKey(config.evidence)).signerFor(origin);
    const { startWitness } = await import('./witness-server.ts');
    const name = 'nhan-chung-mau.example/demo';
    const place = { dir: folderOf(config), host: '127.0.0.1', port: 0 };
    const witness = await startWitness({ ...place, name, logs: [publicKey], clock: systemClock });
    const witnesses = `${witness.url}=${formatPublicKey(witness.publicKey)}`;
    return { config: { ...config, evidence: { ...config.evidence, witnesses } }, close: () => witness.close() };
  } catch (error) {
    // Whoever repairs a lost key must get in; that nothing is sealed without it is said where it is sealed.
    if (error instanceof UnusableKey) return null;
    throw error;
  }
};
