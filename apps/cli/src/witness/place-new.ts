import { randomUUID } from 'node:crypto';
import { link } from 'node:fs/promises';
import { dirname } from 'node:path';
import { disk } from '#sealing/durable-file.ts';
import { codeOf } from '../frame/failure.ts';

/**
 * Puts a whole file at a path where none is, readable for its owner alone. Answers false, and changes nothing,
 * when one is there: of two who try at once, in whatever processes, exactly one succeeds. Durable when true.
 */
export const placeNew = async (path: string, content: Uint8Array): Promise<boolean> => {
  const beside = `${path}.${randomUUID()}.new`;
  await disk.write(beside, content, 0o600);
  try {
    await link(beside, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await disk.remove(beside);
  }
  await disk.syncFolder(dirname(path));
  return true;
};
