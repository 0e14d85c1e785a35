import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { StaticFile } from './static-files.ts';

const address = '/verify.html';
const policyIn = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/;

/**
 * Serves the page that verifies a bundle without this server, so that a reader may fetch it before going
 * offline. Its own content policy, which names its one script by hash, stands in the place of ours.
 */
export const serveVerifier = async (instance: FastifyInstance, file: string): Promise<void> => {
  const body = await readFile(file);
  const [, policy] = policyIn.exec(body.toString('utf8')) ?? [];
  if (policy === undefined) throw new Error(`${file} states no content policy: build the verifier page again`);
  const page = new StaticFile(address, body);
  instance.get(address, (request, reply) => {
    reply.header('Content-Security-Policy', `${policy}; frame-ancestors 'none'`);
    return page.send(request, reply);
  });
};
