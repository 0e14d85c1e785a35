import { sha256 } from './sha256.ts';

/** Tells leaves from inner nodes of the tree (RFC 6962 section 2.1). */
const leafPrefix = 0x00;
/** Of nearly every event; one buffer serves them all, since nothing here waits. */
const usualBytes = 4096;
const usual = new Uint8Array(usualBytes);

/** The commitment to one event: SHA-256(0x00 ‖ canonical bytes), 32 bytes. */
export const leafHash = (bytes: Uint8Array): Uint8Array => {
  const length = bytes.length + 1;
  const message = length > usualBytes ? new Uint8Array(length) : usual.subarray(0, length);
  message[0] = leafPrefix;
  message.set(bytes, 1);
  return sha256(message);
};
