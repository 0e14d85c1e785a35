import { faultOf, type Fault } from './faults.ts';

/** Deeper than any body this API describes; a bound so that hostile nesting costs nothing. */
const maxDepth = 8;

const plainAscii = /^[\x20-\x7e]*$/;
/** C0 and C1 controls except tab and line breaks; direction overrides, which make a text read other than it is stored. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const loneSurrogate = /\p{Surrogate}/u;
const fieldName = /^[A-Za-z][A-Za-z0-9]*$/;

type Walk = { readonly faults: Fault[]; readonly path: string; readonly depth: number };

const cleanString = (text: string, walk: Walk): string => {
  if (plainAscii.test(text)) return text;
  if (loneSurrogate.test(text) || text.includes('\uFFFD')) walk.faults.push(faultOf(walk.path, 'text.not-unicode'));
  else if (forbidden.test(text)) walk.faults.push(faultOf(walk.path, 'text.control-character'));
  return text.normalize('NFC');
};

const step = (walk: Walk, name: string): Walk => ({
  faults: walk.faults,
  path: walk.path === '' ? name : `${walk.path}.${name}`,
  depth: walk.depth + 1,
});

const cleanObject = (value: object, walk: Walk): Record<string, unknown> => {
  const cleaned: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const inner = step(walk, name);
    if (!fieldName.test(name) || name in Object.prototype) walk.faults.push(faultOf(inner.path, 'field.unknown'));
    else cleaned[name] = cleanValue(member, inner);
  }
  return cleaned;
};

const cleanValue = (value: unknown, walk: Walk): unknown => {
  if (typeof value === 'string') return cleanString(value, walk);
  if (typeof value !== 'object' || value === null) return value;
  if (walk.depth >= maxDepth) {
    walk.faults.push(faultOf(walk.path, 'body.too-deep', { max: maxDepth }));
    return null;
  }
  if (Array.isArray(value)) return value.map((item, index) => cleanValue(item, step(walk, String(index))));
  return cleanObject(value, walk);
};

/**
 * Brings every string of a parsed JSON value to NFC and lists what no field may contain: control and
 * direction-changing characters, broken Unicode, names no field has (among them `constructor` and the like).
 */
export const clean = (value: unknown): { readonly value: unknown; readonly faults: readonly Fault[] } => {
  const faults: Fault[] = [];
  return { value: cleanValue(value, { faults, path: '', depth: 0 }), faults };
};
