import type { TimelineEntry } from '#contracts/views.ts';

export type Dissent = {
  readonly dissentId: string;
  readonly unit: string;
  readonly content: string;
  readonly grounds: string | null;
  readonly at: string;
  /** Null while it is open. */
  readonly resolved: { readonly at: string; readonly resolution: string } | null;
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The dissents of a dossier as its timeline tells them, each open until an entry resolves it (R20). */
export function dissentsIn(
  entries: readonly Pick<TimelineEntry, 'type' | 'occurredAt' | 'data'>[],
): readonly Dissent[] {
  const resolved = new Map(
    entries
      .filter(({ type }) => type === 'dissent.resolved')
      .map(({ data, occurredAt }) => [
        textOf(data['dissentId']),
        { at: occurredAt, resolution: textOf(data['resolution']) },
      ]),
  );
  return entries
    .filter(({ type }) => type === 'dissent.recorded')
    .map(({ data, occurredAt }) => ({
      dissentId: textOf(data['dissentId']),
      unit: textOf(data['unit']),
      content: textOf(data['content']),
      grounds: textOf(data['grounds']) || null,
      at: occurredAt,
      resolved: resolved.get(textOf(data['dissentId'])) ?? null,
    }));
}
