import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { readStaticFiles, StaticFile } from '../web/static-files.ts';

const page = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Sổ cái trách nhiệm – API</title>
    <link rel="icon" href="/docs/favicon-32x32.png" />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <noscript>Mô tả API: <a href="/openapi.json">/openapi.json</a></noscript>
    <div id="page"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/open.js"></script>
  </body>
</html>
`;

const opening = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#page', deepLinking: true, validatorUrl: null });\n`;

/** `/openapi.json`, and `/docs` from files of this installation alone: it works without the internet. */
export const serveDocuments = async (instance: FastifyInstance, document: OpenAPIObject): Promise<void> => {
  const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const assets = await readStaticFiles(root, ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);
  const own = [
    new StaticFile('/index.html', Buffer.from(page)),
    new StaticFile('/open.js', Buffer.from(opening)),
    new StaticFile('/openapi.json', Buffer.from(JSON.stringify(document))),
  ];
  const [index, opener, description] = own as [StaticFile, StaticFile, StaticFile];
  instance.get('/docs', (request, reply) => index.send(request, reply));
  instance.get('/openapi.json', (request, reply) => description.send(request, reply));
  for (const file of [...assets, opener]) {
    instance.get(`/docs${file.path}`, (request, reply) => file.send(request, reply));
  }
};
