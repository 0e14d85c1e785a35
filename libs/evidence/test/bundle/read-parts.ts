import { readBundle, type ReadBundle } from '../../src/bundle/read-bundle.ts';
import type { Finding } from '../../src/bundle/verdict.ts';

/** The parts of a file that can be read to its end. */
export const partsRead = (file: Uint8Array): ReadBundle => {
  const read = readBundle(file);
  if (!read.ok) throw new Error(`${read.fault.code} in line ${read.fault.line}`);
  return read.bundle;
};

/** What was found and where, without the sentences. */
export const places = (findings: readonly Finding[]): readonly (readonly [string, number | null, bigint | null])[] =>
  findings.map(({ code, line, position }) => [code, line, position]);
