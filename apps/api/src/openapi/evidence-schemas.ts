import type { SealingHealth } from '#contracts/evidence-views.ts';
import type { EvidenceStatus, WitnessStatus } from '#sealing/signer/evidence-status.ts';
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

/** What the evidence shows to everybody, and how its sealing stands. */
export const evidenceSchemas: Readonly<Record<string, Schema>> = {
  SealingHealth: contract<SealingHealth>({
    status: oneOf('sealing', 'not-begun', 'refused', 'failing', 'silent'),
    message: textOrNull(null),
    messageEn: textOrNull(null),
    sealed: text('120'),
    uncovered: text('0'),
    publishedAt: momentOrNull(at),
  }),
  EvidenceStatus: contract<EvidenceStatus>({
    origin: text('so-cai.localhost/ledger'),
    incarnation: count(1),
    key: textOrNull(key),
    checkpoint: orNull(
      contract<NonNullable<EvidenceStatus['checkpoint']>>({
        size: text('120'),
        root: text('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='),
        publishedAt: moment(at),
      }),
    ),
    witnesses: listOf(
      contract<WitnessStatus>({ name: text('w1.example/thanh-tra'), key: text(key), cosignedAt: momentOrNull(at) }),
    ),
    quorum: count(1),
    witnessed: flag(true),
    timeStamp: orNull(contract<NonNullable<EvidenceStatus['timeStamp']>>({ size: text('110'), savedAt: moment(at) })),
    exposureWindowSeconds: count(10),
    refused: orNull(
      contract<NonNullable<EvidenceStatus['refused']>>({
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
      contract<NonNullable<EvidenceStatus['failing']>>({ step: oneOf('round', 'time-stamp'), since: moment(at) }),
    ),
  }),
};
