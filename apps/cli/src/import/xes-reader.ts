import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { isDamaged, longestCase, longestRecord, type LogRecord } from './log-record.ts';
import { unreadable } from './faults.ts';
import type { Asked } from './csv-reader.ts';

const tracePrefix = 'case:';
const attributeElements = new Set(['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container']);

type Attributes = Map<string, string>;
type PendingEvent = { readonly line: number; readonly attributes: Attributes; damaged: string | null };

/**
 * XES 1.0 event by event, in batches (one trace is held at a time). An asked name with `case:` before it is an
 * attribute of the trace, any other of the event; nested attributes and the defaults of `<global>` are not the
 * event's own statement and are left aside. Throws UnreadableLog on malformed XML and on any DOCTYPE.
 */
export async function* readXes(chunks: AsyncIterable<string>, asked: Asked): AsyncGenerator<readonly LogRecord[]> {
  const reading = new XesReading(asked.map(({ name }) => name));
  for await (const chunk of chunks) yield reading.take(chunk);
  yield reading.end();
}

class XesReading {
  readonly #parser = new SaxesParser<{ xmlns?: false }>();
  readonly #asked: readonly string[];
  /** Names of the open elements. */
  readonly #open: string[] = [];
  /** Prefix the log declares for an extension → its standard prefix. */
  readonly #prefixes = new Map<string, string>();
  #records: LogRecord[] = [];
  #trace: Attributes = new Map();
  #traceEvents: PendingEvent[] = [];
  #tooMany = false;
  #event: PendingEvent | null = null;
  #sinceElement = 0;

  constructor(asked: readonly string[]) {
    this.#asked = asked;
    this.#parser.on('error', (error) => {
      throw unreadable('file.xml', this.#parser.line, { reason: error.message }, error);
    });
    this.#parser.on('doctype', () => {
      throw unreadable('file.xml-doctype', this.#parser.line);
    });
    this.#parser.on('opentag', (tag) => this.#opened(tag));
    this.#parser.on('closetag', () => this.#closed());
  }

  take(text: string): readonly LogRecord[] {
    this.#records = [];
    this.#sinceElement += text.length;
    this.#parser.write(text);
    if (this.#sinceElement > longestRecord)
      throw unreadable('row.too-large', this.#parser.line, { limit: longestRecord });
    return this.#records;
  }

  end(): readonly LogRecord[] {
    this.#records = [];
    this.#parser.close();
    return this.#records;
  }

  #opened(tag: SaxesTagPlain): void {
    this.#sinceElement = 0;
    const name = tag.name.slice(tag.name.indexOf(':') + 1);
    if (this.#open.length === 0 && name !== 'log')
      throw unreadable('file.not-xes', this.#parser.line, { found: tag.name });
    const parent = this.#open.at(-1);
    this.#open.push(name);
    if (name === 'extension') this.#declare(tag.attributes);
    else if (name === 'trace' && parent === 'log') this.#startTrace();
    else if (name === 'event' && (parent === 'trace' || parent === 'log')) {
      this.#event = { line: this.#parser.line, attributes: new Map(), damaged: null };
    } else if (attributeElements.has(name)) this.#attribute(parent, tag.attributes);
  }

  #closed(): void {
    this.#sinceElement = 0;
    const name = this.#open.pop();
    const parent = this.#open.at(-1);
    if (name === 'event' && this.#event && (parent === 'trace' || parent === 'log'))
      this.#endEvent(this.#event, parent);
    else if (name === 'trace' && parent === 'log') this.#endTrace();
  }

  #declare(attributes: Readonly<Record<string, string>>): void {
    const standard = /([a-z]+)\.xesext$/u.exec(attributes['uri'] ?? '')?.[1];
    const declared = attributes['prefix'];
    if (standard !== undefined && declared !== undefined) this.#prefixes.set(declared, prefixOfExtension(standard));
  }

  #attribute(parent: string | undefined, { key, value }: Readonly<Record<string, string>>): void {
    if (key === undefined || value === undefined) return;
    const name = this.#standardName(key);
    if (parent === 'event' && this.#event) {
      if (isDamaged(value)) this.#event.damaged ??= name;
      this.#event.attributes.set(name, value);
    } else if (parent === 'trace') this.#trace.set(name, value);
  }

  #standardName(key: string): string {
    const normal = key.normalize('NFC');
    const colon = normal.indexOf(':');
    const standard = colon < 0 ? undefined : this.#prefixes.get(normal.slice(0, colon));
    return standard === undefined ? normal : standard + normal.slice(colon);
  }

  #startTrace(): void {
    this.#trace = new Map();
    this.#traceEvents = [];
    this.#tooMany = false;
  }

  #endEvent(event: PendingEvent, parent: 'trace' | 'log'): void {
    this.#event = null;
    if (parent === 'log') this.#records.push(this.#record(event, new Map()));
    else if (this.#traceEvents.length < longestCase) this.#traceEvents.push(event);
    else this.#tooMany = true;
  }

  #endTrace(): void {
    for (const event of this.#traceEvents) this.#records.push(this.#record(event, this.#trace));
    this.#traceEvents = [];
  }

  #record(event: PendingEvent, trace: Attributes): LogRecord {
    const values = this.#asked.map((name) =>
      name.startsWith(tracePrefix)
        ? (trace.get(name.slice(tracePrefix.length)) ?? null)
        : (event.attributes.get(name) ?? null),
    );
    return { line: event.line, values, fault: this.#faultOf(event, trace) };
  }

  #faultOf(event: PendingEvent, trace: Attributes): LogRecord['fault'] {
    if (this.#tooMany) return { code: 'case.too-long', facts: { limit: longestCase } };
    const damagedTrace = [...trace].find(([, value]) => isDamaged(value))?.[0];
    const damaged = event.damaged ?? (damagedTrace === undefined ? null : tracePrefix + damagedTrace);
    return damaged === null ? null : { code: 'row.damaged-text', facts: { field: damaged } };
  }
}

/** The organizational extension is published as `org.xesext`, older logs call it `organizational`. */
const prefixOfExtension = (file: string): string => (file === 'organizational' ? 'org' : file);
