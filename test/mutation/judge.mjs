import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { collecting } from './stand-in.mjs';

/*
 * Runs tests of the library in this thread, with one mutant on or none. Modules are made anew where a mutant may
 * work while they load; otherwise those loaded once serve for all. Whoever started the thread watches `pulse` and
 * ends the thread when a test takes too long.
 */

const { root, modules, packages, mutantCount, pulse } = workerData;
// The same cases every time, and no search for the smallest failing one: that a test failed is enough.
fc.configureGlobal({ seed: 20_261_122, endOnFailure: true });

let active = -1;
const hit = new Uint8Array(mutantCount);
/** Whether a module of the library is being evaluated: what a mutant changes then stays as long as the module. */
let isEvaluating = false;
const on = (number) => {
  hit[number] = isEvaluating ? 2 : hit[number] || 1;
  return number === active;
};
const hits = (least = 1) => {
  const found = [];
  hit.forEach((how, number) => how >= least && found.push(number));
  hit.fill(0);
  return found;
};

const loadedPackages = new Map();
for (const name of packages) loadedPackages.set(name, await import(name));

const compiled = new Map();
const functionOf = (path) => {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const text = `(function (exports, require, $meta, $on) {${modules.get(path).text}\n})`;
  const made = runInThisContext(text, { filename: path });
  compiled.set(path, made);
  return made;
};

/** The tests of a spec in a graph of modules of their own. */
const load = (spec) => {
  const loaded = new Map();
  const { tests, globals } = collecting();
  const get = (path) => {
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const exports = {};
    loaded.set(path, exports);
    const { needs } = modules.get(path);
    const require = (name) => {
      if (name === '@jest/globals') return globals;
      return needs[name] === null ? loadedPackages.get(name) : get(needs[name]);
    };
    const [run, around] = [functionOf(path), isEvaluating];
    isEvaluating = path.startsWith('libs/evidence/src/') && !path.endsWith('.spec.ts');
    run(exports, require, { url: pathToFileURL(join(root, path)).href }, on);
    isEvaluating = around;
    return exports;
  };
  get(spec);
  return tests;
};

const failure = async (test) => {
  Atomics.add(pulse, 0, 1);
  try {
    await test.run();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

let kept = new Map();
const testsOf = (spec) => {
  const tests = kept.get(spec) ?? load(spec);
  kept.set(spec, tests);
  return tests;
};

/** Every test without a mutant: how long it takes and what it reaches. */
const measure = async (spec) => {
  hits();
  const tests = testsOf(spec);
  const lasting = hits(2);
  const measured = [];
  for (const [at, test] of tests.entries()) {
    const start = performance.now();
    const error = await failure(test);
    if (error !== null) throw new Error(`${spec}, ${test.title}: fails without a mutant`, { cause: error });
    measured.push({ spec, at, title: test.title, ms: performance.now() - start, reaches: hits() });
  }
  return { spec, lasting, tests: measured };
};

/** Spec and title of the first test that fails with the mutant and passes without it. */
const killerAmong = async (number, tests) => {
  for (const [place, { spec, at, title }] of tests.entries()) {
    pulse[1] = -1;
    const test = testsOf(spec)[at];
    pulse[1] = place;
    active = number;
    const error = await failure(test);
    active = -1;
    if (error === null) continue;
    if ((await failure(test)) === null) return `${spec} › ${title}`;
    // What the mutant left behind made it fail: nothing is said, and nothing of it is kept.
    kept = new Map();
  }
  return null;
};

/** The same with modules that load while the mutant is on; `only`: places of tests. */
const killerAnew = async (number, specs) => {
  active = number;
  try {
    for (const { spec, only } of specs) {
      let tests = [];
      isEvaluating = false;
      try {
        tests = load(spec);
      } catch {
        return `${spec} does not load`;
      }
      for (const test of tests.filter((_, at) => only.includes(at)))
        if ((await failure(test)) !== null) return `${spec} › ${test.title}`;
    }
    return null;
  } finally {
    active = -1;
  }
};

const work = {
  measure: ({ spec }) => measure(spec),
  among: ({ number, tests }) => killerAmong(number, tests),
  anew: ({ number, specs }) => killerAnew(number, specs),
};

const answer = async (message) => {
  try {
    parentPort.postMessage({ answer: await work[message.kind](message) });
  } catch (error) {
    parentPort.postMessage({ fault: String(error.cause?.stack ?? error.stack) });
  }
};

parentPort.on('message', (message) => void answer(message));
parentPort.postMessage({ answer: 'ready' });
