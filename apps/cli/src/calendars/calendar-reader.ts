import { parseDocument } from 'yaml';
import { certainties, type CalendarPublished, type Certainty, type ExceptionalDay } from '#domain/calendar/events.ts';
import { isDay, startOfDay } from '#domain/time/instant.ts';
import { isNode, oneOf, type Node } from '../import/mapping-values.ts';

export type CalendarVersion = CalendarPublished['data'];
/** `path` says where in the file, e.g. `versions[2].off[0].day`. */
export type CalendarFault = { readonly path: string; readonly message: string; readonly messageEn: string };
export type CalendarResult =
  | { readonly ok: true; readonly versions: readonly CalendarVersion[] }
  | { readonly ok: false; readonly faults: readonly CalendarFault[] };

/**
 * Reads a calendar file whole: every fault is reported, and a key nobody knows is one. A version of the file
 * adds to the ones before it; the versions answered are complete, as the ledger publishes them.
 */
export const readCalendar = (text: string): CalendarResult => {
  const document = parseDocument(text, { strict: true, uniqueKeys: true, version: '1.2' });
  const syntax = document.errors.map(({ message }) => ({
    path: '',
    message: `YAML sai: ${message}`,
    messageEn: `Malformed YAML: ${message}`,
  }));
  if (syntax.length > 0) return { ok: false, faults: syntax };
  const reading = new CalendarReading();
  const versions = reading.calendar(plain(document));
  return reading.faults.length === 0 ? { ok: true, versions } : { ok: false, faults: reading.faults };
};

/** Aliases that would unfold without end leave nothing to read: the file then is not a group of keys. */
const plain = (document: ReturnType<typeof parseDocument>): unknown => {
  try {
    return document.toJS({ maxAliasCount: 10 });
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
};

type Common = Pick<CalendarVersion, 'calendarId' | 'units' | 'weekdays' | 'officeHours'>;

class CalendarReading {
  readonly faults: CalendarFault[] = [];
  #days: readonly ExceptionalDay[] = [];

  calendar(root: unknown): readonly CalendarVersion[] {
    const node = this.#node('', root, ['calendar', 'units', 'weekdays', 'officeHours', 'versions']);
    const common: Common = {
      calendarId: this.#text('calendar', node['calendar']),
      units: this.#list('units', node['units']).map((unit, index) => this.#text(`units[${String(index)}]`, unit)),
      weekdays: this.#list('weekdays', node['weekdays']).map((day, index) =>
        this.#number(`weekdays[${String(index)}]`, day),
      ),
      officeHours: this.#list('officeHours', node['officeHours']).map((item, index) => {
        const path = `officeHours[${String(index)}]`;
        const { from, to } = this.#node(path, item, ['from', 'to']);
        return { from: this.#text(`${path}.from`, from), to: this.#text(`${path}.to`, to) };
      }),
    };
    const versions = this.#list('versions', node['versions']);
    if (versions.length === 0) this.#wrong('versions', 'phải có ít nhất một bản', 'needs at least one version');
    return versions.map((item, index) => this.#version(`versions[${String(index)}]`, item, common));
  }

  #version(path: string, value: unknown, common: Common): CalendarVersion {
    const node = this.#node(path, value, ['version', 'announced', 'source', 'knows', 'off', 'swaps']);
    const announced = this.#node(`${path}.announced`, node['announced'], ['day', 'certainty']);
    const knows = this.#node(`${path}.knows`, node['knows'], ['from', 'to']);
    const day = this.#day(`${path}.announced.day`, announced['day']);
    const certainty = this.#certainty(`${path}.announced.certainty`, announced['certainty']);
    const added = [
      ...this.#optional(`${path}.off`, node['off']).map((item, index) =>
        this.#off(`${path}.off[${String(index)}]`, item),
      ),
      ...this.#optional(`${path}.swaps`, node['swaps']).flatMap((item, index) =>
        this.#swap(`${path}.swaps[${String(index)}]`, item),
      ),
    ];
    this.#days = [...this.#days, ...added].toSorted((a, b) => (a.day < b.day ? -1 : 1));
    return {
      ...common,
      version: this.#number(`${path}.version`, node['version']),
      announcedAt: isDay(day) ? startOfDay(day) : '',
      knownFrom: this.#day(`${path}.knows.from`, knows['from']),
      knownTo: this.#day(`${path}.knows.to`, knows['to']),
      days: this.#days,
      source: `${this.#text(`${path}.source`, node['source'])} [${certainty}]`,
    };
  }

  #off(path: string, value: unknown): ExceptionalDay {
    const node = this.#node(path, value, ['day', 'name', 'certainty']);
    return {
      ...this.#sureDay(path, node),
      off: true,
      name: this.#text(`${path}.name`, node['name']),
      swappedWith: null,
    };
  }

  /** Both days of the swap, each naming the other. */
  #swap(path: string, value: unknown): readonly ExceptionalDay[] {
    const node = this.#node(path, value, ['name', 'off', 'worked']);
    const name = this.#text(`${path}.name`, node['name']);
    const side = (key: 'off' | 'worked') =>
      this.#sureDay(`${path}.${key}`, this.#node(`${path}.${key}`, node[key], ['day', 'certainty']));
    const [off, worked] = [side('off'), side('worked')];
    return [
      { ...off, off: true, name, swappedWith: worked.day },
      { ...worked, off: false, name, swappedWith: off.day },
    ];
  }

  #sureDay(path: string, node: Node): Pick<ExceptionalDay, 'day' | 'certainty'> {
    return {
      day: this.#day(`${path}.day`, node['day']),
      certainty: this.#certainty(`${path}.certainty`, node['certainty']),
    };
  }

  #wrong(path: string, message: string, messageEn: string): void {
    this.faults.push({ path, message, messageEn });
  }

  #node(path: string, value: unknown, keys: readonly string[]): Node {
    if (!isNode(value)) {
      this.#wrong(path, 'phải là một nhóm khóa: giá trị', 'must be a group of key: value');
      return {};
    }
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      const at = path === '' ? key : `${path}.${key}`;
      this.#wrong(at, `khóa lạ; các khóa được biết: ${keys.join(', ')}`, `unknown key; known keys: ${keys.join(', ')}`);
    }
    return value;
  }

  #list(path: string, value: unknown): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.#wrong(path, 'phải là danh sách', 'must be a list');
    return [];
  }

  #optional(path: string, value: unknown): readonly unknown[] {
    return value === undefined ? [] : this.#list(path, value);
  }

  #text(path: string, value: unknown): string {
    if (typeof value === 'string' && value.trim() !== '') return value.normalize('NFC').trim();
    this.#wrong(path, 'phải là văn bản không trống', 'must be text that is not empty');
    return '';
  }

  #number(path: string, value: unknown): number {
    if (typeof value === 'number' && Number.isInteger(value)) return value;
    this.#wrong(path, 'phải là số nguyên', 'must be a whole number');
    return 0;
  }

  #day(path: string, value: unknown): string {
    if (typeof value === 'string' && isDay(value)) return value;
    this.#wrong(path, 'phải là ngày có thật, viết yyyy-MM-dd', 'must be a day that exists, written yyyy-MM-dd');
    return '';
  }

  #certainty(path: string, value: unknown): Certainty {
    if (oneOf(certainties, value)) return value;
    this.#wrong(path, `phải là một trong: ${certainties.join(', ')}`, `must be one of: ${certainties.join(', ')}`);
    return 'M';
  }
}
