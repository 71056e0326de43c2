import js from '@eslint/js'
import nx from '@nx/eslint-plugin'
import checkFile from 'eslint-plugin-check-file'
import tseslint from 'typescript-eslint'
import { lineWidth } from './tools/checks/src/line-width.js'
import { ownMember } from './tools/checks/src/own-member.js'

/** Who may import whom: the house's rooms by tag. A project not named here may import no workspace project. */
const mayImport = {
  'mqtt-topics': [],
  'message-schemas': ['mqtt-topics'],
  'shadow-client': ['mqtt-topics'],
  'rule-dsl': ['mqtt-topics'],
  'cdk-constructs': ['mqtt-topics', 'rule-dsl'],
  'mqtt-broker': ['mqtt-topics'],
  'aws-service': [],
  'local-iot': ['aws-service', 'mqtt-broker', 'mqtt-topics', 'rule-dsl', 'shadow-client'],
  'local-cloud': ['aws-service', 'local-iot', 'mqtt-topics'],
  cli: ['cold-store', 'flows', 'message-schemas', 'local-iot', 'local-cloud', 'rule-dsl', 'shadow-client', 'mqtt-topics'],
  flows: ['message-schemas', 'rule-dsl', 'mqtt-topics'],
  store: ['message-schemas'],
  'cold-store': ['message-schemas'],
  'greengrass-peer': ['mqtt-topics'],
  uplink: ['mqtt-topics', 'greengrass-peer'],
  device: ['uplink', 'message-schemas', 'shadow-client', 'mqtt-topics', 'local-iot'],
  gateway: ['greengrass-peer', 'uplink', 'mqtt-broker', 'flows', 'rule-dsl', 'message-schemas', 'shadow-client', 'mqtt-topics'],
  ingest: ['flows', 'message-schemas', 'store', 'cold-store', 'rule-dsl'],
  'command-api': ['flows', 'message-schemas', 'store', 'shadow-client'],
  dashboard: ['flows', 'message-schemas', 'mqtt-topics', 'rule-dsl', 'shadow-client'],
  infra: ['flows', 'cold-store', 'cdk-constructs', 'message-schemas', 'mqtt-topics'],
  e2e: ['system', 'store', 'flows', 'cold-store', 'message-schemas', 'shadow-client', 'local-iot', 'mqtt-broker', 'cdk-constructs', 'local-cloud'],
  system: ['flows', 'gateway', 'greengrass-peer', 'local-cloud', 'local-iot', 'message-schemas', 'mqtt-topics', 'shadow-client', 'store'],
  checks: [],
  bench: [
    'gateway', 'device', 'ingest', 'command-api', 'flows', 'store', 'message-schemas', 'mqtt-topics', 'rule-dsl', 'local-cloud', 'local-iot',
    'mqtt-broker', 'shadow-client', 'system', 'uplink',
  ],
  'nx-plugin': ['aws-service'],
}

const depConstraints = Object.entries(mayImport).map(([name, rooms]) => ({
  sourceTag: `room:${name}`,
  onlyDependOnLibsWithTags: rooms.map((room) => `room:${room}`),
}))

export default tseslint.config(
  { ignores: ['**/dist/**', '**/cdk.out/**', '**/cdk.out.next/**', '**/.test-results/**', '**/node_modules/**', '**/*.generated.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,js}'],
    plugins: { '@nx': nx, 'check-file': checkFile, keg: { rules: { 'line-width': lineWidth, 'own-member': ownMember } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], enforceBuildableLibDependency: false, depConstraints }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'check-file/filename-naming-convention': ['error', { '**/*.{ts,tsx,js}': 'KEBAB_CASE' }, { ignoreMiddleExtensions: true }],
      'check-file/folder-naming-convention': ['error', { '{packages,apps,tools}/**': 'KEBAB_CASE' }],
      'no-restricted-syntax': [
        'error', { selector: 'ExportDefaultDeclaration', message: 'Named exports only: a default export has no name to search for.' },
      ],
      'keg/line-width': ['error', 140],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  // A stand-in for the nucleus is for tests; nothing that ships speaks to it by name.
  {
    files: ['{packages,apps}/*/src/**/*.ts'], ignores: ['**/*.test.ts', '**/testing/**'],
    rules: { 'no-restricted-imports': [
      'error', { patterns: [{ group: ['@keg/greengrass-peer', '@keg/greengrass-peer/*'], message: 'It is for tests and tools alone.' }] },
    ] },
  },
  // The core that a keg is tested against is no part of it.
  {
    files: ['apps/device/src/**/*.ts'], ignores: ['**/*.test.ts', '**/testing/**'],
    rules: { 'no-restricted-imports': [
      'error', { patterns: [{ group: ['@keg/local-iot', '@keg/greengrass-peer', '@keg/greengrass-peer/*'], message: 'It is for tests alone.' }] },
    ] },
  },
  // What answers requests.
  {
    files: ['packages/local-*/src/**/*.ts', 'packages/mqtt-broker/src/**/*.ts'], ignores: ['**/*.test.ts'],
    rules: { 'keg/own-member': 'error' },
  },
  // Tests pile cases up in one describe; tools below ask for a default export.
  { files: ['**/*.test.ts', '**/*.test.tsx'], rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.config.{ts,js}', 'eslint.config.js', 'tools/nx-plugin/src/generators/**'], rules: { 'no-restricted-syntax': 'off' } },
)
