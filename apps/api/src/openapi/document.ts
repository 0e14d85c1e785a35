import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { calendarSchemas } from './calendar-schemas.ts';
import { candidateSchemas } from './candidate-schemas.ts';
import { consultationSchemas } from './consultation-schemas.ts';
import { directiveSchemas } from './directive-schemas.ts';
import { erasureSchemas } from './erasure-schemas.ts';
import { evidenceSchemas } from './evidence-schemas.ts';
import { exampleOf } from './examples.ts';
import { officeSchemas } from './office-schemas.ts';
import { recommendationSchemas } from './recommendation-schemas.ts';
import { rulebookSchemas } from './rulebook-schemas.ts';
import { serviceSchemas } from './service-schemas.ts';
import { taskSchemas } from './task-schemas.ts';
import { submissionSchemas } from './submission-schemas.ts';
import { viewSchemas } from './view-schemas.ts';

const description = `Sổ cái trách nhiệm: ai giữ hồ sơ nào, khi nào, trên căn cứ nào, và vì sao chậm.

The accountability ledger. Every act is recorded with the actor and capacity of the **bearer token**; a body never names
its actor. Token claims: \`sub\` (officer or account id), \`kind\` (\`officer\` | \`account\`), \`unit\` (id or null),
\`capacity\` (\`own\`, \`for-head\`, \`by-order\`, \`by-delegation\`, \`acting-head\`, \`clerk\`, \`system\`), and \`roles\`:
\`reader\` asks, \`recorder\` also records acts on dossiers, \`administrator\` asks and keeps the organisation,
\`custodian\` decides on lawful erasure.

Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`. Pages are \`{ items, next }\`; give \`next\` back as
\`cursor\`. To read what you have just written, send its \`Ledger-Position\` as \`Wait-For-Position\`.`;

type Schemas = Record<string, Record<string, unknown>>;
type Content = Record<string, { schema?: Record<string, unknown>; example?: unknown }>;
type Operation = { requestBody?: { content: Content }; responses: Record<string, { content?: Content }> };

const contentsOf = ({ requestBody, responses }: Operation): readonly Content[] => [
  ...(requestBody ? [requestBody.content] : []),
  ...Object.values(responses).flatMap(({ content }) => (content ? [content] : [])),
];

/** Throws when a name stands for two things: one of them would silently describe the other's answers. */
const together = (parts: readonly Readonly<Schemas>[]): Schemas => {
  const schemas: Schemas = {};
  for (const [name, schema] of parts.flatMap((part) => Object.entries(part))) {
    if (Object.hasOwn(schemas, name)) throw new Error(`two schemas named ${name}`);
    schemas[name] = schema;
  }
  return schemas;
};

/** The whole description of the API, with an example for every body and answer. */
export const describeApi = (app: INestApplication): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.1')
    .setTitle('Sổ cái trách nhiệm / Accountability ledger')
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
    autoTagControllers: false,
  });
  const schemas = together([
    (document.components?.schemas ?? {}) as Schemas,
    viewSchemas,
    consultationSchemas,
    calendarSchemas,
    rulebookSchemas,
    taskSchemas,
    directiveSchemas,
    recommendationSchemas,
    officeSchemas,
    candidateSchemas,
    erasureSchemas,
    evidenceSchemas,
    submissionSchemas,
    serviceSchemas,
  ]);
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]);
  for (const media of operations.flatMap(contentsOf).flatMap((content) => Object.values(content))) {
    if (media.schema) media.example = exampleOf(media.schema, schemas);
  }
  return { ...document, components: { ...document.components, schemas: schemas as never } };
};
