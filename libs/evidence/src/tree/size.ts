/** Sizes and indices go up to 2^64 − 1, as the published formats write them. */
const limit = 1n << 64n;

/** A size or index, or null for anything else; whole numbers are taken too, for those who read them from JSON. */
export const asSize = (value: unknown): bigint | null => {
  if (typeof value === 'number') return Number.isInteger(value) ? asSize(BigInt(value)) : null;
  return typeof value === 'bigint' && value >= 0n && value < limit ? value : null;
};

const word = 1n << 32n;

/** How many bits it takes to write the number. */
export const bitLength = (value: bigint): number =>
  value < word ? 32 - Math.clz32(Number(value)) : 32 + bitLength(value >> 32n);

/** How many of its bits are set. */
export const onesIn = (value: bigint): number => {
  let ones = 0;
  for (let rest = value; rest > 0n; rest &= rest - 1n) ones += 1;
  return ones;
};

/** How many times it can be halved, for numbers from 1. */
export const trailingZeros = (value: bigint): number => bitLength(value & -value) - 1;
