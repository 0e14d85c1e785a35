import type { EvidenceLog } from '#sealing/signer/evidence-log.ts';
import { SubjectMapStep, type MapStanding } from '#sealing/signer/subject-map-step.ts';
import type { SealingParts } from './round-parts.ts';

/** Taken in before the tree is signed, so that one checkpoint covers the acts and their map: a moment's work, one batch. */
const soonEvents = 2_000;

export type MapOutcome = {
  /** null: it could not be asked. */
  readonly standing: MapStanding | null;
  readonly recorded: boolean;
  /** Why the map did not come further; null: nothing was in its way. */
  readonly fault: string | null;
};

/** What a round does about the subject map. Nothing else of the round waits for more than a moment of it, or fails with it. */
export class MapTurn {
  readonly #step: SubjectMapStep;

  constructor(
    private readonly parts: SealingParts,
    log: EvidenceLog,
  ) {
    const { checkpointIntervalMs } = parts.settings;
    this.#step = new SubjectMapStep({ ...parts, log, checkpointIntervalMs });
  }

  /** The map if it is nearly there already; null: it comes after the checkpoint. */
  async before(origin: string, until: AbortSignal): Promise<MapOutcome | null> {
    return this.#orFault(async () =>
      (await this.#step.isSoonDone(origin, soonEvents)) ? this.#run(origin, until) : null,
    );
  }

  async after(origin: string, until: AbortSignal): Promise<MapOutcome> {
    return this.#orFault(() => this.#run(origin, until));
  }

  forget(): void {
    this.#step.forget();
  }

  async #run(origin: string, until: AbortSignal): Promise<MapOutcome> {
    const { recorded, ...standing } = await this.#step.run(origin, until);
    return { standing, recorded, fault: null };
  }

  async #orFault<Answer>(work: () => Promise<Answer>): Promise<Answer | MapOutcome> {
    try {
      return await work();
    } catch (error) {
      this.parts.logger.error({ err: error }, 'the subject map could not be brought further; trying again');
      this.#step.forget();
      return { standing: null, recorded: false, fault: error instanceof Error ? error.message : String(error) };
    }
  }
}
