import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const notOurs = new Set(['.git', 'node_modules', 'dist', 'var', 'coverage']);
const binary = /\.(png|jpg|ico|woff2?|gz)$/;

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });

/** A text file of the repository, by its path from the root. */
export type RepositoryFile = { readonly path: string; readonly text: string };

/** Every text file that belongs to the product, except the lock file. */
export const repositoryFiles: readonly RepositoryFile[] = walk(root)
  .filter((path) => !binary.test(path) && !path.endsWith('package-lock.json'))
  .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** `path:line: text` of every line that matches, for a message that says where to look. */
export const linesMatching = (files: readonly RepositoryFile[], pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${String(index + 1)}: ${line.trim().slice(0, 120)}`] : [],
      ),
  );
