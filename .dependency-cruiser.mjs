// The layers of ARCHITECTURE: app > features > components | db | content > lib. `scripts/layers.test.ts`
// plants one violation of each rule and sees it caught.
const NOUN = '^features/([^/]+)/';
const OTHERS_PUBLIC = '^features/[^/]+/[^/]+[.](service|dto|queries)[.]ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'lib-imports-npm-only',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|features|components|db|content|server|scripts|e2e)/' },
    },
    {
      name: 'db-imports-lib-only',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(app|features|components|content|server|scripts|e2e)/' },
    },
    {
      name: 'components-are-pure-views',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(app|features|db|content|server|scripts|e2e)/' },
    },
    {
      name: 'features-do-not-know-who-asks',
      severity: 'error',
      from: { path: '^features/' },
      to: { path: '^(app|server|scripts|e2e)/' },
    },
    {
      name: 'features-do-not-import-the-router',
      severity: 'error',
      from: { path: '^features/.*[.](service|dto)[.]ts$' },
      to: { path: 'node_modules/next/' },
    },
    {
      name: 'services-stay-off-the-browser',
      severity: 'error',
      comment: 'Views, hooks and queries never import the database or a service.',
      from: { path: '^(features|components)/.*([.]tsx|/use-[^/]+[.]ts|[.]queries[.]ts)$' },
      to: { path: '^db/|[.]service[.]ts$' },
    },
    {
      name: 'schemas-stay-off-the-browser',
      severity: 'error',
      comment: 'Types of a .dto.ts are free; its schemas would bring their library to every reader.',
      from: { path: '^(features|components)/.*([.]tsx|/use-[^/]+[.]ts|[.]queries[.]ts)$' },
      to: { path: '[.]dto[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'views-of-app-load-through-the-server',
      severity: 'error',
      comment: 'A client component of a route never reaches the database either.',
      from: { path: '^app/.*(-island|providers)[.]tsx$' },
      to: { path: '^db/|[.]service[.]ts$|^app/_server/' },
    },
    {
      name: 'features-meet-through-services',
      severity: 'error',
      from: { path: NOUN, pathNot: '[.]test[.]tsx?$' },
      to: { path: '^features/', pathNot: ['^features/$1/', OTHERS_PUBLIC, '^features/me/'] },
    },
    {
      name: 'server-door-is-plain-node',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(app|components|db|e2e)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: '[.]test[.]tsx?$' },
      to: { path: '[.]test[.]tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^([.]next|[.]test|node_modules/[.])' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
