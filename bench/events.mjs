import { randomBytes } from 'node:crypto';

const run = `${randomBytes(4).toString('hex')}-0000-7000-8000-`;
let counter = 0;

/** UUIDs of version 7 in the order in which they are asked for, different in every run. */
export const nextId = () => {
  counter += 1;
  return run + counter.toString(16).padStart(12, '0');
};

/** The act that every store under measurement records; about 430 bytes of canonical text with its circumstances. */
export const act = {
  type: 'dossier.handed-off',
  data: { from: { kind: 'officer', id: 'CB-0417' }, to: { kind: 'officer', id: 'CB-0102' }, reason: 'Chuyển' },
};

/** The same act with all circumstances of an event of the ledger. */
export const ledgerEvent = (id) => ({
  id,
  ...act,
  version: 1,
  occurredAt: '2025-07-03T02:15:00.000Z',
  recordedAt: '2025-07-03T02:15:02.417Z',
  actor: { kind: 'officer', id: 'CB-0417' },
  unit: 'so-xay-dung',
  capacity: 'own',
  provenance: { kind: 'sample' },
  correlationId: id,
  causationId: null,
});

/** The same circumstances for stores that keep them as metadata. */
export const metadata = (id) => {
  const { id: own, type, data, ...circumstances } = ledgerEvent(id);
  return circumstances;
};
