import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What is done to the disk, one step at a time, so that a test can stop after any of them. */
export type Disk = {
  /** Writes a new file and waits until its content is durable. */
  write(path: string, bytes: Uint8Array, mode?: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** With all folders above it. Answers the topmost folder it made; undefined when it was there already. */
  makeFolder(path: string): Promise<string | undefined>;
  /** Waits until the names in the folder are durable. */
  syncFolder(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Unless there is something in it. */
  removeFolder(path: string): Promise<void>;
};

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

export const disk: Disk = {
  write: async (path, bytes, mode = 0o644) => {
    const file = await open(path, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename: (from, to) => rename(from, to),
  makeFolder: (path) => mkdir(path, { recursive: true }),
  syncFolder,
  remove: (path) => rm(path, { force: true }),
  removeFolder: async (path) => {
    try {
      await rmdir(path);
    } catch (error) {
      const { code } = error as { readonly code?: unknown };
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOENT') throw error;
    }
  },
};

/** Ends the name of a file that is not yet what it is to be. One left behind by a crash means nothing. */
const unfinished = '.new';
export const isUnfinished = (name: string): boolean => name.endsWith(unfinished);

export type NewFile = { readonly path: string; readonly bytes: Uint8Array; readonly mode?: number };

/** Makes the folder, durable up to the first folder that was there already. */
const ensureFolder = async (on: Disk, path: string): Promise<void> => {
  const topmost = await on.makeFolder(path);
  if (topmost === undefined) return;
  for (let made = path; made.length >= topmost.length; made = dirname(made)) await on.syncFolder(dirname(made));
};

/**
 * Each file appears whole or not at all, in the order given, and all are durable when this resolves. What was
 * there under the name is replaced. After a failure any number of the first ones may have appeared.
 */
export const writeAllDurably = async (files: readonly NewFile[], on: Disk = disk): Promise<void> => {
  const folders = [...new Set(files.map(({ path }) => dirname(path)))];
  for (const folder of folders) await ensureFolder(on, folder);
  const written = files.map(({ path, bytes, mode }) => ({
    path,
    beside: `${path}.${randomUUID()}${unfinished}`,
    bytes,
    mode,
  }));
  // The contents first, all of them: a name never stands for content that a power cut could take back.
  const outcomes = await Promise.allSettled(written.map(({ beside, bytes, mode }) => on.write(beside, bytes, mode)));
  const failure = outcomes.find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') {
    await Promise.allSettled(written.map(({ beside }) => on.remove(beside)));
    throw failure.reason;
  }
  for (const { beside, path } of written) await on.rename(beside, path);
  for (const folder of folders) await on.syncFolder(folder);
};

/** One file, as above. `mode` for what not everybody may read. */
export const writeDurably = (path: string, bytes: Uint8Array | string, mode?: number): Promise<void> =>
  writeAllDurably([
    {
      path,
      bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
      ...(mode !== undefined && { mode }),
    },
  ]);
