import { certainties, type Certainty } from '../calendar/events.ts';
import type { Day } from '../kernel/event.ts';
import { isDay } from '../time/instant.ts';
import type { Clause, Instrument, Parameters } from './events.ts';
import { faultAt, type FaultCode, type FaultFacts, type InstrumentFault } from './instrument-faults.ts';
import { fits, parameterNames, parameterOf } from './parameters.ts';

type Node = Readonly<Record<string, unknown>>;

const idShape = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
const obligationShape = /^R(?:0[1-9]|[1-7]\d|80)$/;

const keysOfInstrument = [
  'id',
  'kind',
  'number',
  'symbol',
  'issuer',
  'issuedOn',
  'title',
  'territory',
  'validFrom',
  'validTo',
  'replaces',
  'cites',
  'certainty',
  'clauses',
];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads one instrument as people write it, collecting every fault under its path. */
export class InstrumentReader {
  readonly faults: InstrumentFault[] = [];

  read(path: string, value: unknown): Instrument | null {
    const before = this.faults.length;
    const node = this.#node(path, value, keysOfInstrument);
    if (!node) return null;
    const instrument: Instrument = {
      instrumentId: this.#id(`${path}.id`, node['id']),
      kind: this.#text(`${path}.kind`, node['kind']),
      number: this.#textOrNull(`${path}.number`, node['number']),
      symbol: this.#textOrNull(`${path}.symbol`, node['symbol']),
      issuer: this.#text(`${path}.issuer`, node['issuer']),
      issuedOn: this.#dayOrNull(`${path}.issuedOn`, node['issuedOn']),
      title: this.#text(`${path}.title`, node['title']),
      territory: this.#text(`${path}.territory`, node['territory']),
      validFrom: this.#day(`${path}.validFrom`, node['validFrom']),
      validTo: this.#dayOrNull(`${path}.validTo`, node['validTo']),
      replaces: this.#list(`${path}.replaces`, node['replaces']).map((id, at) =>
        this.#id(`${path}.replaces.${String(at)}`, id),
      ),
      cites: this.#list(`${path}.cites`, node['cites']).map((id, at) => this.#id(`${path}.cites.${String(at)}`, id)),
      certainty: this.#certainty(`${path}.certainty`, node['certainty']),
      clauses: this.#clauses(`${path}.clauses`, node['clauses']),
    };
    if (this.faults.length === before) this.#order(path, instrument);
    return this.faults.length === before ? instrument : null;
  }

  #order(path: string, { issuedOn, validFrom, validTo }: Instrument): void {
    if (issuedOn !== null && validFrom < issuedOn) this.#fault(`${path}.validFrom`, 'before-issue', { issuedOn });
    if (validTo !== null && validTo <= validFrom) this.#fault(`${path}.validTo`, 'period-empty', { validFrom });
  }

  #clauses(path: string, value: unknown): readonly Clause[] {
    const seen = new Set<string>();
    return this.#list(path, value).map((item, at) => {
      const where = `${path}.${String(at)}`;
      const node = this.#node(where, item, ['clause', 'duties']) ?? {};
      const clause = this.#text(`${where}.clause`, node['clause']);
      if (seen.has(clause)) this.#fault(`${where}.clause`, 'repeated', { value: clause });
      seen.add(clause);
      const duties = this.#node(`${where}.duties`, node['duties'], null) ?? {};
      return {
        clause,
        duties: Object.entries(duties).map(([obligation, parameters]) => ({
          obligation: this.#obligation(`${where}.duties.${obligation}`, obligation),
          parameters: this.#parameters(`${where}.duties.${obligation}`, obligation, parameters),
        })),
      };
    });
  }

  #parameters(path: string, obligation: string, value: unknown): Parameters {
    const read: Record<string, number | boolean> = {};
    const node = value === null ? {} : (this.#node(path, value, null) ?? {});
    for (const [name, set] of Object.entries(node)) {
      const kind = parameterOf(obligation, name);
      if (kind === null) {
        this.#fault(`${path}.${name}`, 'parameter-unknown', { allowed: parameterNames(obligation).join(', ') });
      } else if (fits(set, kind)) read[name] = set;
      else if (kind.kind === 'switch') this.#fault(`${path}.${name}`, 'not-switch');
      else this.#fault(`${path}.${name}`, 'not-count', { min: kind.min, max: kind.max });
    }
    return read;
  }

  #node(path: string, value: unknown, known: readonly string[] | null): Node | null {
    if (!isNode(value)) {
      this.#fault(path, value === undefined ? 'missing' : 'not-group');
      return null;
    }
    for (const key of known === null ? [] : Object.keys(value)) {
      if (!known?.includes(key)) this.#fault(`${path}.${key}`, 'key-unknown');
    }
    return value;
  }

  #list(path: string, value: unknown): readonly unknown[] {
    if (Array.isArray(value)) return value as readonly unknown[];
    this.#fault(path, value === undefined ? 'missing' : 'not-list');
    return [];
  }

  #text(path: string, value: unknown): string {
    if (typeof value === 'string' && value.trim() !== '') {
      if (value !== value.normalize('NFC')) this.#fault(path, 'not-nfc');
      return value;
    }
    this.#fault(path, value === undefined ? 'missing' : 'not-text');
    return '';
  }

  /** What the published text leaves blank is written as null, never left out. */
  #textOrNull(path: string, value: unknown): string | null {
    return value === null ? null : this.#text(path, value);
  }

  #day(path: string, value: unknown): Day {
    const text = this.#text(path, value);
    if (text !== '' && !isDay(text)) this.#fault(path, 'not-day', { value: text });
    return text;
  }

  #dayOrNull(path: string, value: unknown): Day | null {
    return value === null ? null : this.#day(path, value);
  }

  #id(path: string, value: unknown): string {
    const text = this.#text(path, value);
    if (text !== '' && !idShape.test(text)) this.#fault(path, 'not-id', { value: text });
    return text;
  }

  #obligation(path: string, value: string): string {
    if (!obligationShape.test(value)) this.#fault(path, 'obligation-unknown', { value });
    return value;
  }

  #certainty(path: string, value: unknown): Certainty {
    const found = certainties.find((certainty) => certainty === value);
    if (found === undefined) this.#fault(path, 'not-certainty', { allowed: certainties.join(', ') });
    return found ?? 'M';
  }

  #fault(path: string, code: FaultCode, facts: FaultFacts = {}): void {
    this.faults.push(faultAt(path, code, facts));
  }
}
