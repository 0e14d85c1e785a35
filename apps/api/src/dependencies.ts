import type { EventStore } from '#store/event-store.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import type { Clock } from '#platform/clock.ts';
import type { Logger } from '#platform/logging.ts';
import type { SealingSettings } from '#sealing/signer/settings.ts';
import type { DevelopmentIssuer } from './auth/development-issuer.ts';
import type { TokenVerifier } from './auth/token-verifier.ts';

/** What the API is built on; the composition root owns and closes them. */
export type ApiDependencies = {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly clock: Clock;
  readonly tokens: TokenVerifier;
  readonly logger: Logger;
  /** Serves the published evidence and watches its sealing; absent: nothing is sealed here. */
  readonly evidence?: SealingSettings;
  /** Directory of the built web application; absent: only the API is served. */
  readonly webRoot?: string;
  /** The built page that verifies bundles by itself; absent: it is not served. */
  readonly verifierPage?: string;
  /** Mounts `POST /dev/token`; for a demonstration or a trial, never where others can reach it. */
  readonly issuer?: DevelopmentIssuer;
};

export const CLOCK = Symbol('Clock');
export const READ_MODELS = Symbol('ReadModels');
export const ISSUER = Symbol('DevelopmentIssuer');
