import type { PublicKey } from '#evidence/note/ed25519.ts';

/*
 * Everything evidence keeps on disk, outside the database, under one folder (default `<data folder>/evidence`):
 *
 *   log/<incarnation>/origin                   the origin, one line
 *   log/<incarnation>/key                      the public key that signs now (name+id+key), one line
 *   log/<incarnation>/checkpoint               newest published note (signed by the log, cosigned)
 *   log/<incarnation>/checkpoints/<size>       every note published, by size
 *   log/<incarnation>/tile/…                   tiles (tile-log.ts)
 *   log/<incarnation>/tokens/<size>            time-stamp tokens (DER) over the checkpoint of that size
 *   signer/state                               why nothing is signed, for other processes to show
 *   signer/last-signed                         the last note this signer signed: written before anything is published
 *   signing-key                                32-byte seed in base64, mode 0600, unless the environment gives one
 *
 * Files appear whole: written beside, synced, renamed, folder synced.
 */
export const evidencePaths = {
  log: (folder: string, incarnation: number): string => `${folder}/log/${incarnation}`,
  publicKey: (folder: string, incarnation: number): string => `${folder}/log/${incarnation}/key`,
  checkpoint: (folder: string, incarnation: number): string => `${folder}/log/${incarnation}/checkpoint`,
  checkpointOf: (folder: string, incarnation: number, size: bigint): string =>
    `${folder}/log/${incarnation}/checkpoints/${size}`,
  tokenOf: (folder: string, incarnation: number, size: bigint): string => `${folder}/log/${incarnation}/tokens/${size}`,
  lastSigned: (folder: string): string => `${folder}/signer/last-signed`,
  key: (folder: string): string => `${folder}/signing-key`,
};

/** `so-cai.example/tinh` for the first incarnation, `so-cai.example/tinh/2` for the second. */
export const originOf = (origin: string, incarnation: number): string =>
  incarnation === 1 ? origin : `${origin}/${incarnation}`;

/** What configuration says about evidence; `readConfig` fills it from the environment. */
export type EvidenceSettings = {
  readonly folder: string;
  readonly origin: string;
  readonly witnesses: readonly { readonly url: string; readonly key: PublicKey }[];
  /** How many witnesses must have cosigned before a checkpoint counts as witnessed. */
  readonly quorum: number;
  readonly tsaUrl: string | null;
};
