import type { EvidenceView, SealingHealth } from '#contracts/evidence-views.ts';
import {
  contract,
  count,
  flag,
  listOf,
  moment,
  momentOrNull,
  oneOf,
  text,
  textOrNull,
  type Schema,
} from './schema-words.ts';

const at = '2026-03-02T01:00:00.000Z';
const key = 'so-cai.localhost/ledger+7e9df2b1+AZm0qkYB0zqVbWp9b1t2J4h1Q3oY0n5l3y0m6wD8xV7c';

const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const sentence = contract<{ vi: string; en: string }>({ vi: text('…'), en: text('…') });

const sealingHealth = contract<SealingHealth>({
  status: oneOf('sealing', 'not-begun', 'refused', 'failing', 'silent'),
  message: textOrNull(null),
  messageEn: textOrNull(null),
  sealed: text('120'),
  uncovered: text('0'),
  publishedAt: momentOrNull(at),
});

/** What the evidence shows to everybody, and how its sealing stands. */
export const evidenceSchemas: Readonly<Record<string, Schema>> = {
  SealingHealth: sealingHealth,
  EvidenceView: contract<EvidenceView>({
    origin: text('so-cai.localhost/ledger'),
    incarnation: count(1),
    key: textOrNull(key),
    checkpoint: orNull(
      contract<NonNullable<EvidenceView['checkpoint']>>({
        size: text('120'),
        root: text('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='),
        publishedAt: moment(at),
      }),
    ),
    witnesses: listOf(
      contract<EvidenceView['witnesses'][number]>({
        name: text('w1.example/thanh-tra'),
        key: text(key),
        cosignedAt: momentOrNull(at),
      }),
    ),
    quorum: count(1),
    witnessed: flag(true),
    timeStamp: orNull(contract<NonNullable<EvidenceView['timeStamp']>>({ size: text('110'), savedAt: moment(at) })),
    exposureWindowSeconds: count(10),
    heartbeatSeconds: count(3600),
    refused: orNull(
      contract<NonNullable<EvidenceView['refused']>>({
        code: oneOf(
          'rolled-back',
          'forked',
          'tiles-damaged',
          'other-key',
          'other-origin',
          'evidence-lost',
          'unrecorded-incarnation',
        ),
        since: moment(at),
        sentence,
        remedy: sentence,
      }),
    ),
    failing: orNull(
      contract<NonNullable<EvidenceView['failing']>>({
        step: oneOf('round', 'time-stamp', 'subject-map'),
        since: moment(at),
      }),
    ),
    subjectMap: orNull(
      contract<NonNullable<EvidenceView['subjectMap']>>({ size: text('118'), behind: text('0'), since: moment(at) }),
    ),
    sealing: orNull(sealingHealth),
  }),
};
