import type { TrailExport, TrailLine } from './trail-source.ts';

const lines: readonly TrailLine[] = ['performer', 'head'];

async function* list(items: AsyncGenerator<object>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const item of items) {
    yield `${separator}${JSON.stringify(item)}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]' : '\n]';
}

/** Version 2 of the document that config/export/trail-v2.schema.json describes. A change of its shape is a new version. */
export async function* trailAsJson(trail: TrailExport, exportedAt: string): AsyncGenerator<string> {
  const { officer, asOf, performer, head } = trail.summary;
  const opening = { format: 'ledger-trail', version: 2, exportedAt, asOf, officer, totals: { performer, head } };
  yield `${JSON.stringify(opening).slice(0, -1)},"lines":{`;
  for (const line of lines) {
    yield `${line === 'performer' ? '' : ','}\n${JSON.stringify(line)}:[`;
    let separator = '\n';
    for await (const { line: _line, ...interval } of trail.intervals(line)) {
      yield `${separator}${JSON.stringify(interval)}`;
      separator = ',\n';
    }
    yield '\n]';
  }
  yield '},\n"duties":';
  yield* list(trail.duties());
  yield ',\n"candidates":';
  yield* list(trail.candidates());
  yield '}\n';
}
