import 'reflect-metadata';
import { processOutput, stopOnSignals } from './frame/process.ts';
import { runCli } from './program.ts';

const output = processOutput(process.stdout, process.stderr);
process.exitCode = await runCli(process.argv.slice(2), {
  output,
  env: process.env,
  stop: stopOnSignals((text) => output.note(text)),
});
