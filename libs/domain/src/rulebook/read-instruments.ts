import type { Instrument } from './events.ts';
import { faultAt, type InstrumentFault } from './instrument-faults.ts';
import { InstrumentReader } from './instrument-reader.ts';

/** An instrument as written, with the path under which its faults are told (a file, an index). */
export type WrittenInstrument = { readonly path: string; readonly value: unknown };

export type InstrumentsRead =
  | { readonly ok: true; readonly instruments: readonly Instrument[] }
  | { readonly ok: false; readonly faults: readonly InstrumentFault[] };

type Placed = { readonly path: string; readonly instrument: Instrument };

/** Reads a whole rulebook: nothing of it when anything is wrong, and then every fault at once. */
export const readInstruments = (written: readonly WrittenInstrument[]): InstrumentsRead => {
  const reader = new InstrumentReader();
  const placed = written.flatMap(({ path, value }): Placed[] => {
    const instrument = reader.read(path, value);
    return instrument ? [{ path, instrument }] : [];
  });
  // Between instruments only when each is whole: else every reference to a faulty one would be a fault, too.
  const faults = reader.faults.length > 0 ? reader.faults : faultsBetween(placed);
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, instruments: placed.map(({ instrument }) => instrument) };
};

/** Ids given once; what is cited or replaced is there, is another one, and was there before what replaces it. */
export const faultsBetween = (placed: readonly Placed[]): readonly InstrumentFault[] => {
  const known = new Map<string, Instrument>();
  const repeated = placed.flatMap(({ path, instrument }) => {
    const { instrumentId } = instrument;
    if (known.has(instrumentId)) return [faultAt(`${path}.id`, 'repeated', { value: instrumentId })];
    known.set(instrumentId, instrument);
    return [];
  });
  const references = placed.flatMap(({ path, instrument }) =>
    (['cites', 'replaces'] as const).flatMap((list) =>
      instrument[list].flatMap((value, index) => {
        const where = `${path}.${list}.${String(index)}`;
        const target = known.get(value);
        if (!target) return [faultAt(where, 'instrument-unknown', { value })];
        if (value === instrument.instrumentId) return [faultAt(where, 'refers-to-itself')];
        const tooEarly = list === 'replaces' && target.validFrom > instrument.validFrom;
        return tooEarly ? [faultAt(where, 'replaced-later', { value })] : [];
      }),
    ),
  );
  return [...repeated, ...references];
};
