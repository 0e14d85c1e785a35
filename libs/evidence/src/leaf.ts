import { createHash } from 'node:crypto';

/** Tells leaves from inner nodes of the tree (RFC 6962 section 2.1). */
const leafPrefix = Uint8Array.of(0x00);

/** The commitment to one event: SHA-256(0x00 ‖ canonical bytes), 32 bytes. */
export const leafHash = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(leafPrefix).update(bytes).digest());
