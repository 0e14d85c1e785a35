/**
 * Builds the two verifiers that need nothing but themselves, into dist/ or the folder given:
 * `verify.mjs` for plain Node and `verify.html` for a browser. Not minified: whoever wants to know what a
 * verdict rests on can read them.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, defaultClientConditions, defaultServerConditions } from 'vite';

const root = join(import.meta.dirname, '../..');
const here = import.meta.dirname;
const outDir = process.argv[2] ?? join(root, 'dist');
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

const about = `Accountability ledger ${version}: verifier of exported trails / bộ kiểm chứng gói vết`;

/** Everything in one chunk, or the build fails: a verifier that loads something is not the one that was read. */
const bundled = async (options, mayImport) => {
  const result = await build({ configFile: false, root, publicDir: false, logLevel: 'error', ...options });
  const [chunk, ...more] = result.output;
  const foreign = [...chunk.imports, ...chunk.dynamicImports].filter((name) => !mayImport.test(name));
  if (more.length > 0 || foreign.length > 0) throw new Error(`not one self-contained file: ${foreign.join(', ')}`);
  return chunk.code;
};

const output = { codeSplitting: false, minify: false };

const script = await bundled(
  {
    ssr: { noExternal: true, resolve: { conditions: ['source', ...defaultServerConditions] } },
    build: {
      ssr: join(here, 'src/main.ts'),
      write: false,
      target: 'node18',
      minify: false,
      rolldownOptions: { output: { ...output, format: 'es' } },
    },
  },
  /^node:/,
);

const header = `#!/usr/bin/env node
/*
 * ${about}
 *
 * Tệp này tự chạy với Node từ 18 trở lên, không cần cài gì thêm, không dùng mạng.
 * This file runs by itself with Node 18 or later; nothing to install, no network.
 *
 *   node verify.mjs FILE --policy POLICY [--json] [--lang vi|en|both] [--report OUT.html]
 *
 * 0 nguyên vẹn / intact, 1 bị can thiệp / tampered, 2 không kiểm chứng được / unverifiable.
 */
`;

const pageScript = await bundled(
  {
    resolve: {
      conditions: ['source', ...defaultClientConditions],
      alias: { 'node:crypto': join(here, 'src/browser-crypto.ts') },
    },
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: join(here, 'page/main.ts'), output: { ...output, format: 'iife' } },
    },
  },
  /^$/,
);

// What a parser of HTML would read otherwise than the hash in the content policy was made of.
const closing = /<\/(?:script|style)|<!--|\r|\0/i;
const inline = (code) => {
  const text = `\n${code.trim()}\n`;
  const fault = closing.exec(text);
  if (fault !== null) throw new Error(`cannot stand in a page: ${JSON.stringify(fault[0])}`);
  return { text, source: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
};

const code = inline(`/* ${about} */\n${pageScript}`);
const style = inline(await readFile(join(here, 'page/page.css'), 'utf8'));
// The worker is this very script again, from a blob; nothing can be fetched from anywhere.
const policy = `default-src 'none'; script-src ${code.source}; style-src ${style.source}; worker-src blob:; base-uri 'none'; form-action 'none'`;
const parts = {
  policy: `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  style: `<style>${style.text}</style>`,
  script: `<script>${code.text}</script>`,
};
const template = await readFile(join(here, 'page/index.html'), 'utf8');

await mkdir(outDir, { recursive: true });
await writeFile(join(outDir, 'verify.mjs'), header + script, { mode: 0o755 });
await writeFile(
  join(outDir, 'verify.html'),
  template.replace(/<!--(policy|style|script)-->/g, (_, name) => parts[name]),
);
