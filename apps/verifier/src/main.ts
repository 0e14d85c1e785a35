import { writeFileSync } from 'node:fs';
import { readGiven } from './read-at-most.ts';
import { runVerify } from './run.ts';

// Node ends a failed program with 1, which here would accuse the bundle: whatever happens, no verdict is 2.
process.exitCode = 2;
process.on('uncaughtException', (error) => {
  process.stderr.write(`Chưa có kết quả / no verdict: ${error.message}\n`);
  process.exit(2);
});
// Whoever reads only the first lines (`| head`) leaves early; the exit code still says the verdict.
process.stdout.on('error', () => undefined);

const { stderr, stdout } = process;
process.exitCode = runVerify(process.argv.slice(2), {
  readFile: readGiven,
  writeFile: (path, text) => writeFileSync(path, text, { flag: 'wx' }),
  out: (line) => stdout.write(`${line}\n`),
  err: (line) => stderr.write(`${line}\n`),
  progress: (text) => {
    if (stderr.isTTY) stderr.write(`\r\u001B[K${text ?? ''}`);
  },
});
