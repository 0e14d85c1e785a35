import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { LogFormat } from './mapping.ts';
import { unreadable } from './faults.ts';

export type LogFile = {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly sha256: string;
  readonly gzip: boolean;
};

/** Reads the file once to know it by its content. `onBytes` gets the bytes read so far. */
export async function identifyLog(path: string, onBytes: (done: number) => void): Promise<LogFile> {
  const { size, mtimeMs } = await stat(path);
  const hash = createHash('sha256');
  let done = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    onBytes((done += chunk.length));
  }
  return { path, bytes: size, modifiedMs: mtimeMs, sha256: hash.digest('hex'), gzip: await startsAsGzip(path) };
}

/** Rows of a file that changed under the reader would be filed under a content they do not have. */
export async function assertUnchanged(log: LogFile): Promise<void> {
  const { size, mtimeMs } = await stat(log.path);
  if (size !== log.bytes || mtimeMs !== log.modifiedMs) throw unreadable('file.changed', null);
}

async function startsAsGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

export const formatOf = (path: string): LogFormat | null => {
  const match = /\.(csv|xes)(?:\.gz)?$/iu.exec(path);
  return match ? (match[1]?.toLowerCase() as LogFormat) : null;
};

/** The bytes of the log, unpacked; throws UnreadableLog when the packing is damaged or cut short. */
async function* unpacked(log: LogFile, onBytes: (done: number) => void): AsyncGenerator<Buffer> {
  const source = createReadStream(log.path, { highWaterMark: 262_144 });
  let done = 0;
  source.on('data', (chunk) => onBytes((done += chunk.length)));
  if (!log.gzip) {
    yield* source as AsyncIterable<Buffer>;
    return;
  }
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Buffer>;
  } catch (error) {
    throw unreadable(
      'file.compression',
      null,
      { reason: error instanceof Error ? error.message : String(error) },
      error,
    );
  } finally {
    source.destroy();
  }
}

/**
 * The text of the log in pieces. A byte order mark is dropped; bytes that the encoding does not know
 * become U+FFFD, which the row that holds them is refused for. `encoding` null: as the XML says, else UTF-8.
 */
export async function* textOf(
  log: LogFile,
  encoding: string | null,
  onBytes: (done: number) => void,
): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of unpacked(log, onBytes)) {
    decoder ??= new TextDecoder(encoding ?? declaredEncoding(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

/** The encoding of an XML text by its byte order mark or its declaration. */
export function declaredEncoding(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const label = /^[^<]{0,3}<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)["']/u.exec(
    start.toString('latin1', 0, 200),
  )?.[1];
  if (label === undefined) return 'utf-8';
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    throw unreadable('file.xml', 1, { reason: `encoding ${label}` }, error);
  }
}
