/**
 * Spoils the verifier of libs/evidence in every small way there is, one at a time, and asks the tests of the library
 * whether they notice. A spoilt form that no test notices is a missing test, or is explained in
 * test/mutation/explained/. `npm run mutants` does all and writes docs/verifier-mutants.md; with a word, only the
 * mutants whose key holds it; `--sample 40` a fixed choice; `--near WORD` asks only the tests meant for the file, for
 * whoever is writing some. Exits 1 when a survivor is not explained, or when an explanation is of no survivor.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { judgeOf } from '../../test/mutation/bench-judge.mjs';
import { writePage } from '../../test/mutation/page.mjs';
import { workbench } from '../../test/mutation/workbench.mjs';

const root = join(import.meta.dirname, '../..');
const say = (text) => process.stdout.write(text);

/** The longest test without a mutant takes some seconds on two busy cores. */
const measurePatienceMs = 120_000;

/** A mutant is for the tests meant for its file; of the others those are asked that answer within this time together. */
const farMs = 1500;
/** Longer tests (each bit of a token, each byte of a bundle) are left out where a whole spec runs again. */
const longMs = 400;

/** Each piece of work goes to the first thread that has nothing to do. */
const inThreads = async (judges, pieces, work) => {
  let next = 0;
  const take = async (judge) => {
    for (let at = next++; at < pieces.length; at = next++) await work(judge, pieces[at]);
  };
  await Promise.all(judges.map(take));
};

/** What each test reaches, and which mutants change a module of the library for as long as it is loaded. */
const measured = async (judges, specs) => {
  const tests = [];
  const lasting = new Map();
  await inThreads(judges, specs, async (judge, spec) => {
    const answer = await judge.ask({ kind: 'measure', spec }, () => measurePatienceMs);
    if (typeof answer === 'string') throw new Error(`${spec}: ${answer} without a mutant`);
    tests.push(...answer.tests);
    for (const number of answer.lasting) lasting.set(number, [...(lasting.get(number) ?? []), spec]);
  });
  // Quick tests first: most mutants die at once.
  tests.sort((one, other) => one.ms - other.ms);
  const reaching = new Map();
  for (const test of tests)
    for (const number of test.reaches) reaching.set(number, [...(reaching.get(number) ?? []), test]);
  return { tests, reaching, lasting };
};

const folderOf = (file) => file.slice(0, file.lastIndexOf('/') + 1);

/** A test is for a file when its spec stands beside the file or imports it. */
const isMeantFor = ({ modules }, spec, file) =>
  folderOf(spec) === folderOf(file) || Object.values(modules.get(spec).needs).includes(file);

/** Those meant for the file and as many quick others as there is time for, quick ones first. */
const askedOf = (bench, file, tests) => {
  let left = farMs;
  return tests.filter(({ spec, ms }) => {
    if (isMeantFor(bench, spec, file)) return true;
    left -= ms;
    return left >= 0;
  });
};

/** A busy machine may take some times as long; while modules load (no place yet), a flat time. */
const loadMs = 10_000;
const patienceWith = (tests, times) => (place) => times * (place < 0 ? loadMs : 1000 + 8 * (tests[place]?.ms ?? 0));

/** Who hangs is asked once more, with more patience: a pause of the machine must not count as a test that noticed. */
const askPatiently = async (judge, message, tests) => {
  const answer = await judge.ask(message, patienceWith(tests, 1));
  return answer === 'hangs' ? judge.ask(message, patienceWith(tests, 4)) : answer;
};

const nameOf = ({ spec, title }) => `${spec} › ${title}`;
const firstOf = (list, isFirst) => list.toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one)));

/** Who kills it: the name of a test, 'hangs', 'breaks', or null. Whoever did so last time is asked first. */
const killerOf = async ({ judge, bench, last }, { number, file }, { tests, reaching, lasting }) => {
  const asked = firstOf(askedOf(bench, file, reaching.get(number) ?? []), (test) => nameOf(test) === last);
  const places = asked.map(({ spec, at, title }) => ({ spec, at, title }));
  const killer = asked.length === 0 ? null : await askPatiently(judge, { kind: 'among', number, tests: places }, asked);
  if (killer !== null) return killer;
  const near = (lasting.get(number) ?? []).filter((spec) => isMeantFor(bench, spec, file));
  const specs = firstOf(near, (spec) => last?.startsWith(spec)).map((spec) => ({
    spec,
    only: tests.filter((test) => test.spec === spec && test.ms < longMs).map(({ at }) => at),
  }));
  return specs.length === 0 ? null : askPatiently(judge, { kind: 'anew', number, specs }, []);
};

const digest = ({ key }) => createHash('sha256').update(key).digest('hex');

const chosenFrom = (mutants, [first, second]) => {
  if (first === undefined) return mutants;
  if (first !== '--sample') return mutants.filter(({ key }) => key.includes(first));
  return mutants.toSorted((one, other) => (digest(one) < digest(other) ? -1 : 1)).slice(0, Number(second));
};

const explained = () => {
  const folder = join(root, 'test/mutation/explained');
  const entries = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
  return new Map(
    entries.flatMap(({ file, code, changes, why }) => changes.map((change) => [`${file} | ${code} | ${change}`, why])),
  );
};

/** What killed each mutant in earlier runs: it only decides who is asked first, so nothing depends on it. */
const killersFile = join(root, 'var/mutants.json');
const lastKillers = () =>
  new Map(Object.entries(existsSync(killersFile) ? JSON.parse(readFileSync(killersFile, 'utf8')) : {}));
const keepKillers = (found) => {
  mkdirSync(dirname(killersFile), { recursive: true });
  const own = `${killersFile}.${process.pid}`;
  writeFileSync(own, JSON.stringify(Object.fromEntries([...lastKillers(), ...found])));
  renameSync(own, killersFile);
};

const progress = (done, of) => {
  const full = Math.round((40 * done) / of);
  if (process.stdout.isTTY) say(`\r[${'#'.repeat(full).padEnd(40)}] ${done}/${of} `);
};

/** Each mutant that nobody kills, said as it is found. */
const survivorsAmong = async (bench, chosen, { reasons, threads, specs }) => {
  const judges = Array.from({ length: threads }, () => judgeOf(bench));
  const map = await measured(judges, specs);
  const last = lastKillers();
  const killers = new Map();
  const survivors = [];
  let done = 0;
  await inThreads(judges, chosen, async (judge, mutant) => {
    const killer = await killerOf({ judge, bench, last: last.get(mutant.key) }, mutant, map);
    progress((done += 1), chosen.length);
    if (done % 100 === 0) keepKillers(killers);
    if (killer !== null) {
      killers.set(mutant.key, killer);
      return;
    }
    const why = reasons.get(mutant.key) ?? null;
    const isReached = map.reaching.has(mutant.number) || map.lasting.has(mutant.number);
    survivors.push({ ...mutant, why });
    if (why === null)
      say(`\n${mutant.file}:${mutant.line} ${mutant.change}${isReached ? '' : ' (no test comes here)'}\n`);
  });
  keepKillers(killers);
  await Promise.all(judges.map((judge) => judge.end()));
  return survivors.sort((one, other) => one.number - other.number);
};

const main = async (given) => {
  const started = Date.now();
  const bench = workbench();
  const [isNear, asked] = given[0] === '--near' ? [true, given.slice(1)] : [false, given];
  const chosen = chosenFrom(bench.mutants, asked);
  const files = new Set(chosen.map(({ file }) => file));
  const specs = isNear
    ? bench.specs.filter((spec) => [...files].some((file) => isMeantFor(bench, spec, file)))
    : bench.specs;
  const reasons = explained();
  const survivors = await survivorsAmong(bench, chosen, {
    reasons,
    specs,
    threads: isNear ? 1 : availableParallelism(),
  });
  const minutes = (Date.now() - started) / 60_000;
  const unexplained = survivors.filter(({ why }) => why === null).length;
  const killed = chosen.length - survivors.length;
  say(`\n${chosen.length} mutants, ${killed} killed, ${survivors.length - unexplained} explained, `);
  say(`${unexplained} unexplained, ${minutes.toFixed(1)} min\n`);
  const alive = new Set(survivors.map(({ key }) => key));
  const idle = chosen.map(({ key }) => key).filter((key) => reasons.has(key) && !alive.has(key));
  const known = new Set(bench.mutants.map(({ key }) => key));
  idle.push(...[...reasons.keys()].filter((key) => !known.has(key)));
  for (const key of idle) say(`explained, yet killed or not there: ${key}\n`);
  if (given.length === 0) writePage({ root, chosen, survivors, minutes });
  process.exitCode = unexplained + idle.length > 0 ? 1 : 0;
};

await main(process.argv.slice(2));
