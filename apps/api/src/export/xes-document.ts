export type XesValue = {
  readonly element: 'string' | 'date' | 'int' | 'boolean' | 'id';
  readonly key: string;
  readonly value: string;
};

const attribute =
  (element: XesValue['element']) =>
  (key: string, value: string | number | boolean | null): readonly XesValue[] =>
    value === null ? [] : [{ element, key, value: String(value) }];

/** Attributes for a list; a null value gives none. Moments are UTC. */
export const xes = {
  text: attribute('string'),
  date: attribute('date'),
  int: attribute('int'),
  flag: attribute('boolean'),
  id: attribute('id'),
};

export type XesEvent = readonly XesValue[];
export type XesTrace = { readonly attributes: readonly XesValue[]; readonly events: readonly XesEvent[] };

/** Characters that XML 1.0 cannot hold, in any spelling (XML 1.0, production 2). */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const escaped = (text: string): string =>
  text.replace(unwritable, '\uFFFD').replace(/[&<>"\t\n\r]/gu, (character) => escapes[character] ?? character);

const line = (depth: number, { element, key, value }: XesValue): string =>
  `${'  '.repeat(depth)}<${element} key="${escaped(key)}" value="${escaped(value)}"/>\n`;

const extensions = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Organizational', 'org'],
  ['Lifecycle', 'lifecycle'],
  ['Identity', 'identity'],
].map(([name = '', prefix = '']) => {
  const uri = `http://www.xes-standard.org/${prefix}.xesext`;
  return `  <extension name="${name}" prefix="${prefix}" uri="${uri}"/>\n`;
});

const head = (attributes: readonly XesValue[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<log xes.version="1.0" xes.features="" xmlns="http://www.xes-standard.org/">\n',
    ...extensions,
    '  <global scope="trace">\n    <string key="concept:name" value="UNKNOWN"/>\n  </global>\n',
    '  <global scope="event">\n    <string key="concept:name" value="UNKNOWN"/>\n',
    '    <date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/>\n',
    '    <string key="lifecycle:transition" value="complete"/>\n  </global>\n',
    '  <classifier name="Activity" keys="concept:name"/>\n',
    '  <classifier name="Resource" keys="org:resource"/>\n',
    ...attributes.map((value) => line(1, value)),
  ].join('');

const trace = ({ attributes, events }: XesTrace): string =>
  [
    '  <trace>\n',
    ...attributes.map((value) => line(2, value)),
    ...events.flatMap((event) => ['    <event>\n', ...event.map((value) => line(3, value)), '    </event>\n']),
    '  </trace>\n',
  ].join('');

/** An XES 1.0 log (IEEE 1849), trace by trace. */
export async function* xesDocument(
  attributes: readonly XesValue[],
  traces: AsyncIterable<XesTrace>,
): AsyncGenerator<string> {
  yield head(attributes);
  for await (const one of traces) yield trace(one);
  yield '</log>\n';
}
