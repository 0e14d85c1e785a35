import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root as repository } from './repository.ts';

/** A time-stamping authority of openssl on a port of this machine. */
export type OpensslTsa = {
  readonly url: string;
  /** Its root certificate, DER. */
  readonly root: Uint8Array;
  close(): Promise<void>;
};

/** As test/fixtures/time-stamps/authority.sh has them. */
export type AuthorityKind = { readonly key: string; readonly digest: string; readonly naming: string };

/** Same variable as for the tests' configuration, which leaves out what needs openssl where there is none. */
const openssl = process.env['OPENSSL'] ?? '/usr/bin/openssl';
const run = promisify(execFile);

const bodyOf = async (request: IncomingMessage): Promise<Uint8Array> => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** What `openssl ts -verify` says of a token over these bytes under this root (DER): its refusal, too. */
export const verifiedByOpenssl = (claim: {
  readonly token: Uint8Array;
  readonly stamped: Uint8Array;
  readonly root: Uint8Array;
}): string => {
  const folder = mkdtempSync(join(tmpdir(), 'token-'));
  const file = (name: string, contents: Uint8Array | string): string => {
    writeFileSync(join(folder, name), contents);
    return join(folder, name);
  };
  const encoded = Buffer.from(claim.root).toString('base64').replaceAll(/.{64}/g, '$&\n');
  const root = file('root', `-----BEGIN CERTIFICATE-----\n${encoded}\n-----END CERTIFICATE-----\n`);
  const files = ['-in', file('token', claim.token), '-data', file('stamped', claim.stamped), '-CAfile', root];
  const { stdout, stderr } = spawnSync(openssl, ['ts', '-verify', '-token_in', ...files], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return `${stdout}${stderr}`;
};

/** `openssl ts -reply` behind HTTP: one request after another, since all share a file of serial numbers. */
export const startOpensslTsa = async ({ key, digest, naming }: AuthorityKind): Promise<OpensslTsa> => {
  const folder = mkdtempSync(join(tmpdir(), 'tsa-'));
  const at = (name: string): string => join(folder, name);
  const script = join(repository, 'test/fixtures/time-stamps/authority.sh');
  execFileSync('bash', [script, folder, key, digest, naming], { env: { ...process.env, OPENSSL: openssl } });

  const answer = async (query: Uint8Array): Promise<Uint8Array> => {
    writeFileSync(at('query'), query);
    await run(openssl, ['ts', '-reply', '-config', at('tsa.cnf'), '-queryfile', at('query'), '-out', at('reply')]);
    return readFileSync(at('reply'));
  };
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then(answer)
      .then((reply) => response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(reply))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const port = await listen(server);

  return {
    url: `http://127.0.0.1:${port}/`,
    root: new Uint8Array(readFileSync(at('root.der'))),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
};
