import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { mutantsOf } from './mutations.mjs';

const root = join(import.meta.dirname, '../..');
const library = 'libs/evidence/src';

/** What only makes evidence, or only words a verdict: nothing in it can make a verifier say yes. */
const notJudging = new Set(
  ['index', 'bundle/bundle', 'bundle/sentence', 'bundle/wording', 'bundle/verdict-text', 'time/request'].map(
    (name) => `${library}/${name}.ts`,
  ),
);
const makers = {
  'bundle/policy': ['formatPolicy'],
  'note/base64': ['toBase64', 'pairs', 'pair'],
  'note/checkpoint': ['formatCheckpoint'],
  'note/ed25519': ['signerOf', 'pkcs8Prefix', 'formatPublicKey'],
  'note/note': ['formatNote', 'formatSignature', 'signNote'],
  'subject/map': ['mapRoot', 'mapProof'],
  'time/timestamp': ['statedTime'],
  'tree/tiles': ['tilePath', 'tilesAt', 'tileWidth'],
};

const specsOf = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith('.unit.spec.ts'))
    .sort();

const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
const commonJs = (code) =>
  ts.transpileModule(code, { compilerOptions: options }).outputText.replaceAll('import.meta', '$meta');

const imports = /\brequire\("([^"]+)"\)/g;

/** The file that a specifier in another file means; null when it is a package. */
const pathOf = (specifier, from) => {
  if (specifier.startsWith('.')) return join(dirname(from), specifier);
  return specifier.startsWith('#evidence/') ? specifier.replace('#evidence', library) : null;
};

/**
 * Every test of the library with all that it imports, ready to run, every file of the verifier holding its mutants
 * behind switches. `modules`: by path, the text and the paths of its imports.
 */
export const workbench = () => {
  const specs = [...specsOf(library), ...specsOf('test/evidence')];
  const modules = new Map();
  const mutants = [];
  const packages = new Set();
  const take = (path) => {
    const code = readFileSync(join(root, path), 'utf8');
    const isJudging = path.startsWith(`${library}/`) && !path.endsWith('.spec.ts') && !notJudging.has(path);
    if (!isJudging) return commonJs(code);
    const skipped = makers[relative(library, path).replace(/\.ts$/, '')] ?? [];
    const spoilt = mutantsOf(path, code, { first: mutants.length, skipped });
    mutants.push(...spoilt.mutants);
    return commonJs(spoilt.written);
  };
  const waiting = [...specs];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (modules.has(path)) continue;
    const text = take(path);
    const needs = {};
    for (const [, specifier] of text.matchAll(imports)) {
      const needed = pathOf(specifier, path);
      needs[specifier] = needed;
      if (needed === null) packages.add(specifier);
      else waiting.push(needed);
    }
    modules.set(path, { text, needs });
  }
  packages.delete('@jest/globals');
  return { root, specs, modules, packages: [...packages], mutants: withKeys(mutants) };
};

/** What a mutant is called as long as its line stays as it is, wherever the line moves. */
const withKeys = (mutants) => {
  const times = new Map();
  return mutants.map((mutant) => {
    const name = `${mutant.file} | ${mutant.code} | ${mutant.change}`;
    const nth = (times.get(name) ?? 0) + 1;
    times.set(name, nth);
    return { ...mutant, key: nth === 1 ? name : `${name} | ${nth}` };
  });
};
