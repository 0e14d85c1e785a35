import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import type { InstrumentFault } from '#domain/rulebook/instrument-faults.ts';
import { readInstruments, type InstrumentsRead, type WrittenInstrument } from '#domain/rulebook/read-instruments.ts';

/** Said of versions that were published from the product's own files; the automatic step renews no others. */
export const productSource = 'config/rulebook/instruments';

/** The product's files lie beside the sources as well as beside the build, at different depths. */
const folderAbove = (start: string): string => {
  const folder = join(start, productSource);
  if (existsSync(folder)) return folder;
  const above = dirname(start);
  if (above === start) throw new Error(`the folder ${productSource} is missing from this installation`);
  return folderAbove(above);
};

type File = { readonly instruments: readonly WrittenInstrument[]; readonly faults: readonly InstrumentFault[] };

const faulty = (path: string, message: string, messageEn: string): File => ({
  instruments: [],
  faults: [{ path, message, messageEn }],
});

/** One file: a list of instruments. `name` leads every path in its faults. */
const readFileText = (name: string, text: string): File => {
  const document = parseDocument(text, { strict: true, uniqueKeys: true, version: '1.2' });
  const [broken] = document.errors;
  if (broken) return faulty(name, `YAML sai: ${broken.message}`, `Malformed YAML: ${broken.message}`);
  const root: unknown = document.toJS({ maxAliasCount: 0 });
  if (!Array.isArray(root)) return faulty(name, 'phải là danh sách văn bản', 'must be a list of instruments');
  const instruments = root.map((value: unknown, index) => ({ path: `${name}.${String(index)}`, value }));
  return { instruments, faults: [] };
};

/** Reads a rulebook from the texts of its files, in the order of their names; every fault of every file at once. */
export const readRulebookFiles = (files: Readonly<Record<string, string>>): InstrumentsRead => {
  const read = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => readFileText(name, text));
  const faults = read.flatMap((file) => file.faults);
  const instruments = readInstruments(read.flatMap((file) => file.instruments));
  if (faults.length === 0) return instruments;
  return { ok: false, faults: [...faults, ...(instruments.ok ? [] : instruments.faults)] };
};

/** The rulebook the product brings along. */
export const productRulebook = async (): Promise<InstrumentsRead> => {
  const folder = folderAbove(dirname(fileURLToPath(import.meta.url)));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  );
  return readRulebookFiles(Object.fromEntries(texts));
};
