import type { Basis, DocumentReference } from '../dossier/events.ts';
import type { Event, Instant } from '../kernel/event.ts';

/*
 * What the ledger records about its own evidence. Sizes and counts are plain decimals, hashes and notes as in
 * the C2SP formats (base64), so that a verifier without this product reads them.
 */

/** Root of the map subject → chain over the first `size` events; `rule` is the version of the subject function. */
export type SubjectMapRecorded = Event<
  'subject-map.recorded',
  1,
  {
    readonly origin: string;
    readonly size: string;
    readonly root: string;
    readonly subjects: string;
    readonly rule: number;
  }
>;

/** A checkpoint has a token of a time-stamping authority; events name it from then on as their *not before*. */
export type CheckpointTimeStamped = Event<
  'checkpoint.time-stamped',
  1,
  {
    readonly origin: string;
    readonly size: string;
    readonly root: string;
    /** SHA-256 of the token's bytes, base64: what later events carry as `anchor`. */
    readonly token: string;
    readonly stampedAt: Instant;
  }
>;

/** The first key of a log (`formerKey` null), or the one that signs from now on. */
export type SigningKeyIntroduced = Event<
  'signing-key.introduced',
  1,
  { readonly origin: string; readonly key: string; readonly formerKey: string | null; readonly reason: string }
>;

/** Continuing on a database that does not extend what was signed: a new log, openly, from what is there. */
export type IncarnationStarted = Event<
  'ledger.incarnation-started',
  1,
  {
    /** 2, 3 … */
    readonly incarnation: number;
    readonly origin: string;
    readonly formerOrigin: string;
    /** The last note that the former log signed, whole. */
    readonly formerCheckpoint: string;
    /** How many events the database holds at that moment. */
    readonly size: string;
    readonly reason: string;
  }
>;

/** Lawful erasure: value and salt of these fields are gone, the commitments stay. */
export type SealedFieldErased = Event<
  'sealed-field.erased',
  1,
  {
    /** The event whose fields are erased, and the JSON pointers of the fields in its envelope. */
    readonly eventId: string;
    readonly paths: readonly string[];
    /** Subjects of that event (`officer:…`): the erasure stands in their trails too. */
    readonly subjects: readonly string[];
    readonly ground: Basis;
    readonly document: DocumentReference | null;
  }
>;

/** In the stream `evidence-log`, but for the erasure, which has a stream of its own per event erased. */
export type EvidenceEvent =
  SubjectMapRecorded | CheckpointTimeStamped | SigningKeyIntroduced | IncarnationStarted | SealedFieldErased;
