import type { FastifyInstance } from 'fastify';
import { readStaticFiles } from './static-files.ts';

/** Addresses that belong to the API: an unknown one there is an error, not a screen of the web application. */
const ofApi = /^\/(?:v1|evidence|health|metrics|docs|dev|openapi\.json)(?:[/?]|$)/;
/** A built file lies under `assets/` or at the top; deeper down a dot may stand in an id, as in `/dossiers/H08.2025.12`. */
const looksLikeFile = /^\/(?:assets\/|[^/?]+\.\w+(?:\?|$))/;

/** Serves the built web application; any other address a person may open gets its first page, which routes itself. */
export const serveWeb = async (instance: FastifyInstance, root: string): Promise<void> => {
  const files = await readStaticFiles(root);
  const index = files.find(({ path }) => path === '/index.html');
  if (index === undefined) throw new Error(`${root} holds no index.html: build the web application first`);
  for (const file of files) instance.get(file.path, (request, reply) => file.send(request, reply));
  instance.get('/', (request, reply) => index.send(request, reply));
  instance.get('/*', (request, reply) => {
    if (ofApi.test(request.url) || looksLikeFile.test(request.url)) {
      reply.callNotFound();
      return reply;
    }
    return index.send(request, reply);
  });
};
