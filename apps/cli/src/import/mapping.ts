import type { AccountKind } from '#domain/organisation/events.ts';
import type { DateOrder } from './moments.ts';

/**
 * What a mapping can name. Each holds the name of a CSV column; in XES the name of an attribute of
 * the event, or with `case:` before it of the trace.
 */
export const fieldNames = [
  'case',
  'activity',
  'time',
  'person',
  'unit',
  'responsible',
  'leadUnit',
  'received',
  'deadline',
  'plannedEnd',
  'end',
  'event',
  'number',
  'symbol',
  'subject',
  'type',
  'issuer',
] as const;
export type FieldName = (typeof fieldNames)[number];

export const requiredFields = ['case', 'activity', 'time'] as const satisfies readonly FieldName[];
export const momentFields = ['received', 'deadline', 'plannedEnd', 'end'] as const satisfies readonly FieldName[];

export const logFormats = ['csv', 'xes'] as const;
export type LogFormat = (typeof logFormats)[number];

export const dateOrders = ['iso', 'day-first', 'month-first'] as const satisfies readonly DateOrder[];

/** Names match exactly, or by pattern where `*` stands for any run of characters. */
export type AccountRule = { readonly kind: AccountKind; readonly names: readonly string[] };

export type Mapping = {
  /** Null: decided by the file's name. */
  readonly format: LogFormat | null;
  readonly csv: { readonly delimiter: string; readonly encoding: string };
  readonly time: { readonly zone: string; readonly order: DateOrder };
  readonly fields: Readonly<Partial<Record<FieldName, string>> & Record<(typeof requiredFields)[number], string>>;
  /** Said of every case of this log where the log has no field for it. */
  readonly constants: { readonly issuer: string; readonly type: string };
  /** Values that mean "not stated", beside the empty one. */
  readonly none: {
    readonly everywhere: ReadonlySet<string>;
    readonly field: Readonly<Partial<Record<FieldName, ReadonlySet<string>>>>;
  };
  /** Rows with another value in this column or attribute are not part of the log. */
  readonly only: { readonly name: string; readonly values: ReadonlySet<string> } | null;
  readonly accounts: readonly AccountRule[];
  /** Put before every case id, for logs whose case ids are plain numbers. */
  readonly dossierPrefix: string;
};

const patternOf = (name: string): RegExp =>
  new RegExp(
    `^${name
      .split('*')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
      .join('.*')}$`,
    'u',
  );

/** Which kind of account a performer is; null for a person. The first rule that names it decides. */
export function accountKindIn(rules: readonly AccountRule[]): (name: string) => AccountKind | null {
  const exact = new Map<string, AccountKind>();
  const patterns: { pattern: RegExp; kind: AccountKind }[] = [];
  for (const { kind, names } of rules) {
    for (const name of names) {
      if (name.includes('*')) patterns.push({ pattern: patternOf(name), kind });
      else if (!exact.has(name)) exact.set(name, kind);
    }
  }
  return (name) => exact.get(name) ?? patterns.find(({ pattern }) => pattern.test(name))?.kind ?? null;
}
