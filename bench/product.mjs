import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';

const root = join(fileURLToPath(import.meta.url), '..', '..');

/** What is measured is the built product. */
export const productFile = (path) =>
  import(pathToFileURL(join(process.env.LEDGER_BENCH_DIST ?? join(root, 'dist'), path)));
