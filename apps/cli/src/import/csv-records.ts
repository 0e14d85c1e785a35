/** `line`: 1-based line where the record begins. With a fault the fields end where reading became unsure. */
export type CsvRecord = {
  readonly line: number;
  readonly fields: readonly string[];
  readonly fault: 'quote' | 'too-large' | null;
};

/** `quote-seen`: after a quotation mark inside a quoted field, which is its end or the first of a pair. */
type Place = 'field-start' | 'plain' | 'quoted' | 'quote-seen';

const lf = 10;
const cr = 13;
const quote = 34;
const mostFields = 10_000;

/**
 * CSV record by record from text in pieces of any size. LF, CRLF and CR all end a record, mixed too;
 * a misplaced quote or an overlong record spoils that record only, and costs no memory. Own code and not
 * a library's: see docs/decisions/0050.
 */
export class CsvRecords {
  readonly #delimiter: number;
  readonly #longest: number;
  #state: Place = 'field-start';
  #field = '';
  #fields: string[] = [];
  #length = 0;
  #fault: CsvRecord['fault'] = null;
  #line = 1;
  #recordLine = 1;
  #quoteLine = 1;
  #crBefore = false;
  #records: CsvRecord[] = [];

  constructor(delimiter: string, longest: number) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#longest = longest;
  }

  /** Records completed by this piece of text. */
  take(text: string): CsvRecord[] {
    this.#records = [];
    let at = 0;
    while (at < text.length) at = this.#state === 'quoted' ? this.#quoted(text, at) : this.#open(text, at);
    return this.#records;
  }

  /** The last record when the text does not end with a line end; `openQuoteLine` when a quoted field never ends. */
  end(): { readonly records: readonly CsvRecord[]; readonly openQuoteLine: number | null } {
    this.#records = [];
    if (this.#state === 'quoted') return { records: [], openQuoteLine: this.#quoteLine };
    if (this.#state !== 'field-start' || this.#fields.length > 0) this.#endRecord();
    return { records: this.#records, openQuoteLine: null };
  }

  #quoted(text: string, from: number): number {
    const end = text.indexOf('"', from);
    const until = end < 0 ? text.length : end;
    this.#countLines(text, from, until);
    this.#append(text, from, until);
    if (end < 0) return until;
    this.#state = 'quote-seen';
    this.#crBefore = false;
    return end + 1;
  }

  #countLines(text: string, from: number, until: number): void {
    for (let at = from; at < until; at++) {
      const code = text.charCodeAt(at);
      if (code === lf ? !this.#crBefore : code === cr) this.#line++;
      this.#crBefore = code === cr;
    }
  }

  #open(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (code === lf || code === cr) return this.#lineEnd(code, at);
    this.#crBefore = false;
    if (code === this.#delimiter) {
      this.#endField();
      return at + 1;
    }
    if (code === quote) return this.#quoteMark(at);
    if (this.#state === 'quote-seen') this.#spoil('quote');
    this.#state = 'plain';
    return this.#plain(text, at);
  }

  /** LF after CR is the second half of one line end, also across pieces of text. */
  #lineEnd(code: number, at: number): number {
    const secondHalf = code === lf && this.#crBefore;
    this.#crBefore = code === cr;
    if (secondHalf) return at + 1;
    const blank = this.#state === 'field-start' && this.#fields.length === 0;
    if (!blank) this.#endRecord();
    this.#line++;
    this.#recordLine = this.#line;
    return at + 1;
  }

  #quoteMark(at: number): number {
    if (this.#state === 'plain') this.#spoil('quote');
    else {
      if (this.#state === 'quote-seen') this.#append('"', 0, 1);
      else this.#quoteLine = this.#line;
      this.#state = 'quoted';
    }
    return at + 1;
  }

  #plain(text: string, from: number): number {
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === lf || code === cr || code === quote) break;
      at++;
    }
    this.#append(text, from, at);
    return at;
  }

  #append(text: string, from: number, until: number): void {
    if (this.#fault) return;
    this.#length += until - from;
    if (this.#length > this.#longest) this.#spoil('too-large');
    else this.#field += text.slice(from, until);
  }

  #spoil(fault: 'quote' | 'too-large'): void {
    if (this.#fault) return;
    this.#fault = fault;
    this.#fields.push('');
    this.#field = '';
  }

  #endField(): void {
    if (this.#fields.length === mostFields) this.#spoil('too-large');
    if (!this.#fault) this.#fields.push(this.#field);
    this.#field = '';
    this.#state = 'field-start';
  }

  #endRecord(): void {
    this.#endField();
    this.#records.push({ line: this.#recordLine, fields: this.#fields, fault: this.#fault });
    this.#fields = [];
    this.#fault = null;
    this.#length = 0;
  }
}
