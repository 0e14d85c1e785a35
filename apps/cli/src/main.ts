import 'reflect-metadata';
import { processOutput, questionsTo, stopOnSignals } from './frame/process.ts';
import { runCli } from './program.ts';

// `ledger trail … | head`: the reader has seen enough, which is no error of ours. Of a verification only the exit
// code remains to be heard then, and nothing short of a verdict may pass for *intact*.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.argv[2] === 'verify' ? 2 : 0);
});

const output = processOutput(process.stdout, process.stderr);
const stop = stopOnSignals((text) => output.note(text));
process.exitCode = await runCli(process.argv.slice(2), {
  output,
  env: process.env,
  stop,
  ask: questionsTo(process.stdin, process.stderr, stop),
});
