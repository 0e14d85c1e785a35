import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { FreshDatabase } from '../support/postgres.ts';
import { root } from '../support/repository.ts';

/** The product, built into a folder of its own. */
export class BuiltProduct {
  private constructor(readonly home: string) {}

  static async make(): Promise<BuiltProduct> {
    const home = await mkdtemp(join(tmpdir(), 'ledger-faults-'));
    for (const part of ['package.json', 'apps/cli/bin', 'config/calendar', 'config/rulebook'])
      await cp(join(root, part), join(home, part), { recursive: true });
    await symlink(join(root, 'node_modules'), join(home, 'node_modules'));
    const build = ['-p', 'config/tools/tsconfig.build.json', '--outDir', join(home, 'dist')];
    await promisify(execFile)(process.execPath, ['node_modules/.bin/tsc', ...build], { cwd: root });
    return new BuiltProduct(home);
  }

  remove(): Promise<void> {
    return rm(this.home, { recursive: true, force: true });
  }
}

/** The evidence of one ledger refuses another. */
const evidenceDirOf = (home: string, ownerUrl: string): string =>
  join(home, 'evidence', basename(new URL(ownerUrl).pathname));

/** A worker in a process of its own, as an operator starts it. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown>;
  readonly evidenceDir: string;
  #log = '';

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get log(): string {
    return this.#log;
  }

  /** null as long as it runs, and where a signal ended it. */
  get exitCode(): number | null {
    return this.#child.exitCode;
  }

  constructor(
    { home }: BuiltProduct,
    { ownerUrl, appUrl }: FreshDatabase,
    environment: Readonly<Record<string, string>> = {},
  ) {
    this.evidenceDir = evidenceDirOf(home, ownerUrl);
    this.#child = spawn(process.execPath, ['apps/cli/bin/ledger.js', 'start', '--only', 'worker'], {
      cwd: home,
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: ownerUrl,
        LEDGER_APP_DATABASE_URL: appUrl,
        LEDGER_EVIDENCE_DIR: this.evidenceDir,
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#exit = once(this.#child, 'close');
    this.#child.stderr?.on('data', (text) => (this.#log += String(text)));
  }

  /** Resolves when the worker has said so in its log. */
  async says(words: string): Promise<void> {
    while (!this.#log.includes(words)) await this.saysMore();
  }

  /** Resolves when it has said anything more. */
  async saysMore(): Promise<void> {
    if (this.#child.exitCode !== null) throw new Error(`the worker ended: ${this.#log}`);
    await Promise.race([once(this.#child.stderr ?? this.#child, 'data'), this.#exit]);
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    this.#child.kill('SIGCONT');
    this.#child.kill(signal);
    await this.#exit;
  }
}

/** What a worker's log says when it leads. */
export const leads = 'leading the projections';
