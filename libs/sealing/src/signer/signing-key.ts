import { randomBytes } from 'node:crypto';
import { fromBase64, toBase64 } from '#evidence/note/base64.ts';
import { signerOf, type PublicKey } from '#evidence/note/ed25519.ts';
import type { NoteSigner } from '#evidence/note/note.ts';
import type { EvidenceConfig } from '#platform/config.ts';
import { writeDurably } from '../durable-file.ts';
import { evidencePaths } from '../evidence-folder.ts';
import { readIfThere, textIfThere } from './files.ts';

const seedBytes = 32;

/** Holds the seed where no logger or JSON finds it. */
export class SigningKey {
  readonly #seed: Uint8Array;

  constructor(seed: Uint8Array) {
    this.#seed = seed;
  }

  /** The name of a log's key is its origin. */
  signerFor(origin: string): NoteSigner & { readonly publicKey: PublicKey } {
    return signerOf(origin, this.#seed);
  }
}

/** The key cannot be read. Never shows what was read. */
export class UnusableKey extends Error {}

/** A seed as files and environment hold it. Throws UnusableKey. */
export const keyIn = (text: string, where: string): SigningKey => {
  const seed = fromBase64(text.trim());
  if (seed === null || seed.length !== seedBytes) throw new UnusableKey(`${where}: not 32 bytes in base64`);
  return new SigningKey(seed);
};

/** Where the key lies; null: the environment holds it. */
export const keyFileOf = ({ dir, signingKey, signingKeyFile }: EvidenceConfig): string | null =>
  signingKey === null ? (signingKeyFile ?? evidencePaths.key(dir)) : null;

/** Makes a key in a file that nobody but its owner reads. Durable when it resolves: nothing is signed by a key that a crash may take back. */
export const makeKeyFile = async (path: string): Promise<SigningKey> => {
  const seed = new Uint8Array(randomBytes(seedBytes));
  await writeDurably(path, `${toBase64(seed)}\n`, 0o600);
  return new SigningKey(seed);
};

/**
 * The key of the log, as the environment or its file has it now; made at the very first start. Throws
 * UnusableKey, also when the file is gone although something has been signed: a new key would not be the log's.
 */
export const openSigningKey = async (config: EvidenceConfig): Promise<SigningKey> => {
  const file = keyFileOf(config);
  if (file === null) return keyIn(config.signingKey ?? '', 'LEDGER_SIGNING_KEY');
  const text = await textIfThere(file);
  if (text !== null) return keyIn(text, file);
  if ((await readIfThere(evidencePaths.lastSigned(config.dir))) !== null)
    throw new UnusableKey(`${file}: the signing key is gone, though it has signed`);
  return makeKeyFile(file);
};

/** A new key where the file of the old one is gone; only for a log that begins anew. */
export const replaceLostKey = async (config: EvidenceConfig): Promise<void> => {
  const file = keyFileOf(config);
  if (file !== null && (await textIfThere(file)) === null) await makeKeyFile(file);
};
