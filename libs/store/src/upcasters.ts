/** Lifts the data of one stored version of an event to the next version. Pure; never sees another version. */
export type Upcaster = {
  readonly type: string;
  /** The version it reads; it gives `from + 1`. */
  readonly from: number;
  readonly up: (data: unknown) => unknown;
};

export type Versioned = { readonly type: string; readonly version: number; readonly data: unknown };

export type UpcasterChain = <E extends Versioned>(event: E) => E;

/**
 * Joins upcasters to a chain that gives the newest version of any stored event, one step at a time.
 * Throws when two claim the same step: then which shape a reader sees would depend on their order.
 */
export const chainUpcasters = (upcasters: readonly Upcaster[]): UpcasterChain => {
  const steps = new Map<string, Upcaster>();
  for (const upcaster of upcasters) {
    const step = `${upcaster.type} v${upcaster.from}`;
    if (steps.has(step)) throw new Error(`two upcasters for ${step}`);
    steps.set(step, upcaster);
  }
  if (steps.size === 0) return (event) => event;
  return (event) => {
    let newest = event;
    for (;;) {
      const step = steps.get(`${newest.type} v${newest.version}`);
      if (step === undefined) return newest;
      newest = { ...newest, version: newest.version + 1, data: step.up(newest.data) };
    }
  };
};

/**
 * The upcasters of the ledger's own events. A stored version is never edited: a new version of an event
 * comes with its upcaster here and with a recorded fixture of the old one.
 */
export const ledgerUpcasters: readonly Upcaster[] = [];
