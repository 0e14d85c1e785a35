import { spawnSync } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');

const help = `Đo hiệu năng / measure performance: npm run bench -- <group> [--json] [--rounds N]

  append   P1–P3: durable appends through the store, against Emmett, message-db and pgbench; with sealing
  sealing  S1–S3: the same appends with sealing on and off (a part of append)
  import   P4: bulk import, against raw COPY of the same rows
  evidence E1–E3: proofs out of 10,000,000 leaves, the subject index, the tiles
  verify   P9: offline verification of a bundle, against SHA-256 of the same events
  (none)   all

  --json       an array of rows on standard output, and nothing else there
  --rounds N   rounds per group, at least 5 (default 5)

Every figure is a ratio inside one run: median of the rounds, both sides warmed up, same data, same
embedded PostgreSQL with fsync=on and synchronous_commit=on. The peers are installed into
bench/node_modules from bench/package-lock.json on first use; the product is built when dist is missing or
older than its source. pgbench is taken from the machine; without it a loop of single inserts through the
driver stands in, and the row says so. LEDGER_BENCH_LEAVES and LEDGER_BENCH_INDEXED (per round) make the group
evidence smaller. The exit status is 1 when a goal is not reached.
`;

const say = (line) => process.stderr.write(`${line}\n`);

const run = (command, args, cwd) => {
  // Their output is progress: standard output belongs to the result.
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with status ${status}`);
};

const newest = async (directory) => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.includes('.spec.'));
  const times = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).mtimeMs),
  );
  return Math.max(0, ...times);
};

const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

const prepare = async () => {
  const built = join(root, 'dist', 'libs', 'store', 'src', 'postgres', 'postgres-event-store.js');
  const sources = await Promise.all(['libs', 'apps/worker/src'].map((folder) => newest(join(root, folder))));
  const isBuilt = (await exists(built)) && (await stat(built)).mtimeMs > Math.max(...sources);
  if (!isBuilt) run('npm', ['run', '--silent', 'build'], root);
  if (!(await exists(join(here, 'node_modules')))) run('npm', ['ci', '--no-audit', '--no-fund'], here);
};

const groups = {
  append: async (options) => [
    ...(await (await import('./append.mjs')).measureAppend(options)),
    ...(await groups.sealing(options)),
  ],
  sealing: async (options) => (await import('./sealing.mjs')).measureSealing(options),
  import: async (options) => (await import('./import.mjs')).measureImport(options),
  evidence: async (options) => (await import('./evidence.mjs')).measureEvidence(options),
  verify: async (options) => (await import('./verify.mjs')).measureVerify(options),
};

const parse = (args) => {
  const chosen = args.filter((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--rounds');
  const at = args.indexOf('--rounds');
  const rounds = at === -1 ? 5 : Number(args[at + 1]);
  const unknown = [
    ...chosen.filter((name) => !(name in groups)),
    ...args.filter((arg) => arg.startsWith('--') && !['--json', '--rounds', '--help'].includes(arg)),
  ];
  if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 5) return null;
  return {
    names: chosen.length > 0 ? chosen : Object.keys(groups).filter((name) => name !== 'sealing'),
    rounds,
    json: args.includes('--json'),
  };
};

const table = (rows) => {
  const lines = rows.map((row) => [
    row.id,
    row.what,
    String(row.ours),
    row.against,
    String(row.theirs),
    `${row.ratio}x`,
    `>= ${row.goal}x`,
    row.ratio >= row.goal ? 'reached' : 'NOT REACHED',
  ]);
  const all = [['', 'work', 'ours/s', 'against', 'theirs/s', 'ratio', 'goal', ''], ...lines];
  const widths = all[0].map((_, column) => Math.max(...all.map((cells) => cells[column].length)));
  const text = all.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  const notes = rows.map(({ id, note, ratios, beside }) => {
    const besides = Object.entries(beside).map(([name, figure]) => `${name}: ${figure}/s`);
    return [`${id}: ${note}`, `ratios of the rounds ${ratios.join(', ')}`, ...besides].join('; ');
  });
  return `${[...text, '', ...notes].join('\n')}\n`;
};

const main = async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(help);
    return 0;
  }
  const options = parse(args);
  if (options === null) {
    process.stderr.write(help);
    return 2;
  }
  await prepare();
  const rows = [];
  for (const name of options.names) rows.push(...(await groups[name]({ rounds: options.rounds, say })));
  process.stdout.write(options.json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
  return rows.every(({ ratio, goal }) => ratio >= goal) ? 0 : 1;
};

process.exitCode = await main();
