// Borders as errors. One rule per row of architecture.mjs, plus the direction of layers.
import { mayUse } from './architecture.mjs'

const modules = Object.entries(mayUse)
const tests = '\\.test\\.tsx?$|/fixtures\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...modules.map(([name, allowed]) => ({
      name: `module-${name}`,
      comment: `${name} may use only what architecture.mjs says, through index.ts or law/. Ask for it there, or move the code to its owner.`,
      severity: 'error',
      from: { path: `^src/modules/${name}/`, pathNot: tests },
      to: { path: '^src/modules/', pathNot: [`^src/modules/${name}/`, ...allowed.map((other) => `^src/modules/${other}/(index\\.ts$|law/)`)] },
    })),
    {
      name: 'every-module-is-in-the-table',
      comment: 'Add the module to architecture.mjs with what it may use.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: `^src/modules/(${modules.map(([name]) => name).join('|')})/` },
      to: {},
    },
    {
      name: 'law-is-data',
      comment: 'A law table imports only kernel and law.',
      severity: 'error',
      from: { path: '(^src/law/|^src/modules/[^/]+/law/)', pathNot: tests },
      to: { pathNot: '^src/kernel/|^src/law/|/law/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule takes facts and gives a ruling; move what reads or writes to actions, queries or store.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/rules/', pathNot: tests },
      to: { path: '^src/(platform|main|portal)/|/(actions|queries|store|http)/|^node:(?!crypto|buffer|util)', pathNot: '^src/platform/(chinese|html)/' },
    },
    {
      name: 'sql-stays-in-queries-and-store',
      comment: 'Ask the database in queries/ or store/. Actions and routes may import only the type Tx.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/', pathNot: ['/(queries|store)/', tests] },
      to: { path: '^src/platform/database/|node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'actions-know-no-http',
      comment: 'An action is called from page, API, job and test alike.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/(actions|rules|queries|store)/', pathNot: tests },
      to: { path: '/http/|^src/platform/http/' },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'The kernel knows words, not the world.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: tests },
      to: { pathNot: ['^src/kernel/', 'node_modules/zod/'] },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'The platform serves every module and knows none.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: tests },
      to: { path: '^src/(modules|main|portal|law)/' },
    },
    {
      name: 'portal-reads-publication-only',
      comment: 'The public side reads what is public, and the forms that citizens fill in; nothing else.',
      severity: 'error',
      from: { path: '^src/portal/', pathNot: tests },
      to: { path: '^src/modules/(?!publication/|((interaction|followup|requests)/(law/|rules/|http/)|reports/law/forms/))' },
    },
    {
      name: 'office-reads-contracts-and-law-only',
      comment: 'The browser shares words with the server, not behaviour.',
      severity: 'error',
      from: { path: '^office/', pathNot: tests },
      to: { path: '^src/', pathNot: '^src/(kernel|law)/|^src/modules/[^/]+/(law/|http/[a-z-]*contract\\.ts$)' },
    },
    {
      name: 'contracts-are-for-the-browser-too',
      comment: 'A contract imports zod, kernel, law, pure shapes and other contracts.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/http/[a-z-]*contract\\.ts$' },
      to: { pathNot: ['^src/(kernel|law)/', '^src/modules/[^/]+/(law/|rules/|http/[a-z-]*(contract|shapes)\\.ts$)', 'node_modules/zod/'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
