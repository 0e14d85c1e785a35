import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const zip = promisify(gzip);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const compressible = /^(?:text|application|image\/svg)/;
const acceptsGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/;

/** Vite puts a hash of the content into the names under `assets/`: such a file never changes. */
const hashed = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/**
 * One file held in memory. What is served is exactly what was there at the start, so no path of a
 * request ever reaches the file system.
 */
export class StaticFile {
  readonly #tag: string;
  #zipped: Promise<Buffer> | null = null;

  constructor(
    readonly path: string,
    private readonly body: Buffer,
  ) {
    this.#tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  }

  async send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const type = types[extname(this.path)] ?? 'application/octet-stream';
    reply
      .header('ETag', this.#tag)
      .header('Vary', 'Accept-Encoding')
      .header('Cache-Control', hashed.test(this.path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (request.headers['if-none-match'] === this.#tag) return reply.status(304).send();
    reply.type(type);
    if (!compressible.test(type) || !acceptsGzip.test(request.headers['accept-encoding'] ?? '')) {
      return reply.send(this.body);
    }
    this.#zipped ??= zip(this.body);
    return reply.header('Content-Encoding', 'gzip').send(await this.#zipped);
  }
}

/** Every file under `root`, by its path from there, `/assets/x.js`; `only` picks the names wanted. */
export const readStaticFiles = async (root: string, only?: readonly string[]): Promise<readonly StaticFile[]> => {
  const entries = only ?? (await filesUnder(root));
  return Promise.all(
    entries.map(async (name) => new StaticFile(`/${name.split(sep).join('/')}`, await readFile(join(root, name)))),
  );
};

const filesUnder = async (root: string): Promise<readonly string[]> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)));
};
