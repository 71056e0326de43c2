import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Tree } from '@nx/devkit'
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing'
import { describe, expect, it } from 'vitest'
import action from './generators/action/action.ts'
import flow from './generators/flow/flow.ts'
import message from './generators/message/message.ts'
import resource from './generators/resource/resource.ts'
import operation from './generators/operation/operation.ts'
import route from './generators/route/route.ts'
import service from './generators/service/service.ts'
import sqlFunction from './generators/sql-function/sql-function.ts'
import type { LoadClient } from './client-protocol.ts'

const SERVICES = 'packages/local-cloud/src/services'
const ACTIONS = 'packages/local-iot/src/actions'
const FUNCTIONS = 'packages/rule-dsl/src/functions'
const localCloud = [
  'packages/local-cloud/test/resource-coverage.json', 'packages/local-cloud/model/modelled-services.ts', `${SERVICES}/index.ts`,
  ...['ssm/name.ts', 'ssm/service.ts', 'ssm/operations/index.ts', 'iot/name.ts', 'iot/resources/index.ts']
    .map((file) => `${SERVICES}/${file}`),
]

/** The workspace's own files that generators edit: their anchors are tested on what is really there. */
const EDITED = [
  'packages/message-schemas/src/keg/index.ts', 'packages/flows/src/index.ts', 'packages/flows/src/routes.ts', `${ACTIONS}/index.ts`,
  'apps/command-api/src/testing/memory-api.ts', 'apps/command-api/README.md',
  `${FUNCTIONS}/index.ts`, `${FUNCTIONS}/catalog.ts`, ...localCloud,
]

function workspace(): Tree {
  const tree = createTreeWithEmptyWorkspace()
  for (const path of EDITED) tree.write(path, readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8'))
  return tree
}

/** The client of this package, in whose place others are those of `local-cloud`. */
const polly: LoadClient = createRequire(import.meta.url)

const contents = (tree: Tree): Record<string, string> =>
  Object.fromEntries(tree.listChanges().map(({ path, content }) => [path, content?.toString() ?? '']))

const generators: [string, (tree: Tree) => void, string[], [path: string, line: string][]][] = [
  [
    'message',
    (tree) => message(tree, { name: 'keg-alert' }),
    ['packages/message-schemas/src/keg/keg-alert.ts', 'packages/message-schemas/src/keg/keg-alert.test.ts'],
    [
      ['packages/message-schemas/src/keg/index.ts', "import { kegAlert } from './keg-alert.ts'"],
      ['packages/message-schemas/src/keg/index.ts', "export { kegAlert, type KegAlert } from './keg-alert.ts'"],
      ['packages/message-schemas/src/keg/index.ts', 'summary, telemetry,\n  kegAlert,\n])'],
    ],
  ],
  [
    'flow',
    (tree) => flow(tree, { name: 'keg-alerts', message: 'site-summary' }),
    ['packages/flows/src/keg-alerts.ts', 'apps/ingest/src/keg-alerts.ts'],
    [
      ['packages/flows/src/index.ts', "import { kegAlertsFlow } from './keg-alerts.ts'"],
      ['packages/flows/src/index.ts', '  kegAlertsFlow,\n] as const'],
      ['packages/flows/src/keg-alerts.ts', "import { siteSummary } from '@keg/message-schemas/keg'"],
      ['packages/flows/src/keg-alerts.ts', "name: 'keg_alerts'"],
      ['packages/flows/src/keg-alerts.ts', "queue('keg-alerts')"],
    ],
  ],
  [
    'route',
    (tree) => route(tree, { name: 'get-site', path: '/sites/{siteId}' }),
    [
      'packages/flows/src/api/get-site.ts', 'apps/command-api/src/routes/get-site.ts', 'apps/command-api/src/routes/get-site.test.ts',
      'apps/command-api/src/handlers/get-site.ts',
    ],
    [
      ['packages/flows/src/routes.ts', "import { getSiteRoute } from './api/get-site.ts'\nimport { getSwapRoute }"],
      ['packages/flows/src/routes.ts', "export { getSiteRoute } from './api/get-site.ts'\nexport { getSwapRoute }"],
      ['packages/flows/src/routes.ts', '  getSiteRoute,\n] as const'],
      ['apps/command-api/src/testing/memory-api.ts', "import { getSite } from '../routes/get-site.ts'\nimport { getSwap }"],
      ['apps/command-api/src/testing/memory-api.ts', "    'get-site': getSite({ gate, store }),\n    'get-me'"],
      ['apps/command-api/README.md', '| `GET /sites/{siteId}` | say here what it answers |\n| `GET /me`'],
    ],
  ],
  [
    'resource',
    (tree) => resource(tree, { type: 'AWS::SSM::Document' }),
    [`${SERVICES}/ssm/resources/document.ts`, 'packages/local-cloud/test/ssm-document.test.ts'],
    [
      [
        `${SERVICES}/ssm/service.ts`,
        "import { ssmDocument } from './resources/document.ts'\nimport { ssmParameter } from './resources/parameter.ts'",
      ],
      [`${SERVICES}/ssm/service.ts`, 'resources: [ssmParameter, ssmDocument],'],
      [
        'packages/local-cloud/test/resource-coverage.json',
        '  "AWS::SSM::Document": { "test": "ssm-document.test.ts", "by": "AWS::SSM::Document" },\n  "AWS::SSM::Parameter": {',
      ],
    ],
  ],
  [
    'resource, of a service that loads its types when a stack has them',
    (tree) => resource(tree, { type: 'AWS::IoT::EncryptionConfiguration' }),
    [`${SERVICES}/iot/resources/encryption-configuration.ts`, 'packages/local-cloud/test/iot-encryption-configuration.test.ts'],
    [
      [
        `${SERVICES}/iot/resources/index.ts`,
        "import { iotEncryptionConfiguration } from './encryption-configuration.ts'\nimport { iotFleetMetric }",
      ],
      [`${SERVICES}/iot/resources/index.ts`, '  customKegIotThingGroupPolicy,\n  iotEncryptionConfiguration,\n] satisfies'],
    ],
  ],
  [
    'operation',
    (tree) => operation(tree, { service: 'ssm', name: 'DescribeParameters' }),
    [`${SERVICES}/ssm/operations/describe-parameters.ts`],
    [
      [`${SERVICES}/ssm/operations/index.ts`, "import { describeParameters } from './describe-parameters.ts'\nimport { getParameter }"],
      [`${SERVICES}/ssm/operations/index.ts`, 'putParameter, describeParameters]'],
    ],
  ],
  [
    'action',
    (tree) => action(tree, { name: 'iotSiteWise' }),
    [`${ACTIONS}/iot-site-wise.ts`, 'packages/local-iot/test/action-iot-site-wise.test.ts'],
    [
      [`${ACTIONS}/index.ts`, "import { influxDBAction } from './influx-db.ts'\nimport { iotSiteWiseAction } from './iot-site-wise.ts'"],
      [`${ACTIONS}/index.ts`, '  iotSiteWise: iotSiteWiseAction,\n  kafka: notEmulated('],
    ],
  ],
  [
    'sql-function',
    (tree) => sqlFunction(tree, { name: 'random_text' }),
    [`${FUNCTIONS}/random-text.ts`, `${FUNCTIONS}/random-text.test.ts`],
    [
      [
        `${FUNCTIONS}/index.ts`,
        "import { randomFunctions } from './random.ts'\nimport { randomTextFunctions } from './random-text.ts'\nimport { regexpFunctions }",
      ],
      [`${FUNCTIONS}/index.ts`, '  ...randomFunctions,\n  ...randomTextFunctions,\n  ...regexpFunctions,\n'],
    ],
  ],
  [
    'service',
    (tree) => void service(tree, { name: 'polly', operation: 'SynthesizeSpeech' }, polly),
    [
      'name.ts', 'polly.ts', 'service.ts', 'access.ts', 'known-gaps.md', 'operations/operation.ts', 'operations/index.ts',
      'operations/synthesize-speech.ts',
    ].map((file) => `${SERVICES}/polly/${file}`),
    [
      [`${SERVICES}/index.ts`, "  polly: { types: ['AWS::Polly'], load: () => import('./polly/service.ts') },\n"],
      ['packages/local-cloud/model/modelled-services.ts', "import * as polly from '@aws-sdk/client-polly'\n"],
      [
        'packages/local-cloud/model/modelled-services.ts',
        "  polly: { client: polly, botocore: 'polly/2016-06-10', docs: 'polly/latest/APIReference', isRest: true },\n",
      ],
    ],
  ],
]

describe.each(generators)('%s', (_, generate, files, lines) => {
  it('writes its files and its lines', () => {
    const tree = workspace()
    generate(tree)
    for (const file of files) expect(tree.exists(file)).toBe(true)
    for (const [path, line] of lines) expect(tree.read(path, 'utf8')).toContain(line)
  })

  it('changes nothing when it is run twice', () => {
    const tree = workspace()
    generate(tree)
    const once = contents(tree)
    generate(tree)
    expect(contents(tree)).toEqual(once)
  })

  it('leaves alone what a person edited', () => {
    const tree = workspace()
    generate(tree)
    for (const file of files) tree.write(file, 'edited by hand')
    generate(tree)
    for (const file of files) expect(tree.read(file, 'utf8')).toBe('edited by hand')
  })
})

it.each(['Queue', 'AWS::SQS', 'Custom::Queue', 'AWS::SQS::../x'])('refuses the type %j', (type) => {
  expect(() => resource(workspace(), { type })).toThrow(/AWS::Service::Type/)
})

it.each(['Alert', 'keg_alert', '', '1st', 'a--b', '../x'])('refuses the name %j', (name) => {
  expect(() => message(workspace(), { name })).toThrow(/kebab-case/)
})

it.each(['cbrt()', '', 'Cbrt'])('refuses the function %j', (name) => {
  expect(() => sqlFunction(workspace(), { name })).toThrow(/no name of a function/)
})

it('refuses an action that AWS IoT does not have', () => {
  expect(() => action(workspace(), { name: 'carrierPigeon' })).toThrow(/no rule action "carrierPigeon"/)
})

it.each(['sites', '/sites/', '/sites/{site-id}', ''])('refuses the path %j', (path) => {
  expect(() => route(workspace(), { name: 'get-site', path })).toThrow(/path/)
})

it('says what to add by hand where a file has another shape', () => {
  const tree = workspace()
  tree.write('packages/flows/src/routes.ts', 'export const routes = []')
  expect(() => route(tree, { name: 'get-site', path: '/sites' })).toThrow(/by hand/)
})

describe('a flow of a message', () => {
  it.each([
    { name: 'keg-alerts', message: 'no-such' }, { name: 'no-such' },
  ])('that is not there is refused, and nothing written: %j', (options) => {
    const tree = workspace()
    const before = contents(tree)
    expect(() => flow(tree, options))
      .toThrow(/^There is no message no-such\. .*nx-plugin:message no-such\. There are alert, batch, .*site-summary, .*telemetry\.$/)
    expect(contents(tree)).toEqual(before)
  })

  it('that has just been added is taken, by its own name, too', () => {
    const tree = workspace()
    message(tree, { name: 'keg-alert' })
    flow(tree, { name: 'keg-alert' })
    expect(tree.read('packages/flows/src/keg-alert.ts', 'utf8')).toContain('from(kegAlert)')
  })
})

describe('a service', () => {
  it('whose client is not installed is refused with what to do', () => {
    expect(() => service(workspace(), { name: 'no-such' }))
      .toThrow('@aws-sdk/client-no-such is not installed: pnpm add -D @aws-sdk/client-no-such --filter @keg/local-cloud, and again.')
  })
  it('is refused an operation that it does not have', () => {
    expect(() => service(workspace(), { name: 'polly', operation: 'Sing' }, polly))
      .toThrow(/^Polly has no operation Sing; it has DeleteLexicon, /)
  })
  it('that is not there is given no operation and no type', () => {
    expect(() => operation(workspace(), { service: 'polly', name: 'Sing' })).toThrow(/nx-plugin:service polly/)
    expect(() => resource(workspace(), { type: 'AWS::Polly::Lexicon' })).toThrow(/nx-plugin:service/)
  })
})
