import { parseDocument } from 'yaml';
import { accountKinds } from '#domain/organisation/events.ts';
import {
  dateOrders,
  fieldNames,
  logFormats,
  requiredFields,
  type AccountRule,
  type FieldName,
  type Mapping,
} from './mapping.ts';
import { isDelimiter, isEncoding, isNode, isZone, oneOf, type Node } from './mapping-values.ts';

/** `path` says where in the mapping, e.g. `accounts[1].kind`. */
export type MappingFault = { readonly path: string; readonly message: string; readonly messageEn: string };

export type MappingResult =
  { readonly ok: true; readonly mapping: Mapping } | { readonly ok: false; readonly faults: readonly MappingFault[] };

/** Reads a mapping whole: every fault is reported, and a key nobody knows is one. */
export function readMapping(text: string): MappingResult {
  const document = parseDocument(text, { strict: true, uniqueKeys: true, version: '1.2' });
  const syntax = document.errors.map((error) =>
    fault('', `YAML sai: ${error.message}`, `Malformed YAML: ${error.message}`),
  );
  if (syntax.length > 0) return { ok: false, faults: syntax };
  const check = new MappingCheck();
  const mapping = check.mapping(unfold(document));
  return check.faults.length === 0 && mapping ? { ok: true, mapping } : { ok: false, faults: check.faults };
}

/** Aliases that would unfold without end leave nothing to read: the mapping then is not a group of keys. */
function unfold(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 10 });
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}

const fault = (path: string, message: string, messageEn: string): MappingFault => ({ path, message, messageEn });

class MappingCheck {
  readonly faults: MappingFault[] = [];

  mapping(root: unknown): Mapping | null {
    const node = this.#node('', root, [
      'version',
      'format',
      'csv',
      'time',
      'fields',
      'constants',
      'none',
      'only',
      'accounts',
      'dossierPrefix',
    ]);
    if (!node) return null;
    if (node['version'] !== 1) this.#wrong('version', 'phải là 1', 'must be 1');
    const fields = this.#fields(node['fields']);
    return {
      format: this.#choice('format', node['format'], logFormats, null),
      csv: this.#csv(node['csv']),
      time: this.#time(node['time']),
      fields: fields as Mapping['fields'],
      constants: this.#constants(node['constants'], fields),
      none: this.#none(node['none']),
      only: this.#only(node['only']),
      accounts: this.#accounts(node['accounts']),
      dossierPrefix: this.#dossierPrefix(node['dossierPrefix']),
    };
  }

  #wrong(path: string, message: string, messageEn: string): void {
    this.faults.push(fault(path, message, messageEn));
  }

  #node(path: string, value: unknown, keys: readonly string[]): Node | null {
    if (!isNode(value)) {
      this.#wrong(path, 'phải là một nhóm khóa: giá trị', 'must be a group of key: value');
      return null;
    }
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      const at = path === '' ? key : `${path}.${key}`;
      this.#wrong(at, `khóa lạ; các khóa được biết: ${keys.join(', ')}`, `unknown key; known keys: ${keys.join(', ')}`);
    }
    return value;
  }

  #text(path: string, value: unknown): string | null {
    if (typeof value === 'string' && value.trim() !== '') return value.normalize('NFC').trim();
    this.#wrong(path, 'phải là văn bản không trống', 'must be text that is not empty');
    return null;
  }

  /** Values stand in the log as text; a YAML number or boolean would not say which text is meant. */
  #texts(path: string, value: unknown): readonly string[] {
    if (!Array.isArray(value)) {
      this.#wrong(path, 'phải là danh sách', 'must be a list');
      return [];
    }
    return value.flatMap((item, index) => {
      if (typeof item === 'string') return [item.normalize('NFC').trim()];
      this.#wrong(`${path}[${index}]`, 'phải là văn bản (đặt trong ngoặc kép)', 'must be text (put it in quotes)');
      return [];
    });
  }

  #choice<T extends string, D>(path: string, value: unknown, choices: readonly T[], absent: D): T | D {
    if (value === undefined || oneOf(choices, value)) return value ?? absent;
    this.#wrong(path, `phải là một trong: ${choices.join(', ')}`, `must be one of: ${choices.join(', ')}`);
    return absent;
  }

  #fields(value: unknown): Partial<Record<FieldName, string>> {
    const node = this.#node('fields', value, fieldNames);
    const fields: Partial<Record<FieldName, string>> = {};
    for (const name of fieldNames) {
      const given = node?.[name];
      if (given === undefined) continue;
      const text = this.#text(`fields.${name}`, given);
      if (text !== null) fields[name] = text;
    }
    for (const name of node ? requiredFields : []) {
      if (node?.[name] === undefined) this.#wrong(`fields.${name}`, 'bắt buộc phải có', 'is required');
    }
    return fields;
  }

  #csv(value: unknown): Mapping['csv'] {
    const node = value === undefined ? {} : this.#node('csv', value, ['delimiter', 'encoding']);
    return {
      delimiter: this.#fitting('csv.delimiter', node?.['delimiter'] ?? ',', isDelimiter, [
        'phải là đúng một ký tự, không phải " hay xuống dòng',
        'must be one character, not " or a line end',
      ]),
      encoding: this.#fitting('csv.encoding', node?.['encoding'] ?? 'utf-8', isEncoding, [
        'bảng mã không được hỗ trợ',
        'is not a supported encoding',
      ]),
    };
  }

  #time(value: unknown): Mapping['time'] {
    const node = value === undefined ? {} : this.#node('time', value, ['zone', 'order']);
    return {
      zone: this.#fitting('time.zone', node?.['zone'] ?? 'Asia/Ho_Chi_Minh', isZone, [
        'không phải múi giờ IANA (ví dụ Asia/Ho_Chi_Minh)',
        'is not an IANA time zone (like Asia/Ho_Chi_Minh)',
      ]),
      order: this.#choice('time.order', node?.['order'], dateOrders, 'iso'),
    };
  }

  #fitting(
    path: string,
    value: unknown,
    fits: (text: string) => boolean,
    [message, messageEn]: readonly [vi: string, en: string],
  ): string {
    if (typeof value === 'string' && fits(value)) return value;
    this.#wrong(path, message, messageEn);
    return '';
  }

  #constants(value: unknown, fields: Partial<Record<FieldName, string>>): Mapping['constants'] {
    const node = value === undefined ? {} : this.#node('constants', value, ['issuer', 'type']);
    const constant = (name: 'issuer' | 'type'): string => {
      const given = node?.[name];
      if (given !== undefined) return this.#text(`constants.${name}`, given) ?? '';
      if (node && fields[name] === undefined) {
        const where = `fields.${name} / constants.${name}`;
        this.#wrong(`constants.${name}`, `cần ${where}`, `needs ${where}`);
      }
      return '';
    };
    return { issuer: constant('issuer'), type: constant('type') };
  }

  #none(value: unknown): Mapping['none'] {
    const node = value === undefined ? {} : this.#node('none', value, ['everywhere', ...fieldNames]);
    const field: Partial<Record<FieldName, ReadonlySet<string>>> = {};
    for (const name of fieldNames) {
      if (node?.[name] !== undefined) field[name] = new Set(this.#texts(`none.${name}`, node[name]));
    }
    const everywhere = node?.['everywhere'];
    return { everywhere: new Set(everywhere === undefined ? [] : this.#texts('none.everywhere', everywhere)), field };
  }

  #only(value: unknown): Mapping['only'] {
    if (value === undefined) return null;
    const node = this.#node('only', value, ['name', 'values']);
    if (!node) return null;
    return {
      name: this.#text('only.name', node['name']) ?? '',
      values: new Set(this.#texts('only.values', node['values'])),
    };
  }

  #accounts(value: unknown): readonly AccountRule[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.#wrong('accounts', 'phải là danh sách', 'must be a list');
      return [];
    }
    return value.flatMap((item: unknown, index) => {
      const path = `accounts[${index}]`;
      const node = this.#node(path, item, ['kind', 'names']);
      if (!node) return [];
      if (!oneOf(accountKinds, node['kind'])) {
        const kinds = accountKinds.join(', ');
        this.#wrong(`${path}.kind`, `phải là một trong: ${kinds}`, `must be one of: ${kinds}`);
      }
      const names = this.#texts(`${path}.names`, node['names']);
      return [{ kind: node['kind'] as AccountRule['kind'], names }];
    });
  }

  #dossierPrefix(value: unknown): string {
    if (value === undefined) return '';
    if (typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/u.test(value)) return value;
    this.#wrong(
      'dossierPrefix',
      'chỉ gồm chữ không dấu, số và . _ -, dài 1–32',
      'must be 1–32 letters, digits or . _ -',
    );
    return '';
  }
}
