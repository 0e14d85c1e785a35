/** Guards what no linter knows. Every check answers the list of offenders, which must be empty. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { refusalTexts } from '#contracts/refusal-texts.ts';
import { refusalCodes } from '#domain/refusals.ts';
import { logLevels, readConfig } from '#platform/config.ts';
import { linesMatching, read, repositoryFiles, root } from './support/repository.ts';

const self = 'test/tidy.spec.ts';
const surface = 'libs/evidence/src/index.ts';
const files = repositoryFiles.filter(({ path }) => path !== self);
const code = files.filter(({ path }) => /\.(ts|tsx|mjs|cjs|js)$/.test(path));
const specs = code.filter(({ path }) => /\.spec\.tsx?$/.test(path));
const production = code.filter(({ path }) => /^(apps|libs)\//.test(path) && !specs.some((spec) => spec.path === path));
const pages = files.filter(({ path }) => path.endsWith('.md'));

type PackageJson = {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
};
const manifest = JSON.parse(read('package.json')) as PackageJson;

describe('rules', () => {
  it('have a spec beside them, each', () => {
    const rules = production.map(({ path }) => path).filter((path) => /^libs\/domain\/src\/.*\/rules\//.test(path));
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((path) => !existsSync(join(root, path.replace(/\.ts$/, '.unit.spec.ts'))))).toEqual([]);
  });

  it('have a status and a text in both languages for every refusal, and no text without a refusal', () => {
    const texts = new Map<string, { status: number; vi: string; en: string }>(Object.entries(refusalTexts));
    const incomplete = refusalCodes.filter((refusal) => {
      const text = texts.get(refusal);
      return text === undefined || text.status < 400 || text.vi.trim() === '' || text.en.trim() === '';
    });
    expect(incomplete).toEqual([]);
    const codes: readonly string[] = refusalCodes;
    expect([...texts.keys()].filter((refusal) => !codes.includes(refusal))).toEqual([]);
  });
});

describe('events', () => {
  it('have a name for people, each; the command line’s are asked for by the compiler', () => {
    const catalogues = production.filter(({ path }) => /^libs\/domain\/src\/[a-z-]+\/events\.ts$/.test(path));
    const types = catalogues.flatMap(({ text }) =>
      [...text.matchAll(/Event<\s*'([a-z-]+\.[a-z-]+)'/g)].map(([, type = '']) => type),
    );
    expect(types.length).toBeGreaterThan(100);
    const names = ['records', 'events'].map((part) => read(`apps/web/src/language/vi-${part}.ts`)).join('');
    expect(types.filter((type) => !names.includes(`'event.${type}'`))).toEqual([]);
  });
});

describe('tests', () => {
  it('say their level in the file name', () => {
    expect(specs.map(({ path }) => path).filter((path) => !/\.(unit|int|e2e)\.spec\.tsx?$/.test(path))).toEqual([]);
  });

  it('are neither skipped, nor singled out, nor left for later', () => {
    const pattern = /\b(it|test|describe)\.(skip|only|todo|failing)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/;
    expect(linesMatching(specs, pattern)).toEqual([]);
  });

  it('wait for what happens, never for time to pass', () => {
    const supports = code.filter(({ path }) => path.startsWith('test/'));
    const pattern = /(?<!jest\.)\bsetTimeout\(|timers\/promises|pg_sleep|\bsleep\(|waitForTimeout/;
    expect(linesMatching([...specs, ...supports], pattern)).toEqual([]);
  });
});

describe('code', () => {
  it('silences no tool', () => {
    const pattern = /(oxlint|eslint)-disable|@ts-(ignore|nocheck|expect-error)|(istanbul|c8|v8|prettier)[- ]ignore/;
    expect(linesMatching(code, pattern)).toEqual([]);
  });

  it('is named after what it holds', () => {
    const pattern =
      /^(export )?(abstract )?(class|interface|type) (\w*(Manager|Helper|Utils?)|Base[A-Z]\w*|I[A-Z][a-z]\w*)\b/;
    expect(linesMatching(code, pattern)).toEqual([]);
    const vague = code
      .map(({ path }) => path)
      // The surface of the evidence lib is for other programs, who look for it under this name.
      // An index of something has a name; one of nothing in particular has none.
      .filter((path) => /(^|[/-])(helpers?|utils?|manager)\.tsx?$|(^|\/)index\.tsx?$/.test(path) && path !== surface);
    expect(vague).toEqual([]);
  });

  it('gives every body of the API a name of its own: the document knows schemas by their class', () => {
    const classes = production.flatMap(({ text }) => [...text.matchAll(/\bclass (\w+Dto)\b/g)].map(([, name]) => name));
    expect(classes.filter((name, place) => classes.indexOf(name) !== place)).toEqual([]);
  });

  it('documents every setting that it reads, with its default, and no other', () => {
    type Schema = { readonly properties: Readonly<Record<string, { default?: string; enum?: string[] }>> };
    const { properties } = JSON.parse(read('config/env.schema.json')) as Schema;
    const settings = new Set(read('libs/platform/src/config.ts').match(/\b(LEDGER_[A-Z_]+|DATABASE_URL)\b/g));
    expect(Object.keys(properties).sort()).toEqual([...settings].sort());
    const readme = read('README.md');
    expect([...settings].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
    const defaults = Object.entries(properties).map(([name, { default: value }]) => [name, value]);
    expect(readConfig(Object.fromEntries(defaults) as NodeJS.ProcessEnv)).toEqual(readConfig({}));
    expect(properties['LEDGER_LOG_LEVEL']?.enum).toEqual(logLevels);
  });
});

describe('every file', () => {
  it('is finished: no reminder left in it', () => {
    const settings = new Set(['config/tools/oxlintrc.json']);
    const pattern = /\b(TODO|FIXME|XXX|HACK)\b/;
    expect(
      linesMatching(
        files.filter(({ path }) => !settings.has(path)),
        pattern,
      ),
    ).toEqual([]);
  });

  it('knows no machine but the one it runs on', () => {
    expect(linesMatching(files, /(^|[\s"'`(=:])(\/work\/|\/home\/\w|\/Users\/\w|[A-Z]:\\\w)/)).toEqual([]);
  });

  it('needs nothing outside the repository', () => {
    const instructions = files.filter(({ path }) => !path.startsWith('config/tools/'));
    expect(linesMatching(instructions, /\.\.\/shared\b/)).toEqual([]);
  });
});

describe('documentation', () => {
  it('links to files that exist', () => {
    const dead = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it('names paths that exist, above all in the table "Where is…?"', () => {
    const readme = read('README.md');
    expect(readme).toContain('Where is…?');
    const dead = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/`((?:apps|libs|config|test|bench|docs|\.ci)\/[^`\s*<>{}…]*)`/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it('calls scripts that exist', () => {
    const unknown = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run ([a-z][a-z:-]*)/g)]
        .map(([, script = '']) => script)
        .filter((script) => !(script in manifest.scripts))
        .map((script) => `${path}: ${script}`),
    );
    expect(unknown).toEqual([]);
  });

  it('shows the three screens', () => {
    const shown = ['overview', 'trail', 'dossier'].map((screen) => `docs/screenshots/${screen}.png`);
    const readme = read('README.md');
    expect(shown.filter((path) => !existsSync(join(root, path)) || !readme.includes(path))).toEqual([]);
  });

  it('lists the obligations and their tests as they are now', () => {
    const check = (): string =>
      execFileSync(process.execPath, ['config/tools/obligations.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    expect(check).not.toThrow();
  });

  it('gives every decision a number of its own and lists them all', () => {
    const decisions = pages
      .map(({ path }) => path.replace('docs/decisions/', ''))
      .filter((path) => /^\d{4}-[a-z0-9-]+\.md$/.test(path))
      .sort();
    expect(decisions.length).toBeGreaterThan(0);
    expect(new Set(decisions.map((name) => name.slice(0, 4))).size).toBe(decisions.length);
    const index = read('docs/decisions/README.md');
    expect(decisions.filter((name) => !index.includes(`(${name})`))).toEqual([]);
  });
});

describe('packages', () => {
  it('have exact versions', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('are locked for every platform, so that npm ci accepts the lock file everywhere', () => {
    type Locked = { readonly packages: Readonly<Record<string, { optionalDependencies?: Record<string, string> }>> };
    const { packages } = JSON.parse(read('package-lock.json')) as Locked;
    const isLocked = (from: string, name: string): boolean => {
      if (`${from === '' ? '' : `${from}/`}node_modules/${name}` in packages) return true;
      if (from === '') return false;
      const parent = from.lastIndexOf('/node_modules/');
      return isLocked(parent < 0 ? '' : from.slice(0, parent), name);
    };
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(from, name)),
    );
    expect(missing).toEqual([]);
  });
});
