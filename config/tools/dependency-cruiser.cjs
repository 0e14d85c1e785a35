/**
 * Who may import whom (docs/decisions/0001): one rule per row of the table, an allow list each, and
 * no list of exceptions. Paths are those of the repository root.
 */
const npm = '(^|/)node_modules/';
/** Specs, and what only specs use: contract suites and the fixtures beside a lib. */
const spec = '[.]spec[.]tsx?$|^libs/[^/]+/(src/contract|test)/';

/** `from` may reach its own sources and those named; npm packages and Node modules only when said so. */
const may = (from, { to = [], packages = true, node = [] }) => {
  const reachable = [`^${from}/`, ...to.map((path) => `^${path}`)];
  if (packages) reachable.push(npm);
  const production = { path: `^${from}/`, pathNot: [spec, '[.](config[.]ts|mjs)$'] };
  const rules = [
    {
      name: `${from}: only ${[...to, 'itself'].join(', ')}`,
      severity: 'error',
      from: production,
      to: { pathNot: reachable, dependencyTypesNot: ['core'] },
    },
  ];
  if (node !== 'any') {
    rules.push({
      name: `${from}: node modules ${node.join(', ') || 'none'}`,
      severity: 'error',
      from: production,
      to: { dependencyTypes: ['core'], ...(node.length > 0 && { pathNot: `^(node:)?(${node.join('|')})$` }) },
    });
  }
  return rules;
};

module.exports = {
  forbidden: [
    ...may('libs/domain', { packages: false }),
    ...may('libs/evidence', { packages: false, node: ['crypto'] }),
    ...may('libs/contracts', { packages: false }),
    ...may('libs/platform', { to: ['libs/domain/src/'], node: 'any' }),
    ...may('libs/store', { to: ['libs/domain/src/', 'libs/evidence/', 'libs/platform/'], node: 'any' }),
    ...may('libs/ledger', { to: ['libs/domain/src/', 'libs/store/'], packages: false }),
    ...may('libs/sealing', {
      to: ['libs/domain/src/', 'libs/evidence/', 'libs/store/', 'libs/platform/'],
      node: 'any',
    }),
    ...may('libs/read-models', { to: ['libs/domain/src/', 'libs/contracts/', 'libs/platform/'], node: 'any' }),
    ...may('apps/api', { to: ['libs/'], node: 'any' }),
    ...may('apps/worker', { to: ['libs/'], node: 'any' }),
    ...may('apps/cli', { to: ['libs/', 'apps/api/', 'apps/worker/', 'apps/verifier/'], node: 'any' }),
    ...may('apps/verifier', { to: ['libs/evidence/'], node: 'any' }),
    ...may('apps/web', { to: ['libs/contracts/'] }),
    {
      name: 'platform and store take only types from the domain',
      severity: 'error',
      from: { path: '^libs/(platform|store)/', pathNot: spec },
      to: { path: '^libs/domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a spec keeps to the neighbours of its folder',
      severity: 'error',
      from: { path: '^libs/(domain|evidence)/.+[.]spec[.]ts$' },
      to: { path: '^(libs|apps)/', pathNot: '^libs/$1/' },
    },
    {
      name: 'products do not import tests, benchmarks or build output',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: spec },
      to: { path: ['^test/', '^bench/', '^dist/', spec] },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no orphans',
      severity: 'error',
      from: { orphan: true, path: '^(apps|libs)/', pathNot: [spec, '[.]d[.]ts$', '[.]config[.]ts$'] },
      to: {},
    },
    { name: 'no unresolvable imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no undeclared packages',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no development packages at run time',
      severity: 'error',
      from: { path: '^(apps/(api|worker|cli)|libs)/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: ['^dist/', '^var/', '^bench/node_modules/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
