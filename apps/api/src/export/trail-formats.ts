import { trailAsCsv } from './trail-csv.ts';
import { trailAsJson } from './trail-json.ts';
import type { TrailExport } from './trail-source.ts';
import { trailAsXes } from './trail-xes.ts';

export const trailFormats = ['json', 'csv', 'xes'] as const;
export type TrailFormat = (typeof trailFormats)[number];

export const mediaTypes: Readonly<Record<TrailFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  xes: 'application/xml; charset=utf-8',
};

/** `bom` concerns CSV alone. */
export type TrailFormatting = { readonly format: TrailFormat; readonly bom: boolean; readonly exportedAt: string };

export function trailAs(trail: TrailExport, { format, bom, exportedAt }: TrailFormatting): AsyncGenerator<string> {
  switch (format) {
    case 'json':
      return trailAsJson(trail, exportedAt);
    case 'csv':
      return trailAsCsv(trail, { bom });
    case 'xes':
      return trailAsXes(trail);
  }
}
