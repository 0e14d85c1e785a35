import { readFile, readdir } from 'node:fs/promises';

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const orNothing = async <Value, Nothing>(ask: Promise<Value>, nothing: Nothing): Promise<Value | Nothing> => {
  try {
    return await ask;
  } catch (error) {
    if (isMissing(error)) return nothing;
    throw error;
  }
};

/** null: no such file. Every other fault of the disk is thrown. */
export const readIfThere = async (path: string): Promise<Uint8Array | null> => {
  const bytes = await orNothing(readFile(path), null);
  return bytes === null ? null : new Uint8Array(bytes);
};

export const textIfThere = async (path: string): Promise<string | null> => orNothing(readFile(path, 'utf8'), null);

/** Plain decimal names in a folder, ascending; none when there is no folder. */
export const numbersIn = async (folder: string): Promise<readonly bigint[]> => {
  const names = await orNothing(readdir(folder), []);
  return names
    .filter((name) => /^(?:0|[1-9]\d{0,19})$/.test(name))
    .map(BigInt)
    .toSorted((a, b) => (a < b ? -1 : 1));
};
