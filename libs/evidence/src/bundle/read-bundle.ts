import { createHash } from 'node:crypto';
import { leafHash } from '../leaf.ts';
import type { Opening } from '../sealed/sealed-field.ts';
import { bundleLimits, type BundleSubject, type BundleToken } from './bundle.ts';
import {
  inclusionOf,
  isOfAnotherVersion,
  manifestOf,
  openingsOf,
  subjectOf,
  textLineOf,
  tokenOf,
  type Inclusion,
  type Manifest,
} from './bundle-lines.ts';
import { factsOf, type EventFacts } from './event-facts.ts';
import { LineReader, Malformed } from './line-reader.ts';

/** A line with an event, read but not believed. */
export type EventLine = {
  readonly line: number;
  readonly position: bigint;
  /** null: not an event of a ledger. */
  readonly facts: EventFacts | null;
  readonly leaf: Uint8Array;
  readonly openings: readonly Opening[];
};

export type ReadBundle = {
  readonly manifest: Manifest;
  readonly events: readonly EventLine[];
  readonly inclusion: Inclusion;
  readonly subjects: readonly BundleSubject[];
  readonly checkpoint: string;
  readonly tokens: readonly BundleToken[];
  readonly report: string | null;
  readonly seal: { readonly note: string; readonly hash: Uint8Array };
  /** Line of each part that is not an event. */
  readonly lines: {
    readonly inclusion: number;
    readonly subjects: number;
    readonly checkpoint: number;
    readonly tokens: number;
    readonly report: number;
    readonly seal: number;
  };
};

/** Why the file cannot be read to its end. `position`: of the event whose line it is, where that can still be told. */
export type ReadingFault = {
  readonly code: 'empty-file' | 'not-a-bundle' | 'format-unknown' | 'too-large' | 'cut-off' | 'line-malformed';
  readonly line: number | null;
  readonly position: bigint | null;
};

class Fault extends Error {
  constructor(
    readonly code: ReadingFault['code'],
    readonly line: number | null,
    readonly position: bigint | null = null,
  ) {
    super(code);
  }
}

const newline = 0x0a;
/** What `indexOf` answers. */
const none = -1;
const eventStart = '{"event":';

/** Where the position of an event stands when nothing else of its line can be read. */
const positionAtEnd = (line: Uint8Array): bigint | null => {
  const tail = String.fromCharCode(...line.subarray(-40));
  const [, digits] = /,"position":"(0|[1-9]\d{0,18})"\}$/.exec(tail) ?? [];
  return digits === undefined ? null : BigInt(digits);
};

class BundleReader {
  #line = 0;
  #at = 0;
  readonly #hash = createHash('sha256');
  readonly #ahead: LineReader;

  constructor(private readonly file: Uint8Array) {
    this.#ahead = new LineReader(file);
  }

  read(): ReadBundle {
    const manifest = this.#manifest();
    const wanted = new Map(manifest.subjects.map((name, index) => [name, index]));
    const events = this.#several(eventStart, bundleLimits.events, (reader) => this.#event(reader, wanted));
    const inclusion = { line: this.#line + 1, part: this.#one(inclusionOf) };
    const subjects = { line: this.#line + 1, part: this.#several('{"subject":', bundleLimits.subjects, subjectOf) };
    const checkpoint = { line: this.#line + 1, part: this.#one(textLineOf('checkpoint')) };
    const tokens = { line: this.#line + 1, part: this.#several('{"token":', bundleLimits.tokens, tokenOf) };
    const report = { line: this.#line + 1, part: this.#several('{"report":', 1, textLineOf('report')) };
    const hash = new Uint8Array(this.#hash.update(this.file.subarray(0, this.#at)).digest());
    const seal = { line: this.#line + 1, part: this.#one(textLineOf('seal')) };
    if (this.#at !== this.file.length) throw new Fault('line-malformed', this.#line + 1);
    return {
      manifest,
      events,
      inclusion: inclusion.part,
      subjects: subjects.part,
      checkpoint: checkpoint.part,
      tokens: tokens.part,
      report: report.part[0] ?? null,
      seal: { note: seal.part, hash },
      lines: {
        inclusion: inclusion.line,
        subjects: subjects.line,
        checkpoint: checkpoint.line,
        tokens: tokens.line,
        report: report.line,
        seal: seal.line,
      },
    };
  }

  #manifest(): Manifest {
    const from = this.#at;
    if (!this.#isNext('{"manifest":')) throw new Fault('not-a-bundle', null);
    try {
      return this.#one(manifestOf);
    } catch (error) {
      const end = this.file.indexOf(newline, from);
      if (end !== none && isOfAnotherVersion(this.file.subarray(0, end))) throw new Fault('format-unknown', 1);
      throw error;
    }
  }

  /** The next line without its newline, taken. */
  #next(limit: number): LineReader {
    const from = this.#at;
    this.#line += 1;
    const end = this.file.indexOf(newline, from);
    if (end === none) throw new Fault('cut-off', this.#line);
    if (end - from > limit) throw new Fault('too-large', this.#line);
    this.#at = end + 1;
    return new LineReader(this.file.subarray(from, end));
  }

  #one<T>(take: (reader: LineReader) => T, limit: number = bundleLimits.otherLineBytes): T {
    const reader = this.#next(limit);
    try {
      const part = take(reader);
      if (!reader.isAtEnd) throw new Malformed('something follows');
      return part;
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      throw new Fault(
        'line-malformed',
        this.#line,
        limit === bundleLimits.eventLineBytes ? positionAtEnd(reader.bytes) : null,
      );
    }
  }

  #several<T>(start: string, most: number, take: (reader: LineReader) => T): readonly T[] {
    const parts: T[] = [];
    const limit = start === eventStart ? bundleLimits.eventLineBytes : bundleLimits.otherLineBytes;
    while (this.#isNext(start)) {
      if (parts.length === most) throw new Fault('too-large', this.#line + 1);
      parts.push(this.#one(take, limit));
    }
    return parts;
  }

  #isNext(start: string): boolean {
    this.#ahead.at = this.#at;
    return this.#ahead.isAt(start);
  }

  #event(reader: LineReader, wanted: ReadonlyMap<string, number>): EventLine {
    reader.expect(eventStart);
    const { value, text, bytes } = reader.value();
    const facts = factsOf(value, text, wanted);
    const openings = openingsOf(reader, facts?.sealed.length ?? 0);
    reader.expect(',"position":"');
    const position = reader.decimal();
    reader.expect('"}');
    return { line: this.#line, position, facts, leaf: leafHash(bytes), openings };
  }
}

/** Takes a file apart: exactly, bounded, believing nothing. Never throws. */
export const readBundle = (
  file: Uint8Array,
): { readonly ok: true; readonly bundle: ReadBundle } | { readonly ok: false; readonly fault: ReadingFault } => {
  const refused = (code: ReadingFault['code']): { readonly ok: false; readonly fault: ReadingFault } => ({
    ok: false,
    fault: { code, line: null, position: null },
  });
  if (!(file instanceof Uint8Array)) return refused('not-a-bundle');
  if (file.length === 0) return refused('empty-file');
  if (file.length > bundleLimits.fileBytes) return refused('too-large');
  try {
    return { ok: true, bundle: new BundleReader(file).read() };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, line, position } = error;
    return { ok: false, fault: { code, line, position } };
  }
};
