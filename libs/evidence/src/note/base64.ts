const standard = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Standard base64 with padding (RFC 4648 section 4), exactly one spelling per value; null for any other text. */
export const fromBase64 = (text: string): Uint8Array | null => {
  if (!standard.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let [buffer, bits, at] = [0, 0, 0];
  for (const letter of text.slice(0, text.length - padding)) {
    buffer = ((buffer << 6) | alphabet.indexOf(letter)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffer >> bits) & 0xff;
      at += 1;
    }
  }
  // Bits that no byte holds must be zero: otherwise two texts would stand for one value.
  return (buffer & ((1 << bits) - 1)) === 0 ? bytes : null;
};

/** Two letters for every twelve bits. */
const pairs = Array.from({ length: 4096 }, (_, bits) => (alphabet[bits >> 6] ?? '') + (alphabet[bits & 63] ?? ''));
const pair = (bits: number): string => pairs[bits] ?? '';

/** Every commitment, hash and signature is written through here, so it goes by pairs of letters. */
export const toBase64 = (bytes: Uint8Array): string => {
  const left = bytes.length % 3;
  let text = '';
  let at = 0;
  for (; at < bytes.length - left; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += pair(group >> 12) + pair(group & 0xfff);
  }
  const [one = 0, two = 0] = bytes.subarray(at);
  if (left === 1) text += `${pair(one << 4)}==`;
  if (left === 2) text += `${pair((one << 4) | (two >> 4))}${alphabet[(two & 15) << 2] ?? ''}=`;
  return text;
};
