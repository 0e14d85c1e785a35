import { once } from 'node:events';
import { mkdir, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { formatPublicKey, keyTypes, signerOf, type PublicKey } from '#evidence/note/ed25519.ts';
import type { Clock } from '#platform/clock.ts';
import { disk } from '#sealing/durable-file.ts';
import { CliFailure, codeOf, explain } from '../frame/failure.ts';
import { addCheckpointPath, maxBodyBytes } from './add-checkpoint.ts';
import { frontPage } from './front-page.ts';
import { witnessKeyIn } from './witness-key.ts';
import { Witness, type Answer } from './witness.ts';

export type WitnessOptions = {
  /** Key and records; belongs to this witness alone. */
  readonly dir: string;
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** Name of the key, a URL without scheme; undefined: as at the first start, or one from the host's name. */
  readonly name?: string | undefined;
  /** Who runs it, for people. */
  readonly operator?: string | undefined;
  /** Keys of the logs it cosigns, Ed25519; a log's origin is the name of its key. */
  readonly logs: readonly PublicKey[];
  readonly clock: Clock;
  /** Told of faults of the disk and of damaged records. */
  readonly onFault?: (fault: unknown) => void;
  /** How long a client may take to send a request, in milliseconds. */
  readonly requestTimeoutMs?: number;
};

export type RunningWitness = {
  readonly url: string;
  /** The public key as `name+id+key`: what readers and logs are given. */
  readonly vkey: string;
  readonly publicKey: PublicKey;
  /** The key was made at this start. */
  readonly fresh: boolean;
  /** Takes nothing more, answers what it has taken, ends. */
  close(): Promise<void>;
};

const defaultRequestTimeoutMs = 10_000;

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
};

/** A key whose records are gone has cosigned trees that nobody here knows of any more: it may not start from nothing. */
const recordsIn = async (dir: string): Promise<string> => {
  const records = join(dir, 'logs');
  if ((await exists(join(dir, 'witness-key'))) && !(await exists(records)))
    throw new CliFailure({
      vi: `Có khóa nhưng mất sổ ghi ${records}: hãy khôi phục từ bản sao lưu, hoặc dùng thư mục mới với khóa và tên mới.`,
      en: `The key is there, its records ${records} are gone: restore them, or use a new folder with a new key and name.`,
    });
  await mkdir(records, { recursive: true, mode: 0o700 });
  await disk.syncFolder(dir);
  return records;
};

const refuseDamaged = async (witness: Witness): Promise<void> => {
  try {
    await witness.seen();
  } catch (error) {
    const why = explain(error);
    throw new CliFailure({ vi: `Sổ ghi của bên làm chứng bị hỏng: ${why}`, en: `Records are damaged: ${why}` }, 1, {
      cause: error,
    });
  }
};

const refuseUnfit = (logs: readonly PublicKey[]): void => {
  const unfit = logs.find(({ type }) => type !== keyTypes.ed25519);
  if (unfit !== undefined)
    throw new CliFailure(
      { vi: `Không phải khóa của một sổ: ${unfit.name}`, en: `Not the key of a log: ${unfit.name}` },
      2,
    );
};

/** The body, or null when it is larger than any request may be. */
const bodyOf = async (request: IncomingMessage): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Not destroyed when it is too large: the refusal goes over the same connection.
  const parts = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  for await (const chunk of parts) {
    size += chunk.length;
    if (size > maxBodyBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
};

const plain = (status: number, body: string): Answer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body: `${body}\n`,
});

type Site = { readonly witness: Witness; readonly page: () => Promise<string> };

const answerTo = async ({ witness, page }: Site, request: IncomingMessage): Promise<Answer> => {
  const path = (request.url ?? '').split('?')[0];
  const posted = request.method === 'POST';
  if (path === addCheckpointPath) {
    if (!posted) return plain(405, 'POST');
    const body = await bodyOf(request);
    return body === null ? plain(413, `at most ${maxBodyBytes} bytes`) : witness.submit(body);
  }
  if (path !== '/') return plain(404, 'not found');
  return posted ? plain(405, 'GET') : { ...plain(200, ''), body: await page() };
};

const send = (response: ServerResponse, { status, contentType, body }: Answer): void => {
  const bytes = Buffer.from(body, 'utf8');
  // Nobody reads what is left of a body too large: the connection goes with it.
  const ending = status === 413 ? { Connection: 'close' } : {};
  const allowed = status === 405 ? { Allow: body.trim() } : {};
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': bytes.length, ...ending, ...allowed });
  response.end(bytes);
};

const serverOver = (site: Site, options: WitnessOptions): Server => {
  const timeout = options.requestTimeoutMs ?? defaultRequestTimeoutMs;
  const limits = {
    requestTimeout: timeout,
    headersTimeout: timeout,
    connectionsCheckingInterval: Math.min(timeout, 1_000),
    keepAliveTimeout: 60_000,
    maxHeaderSize: 8 * 1024,
  };
  const server = createServer(limits, (request, response) => {
    response.on('close', () => {
      if (!server.listening) server.closeIdleConnections();
    });
    void answerTo(site, request)
      .catch((fault: unknown) => {
        // A client that went away is no fault of ours.
        if (!request.destroyed || request.complete) options.onFault?.(fault);
        return plain(500, 'the witness cannot record, and therefore does not cosign');
      })
      .then((answer) => send(response, answer));
  });
  server.maxConnections = 256;
  return server;
};

const urlOf = (server: Server, host: string): string => {
  const { port } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
};

const listenAt = async (server: Server, { host, port }: WitnessOptions): Promise<void> => {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const place = `${host}:${port} (${codeOf(error)})`;
    const text = { vi: `Không mở được ${place}.`, en: `Could not listen on ${place}.` };
    throw new CliFailure(text, 1, { cause: error });
  }
};

/** Runs an independent witness (C2SP tlog-witness). Throws CliFailure when key, records, logs or port are unfit. */
export const startWitness = async (options: WitnessOptions): Promise<RunningWitness> => {
  const { dir, logs, clock } = options;
  refuseUnfit(logs);
  await mkdir(dir, { recursive: true });
  const records = await recordsIn(dir);
  const { name, seed, fresh } = await witnessKeyIn(dir, options.name);
  const signer = signerOf(name, seed, () => BigInt(Math.floor(Date.parse(clock.now()) / 1000)));
  const witness = await Witness.open(records, { logs, signer });
  await refuseDamaged(witness);
  const vkey = formatPublicKey(signer.publicKey);
  const page = async () => frontPage({ vkey, operator: options.operator, seen: await witness.seen() });
  const server = serverOver({ witness, page }, options);
  await listenAt(server, options);
  return {
    url: urlOf(server, options.host),
    vkey,
    publicKey: signer.publicKey,
    fresh,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
};
