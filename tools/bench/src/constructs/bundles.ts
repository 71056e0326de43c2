import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { flows, queueOf, routes, ruleReplays, type Flow, type Grant, type QueueAction } from '@keg/flows'
import { row, type Row } from '../row.ts'

const ROUNDS = 9
const apps = fileURLToPath(new URL('../../../../apps/', import.meta.url))

/** A client of the SDK, by package and class. */
type Client = readonly [packageName: string, className: string]
const DYNAMODB: Client = ['@aws-sdk/client-dynamodb', 'DynamoDBClient']
const IOT: Client = ['@aws-sdk/client-iot', 'IoTClient']
const IOT_DATA: Client = ['@aws-sdk/client-iot-data-plane', 'IoTDataPlaneClient']
const SQS: Client = ['@aws-sdk/client-sqs', 'SQSClient']
const FIREHOSE: Client = ['@aws-sdk/client-firehose', 'FirehoseClient']
const SNS: Client = ['@aws-sdk/client-sns', 'SNSClient']
const STATES: Client = ['@aws-sdk/client-sfn', 'SFNClient']
const S3: Client = ['@aws-sdk/client-s3', 'S3Client']
const byGrant: Readonly<Record<Grant, Client>> = {
  readStore: DYNAMODB, keepRequests: DYNAMODB, readReadings: DYNAMODB, readPresence: DYNAMODB, readShadow: IOT_DATA, writeShadow: IOT_DATA,
  readRegistry: IOT, replay: SQS, endSwaps: STATES, writeCommands: DYNAMODB, publishCommands: IOT_DATA, countKegs: IOT, searchKegs: IOT,
  readPolicies: IOT, listJobs: IOT, readJobs: IOT, cancelJobs: IOT, readViolations: IOT, readGroups: IOT, revokeKegs: IOT,
  disconnectKegs: IOT_DATA,
}

/** Where a handler stands, and its clients, which an empty one would have, too. */
interface Handler {
  readonly name: string
  readonly app: 'ingest' | 'command-api'
  readonly clients: readonly Client[]
}

function handlersOf(): readonly Handler[] {
  const queues = [...new Set((flows as readonly Flow[]).map(queueOf))]
  const actions = (flows as readonly Flow[]).flatMap(({ actions: all }) => all).filter((action) =>
    action.kind === 'stream' || action.kind === 'invoke')
  const ingest = ({ name, publishes, grants }: Pick<QueueAction, 'name' | 'publishes' | 'grants'>): Handler => ({
    name, app: 'ingest',
    clients: [
      DYNAMODB, ...(publishes.length > 0 || name === ruleReplays.name ? [IOT_DATA] : []), ...(grants.includes('readRegistry') ? [IOT] : []),
    ],
  })
  return [
    ...queues.flatMap((queue) => [ingest(queue), ingest({ ...queue, name: queue.quarantine })]),
    ...actions.map(ingest),
    ...routes.map(({ handler, grants, access }): Handler => ({
      name: handler, app: 'command-api', clients: [...new Set([...grants.map((grant) => byGrant[grant]), ...(access.of === 'keg' ? [IOT] : [])])],
    })),
    { name: 'live-authorizer', app: 'command-api', clients: [] },
    { name: 'given-up', app: 'ingest', clients: [DYNAMODB, S3, IOT] },
    { name: 'ledger-cold', app: 'ingest', clients: [FIREHOSE] },
    { name: 'order-keg', app: 'ingest', clients: [DYNAMODB, SNS] },
    { name: 'end-swap', app: 'ingest', clients: [DYNAMODB] },
    { name: 'alarm-writer', app: 'command-api', clients: [DYNAMODB, IOT_DATA] },
    { name: 'settings-upload', app: 'command-api', clients: [DYNAMODB, S3, IOT, IOT_DATA] },
    { name: 'settings-upload-failed', app: 'command-api', clients: [DYNAMODB, S3, IOT] },
  ]
}

/** Each function of an assembly against a handler that does nothing, with the same clients of the SDK and the same of Powertools. */
export function bundleRows(folder: string): Row[] {
  const handlers = handlersOf()
  return functionsOf(folder).flatMap(({ name, file }) => {
    const known = handlers.find((handler) => handler.name === name)
    if (known === undefined)
      throw new Error(`No flow and no route has the handler ${name}: say in bundles.ts what an empty one would have.`)
    const empty = emptyHandler(join(folder, 'empty', name), known)
    const [ms, emptyMs] = initMs([file, empty])
    return [
      row(`constructs/bundle-of-${name}`, 'bytes', statSync(file).size, statSync(empty).size, '<= 1.3'),
      row(`constructs/init-of-${name}`, 'ms', ms ?? Number.NaN, emptyMs ?? Number.NaN, '<= 1.3'),
    ]
  })
}

interface Bundled {
  readonly name: string
  readonly file: string
}

function functionsOf(folder: string): Bundled[] {
  const templates = readdirSync(folder).filter((name) => name.endsWith('.template.json')).map((name) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')))
  return templates.flatMap(({ Resources }) => Object.values<{ Type: string; Properties: FunctionProperties }>(Resources))
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    // One that stands in the template is CDK's own.
    .flatMap(({ Properties: { Code, Environment } }) => (Code.S3Key === undefined
      ? []
      : [{
        name: Environment?.Variables['POWERTOOLS_SERVICE_NAME'] ?? '',
        file: join(folder, `asset.${Code.S3Key.replace(/\.zip$/, '')}`, 'index.js'),
      }]))
}

interface FunctionProperties {
  readonly Code: { readonly S3Key?: string }
  readonly Environment?: { readonly Variables: Readonly<Record<string, string>> }
}

function emptyHandler(folder: string, { app, clients }: Handler): string {
  const powertools = app === 'ingest'
    ? [
      "import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'",
      'export const batch = [new BatchProcessor(EventType.SQS), processPartialResponse]',
    ]
    : []
  const source = [
    ...clients.map(([packageName, className]) => `import { ${className} } from '${packageName}'`),
    "import { Logger } from '@aws-lambda-powertools/logger'", ...powertools,
    `export const made = [new Logger(), ${clients.map(([, className]) => `new ${className}()`).join(', ')}]`,
    'export const handler = async () => undefined',
  ]
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, 'index.js')
  // As the constructs bundle.
  buildSync({
    stdin: { contents: source.join('\n'), resolveDir: join(apps, app, 'src') }, outfile, bundle: true, minify: true, platform: 'node',
    target: 'node24', mainFields: ['module', 'main'], conditions: ['@keg/source'], logLevel: 'error',
  })
  return outfile
}

const variables = {
  AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none', TABLE_NAME: 'none', FLOW: 'none',
  RULE_PREFIX: 'none', PRESENCE_TABLE: 'none', REPLAY_QUEUES: '{}', LIVE_SECRET_ARN: 'none', DELIVERY_STREAM: 'none', ORDERS_TOPIC: 'none',
  LIVE_AUTHORIZER: 'none', IOT_ARN: 'none', WARM_CELSIUS: '8', READINGS_LAG_SEC: '0',
}
// Processor time: a function of 256 MB has a sixth of one, and waits for nothing else while it starts.
const LOAD = 'const before = process.cpuUsage(); require(process.argv[1]); const { user, system } = process.cpuUsage(before); process.stdout.write(String((user + system) / 1000))'

/** What each file takes to load in a process of its own: the least of several rounds in turn, since what disturbs only adds. */
function initMs(files: readonly string[]): number[] {
  const least = files.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < ROUNDS; round += 1) {
    files.forEach((file, index) => {
      // Without the cache of compiled code, as on a new instance.
      const { NODE_COMPILE_CACHE: _, ...env } = process.env
      least[index] = Math.min(
        least[index] ?? 0, Number(execFileSync(process.execPath, ['-e', LOAD, file], { env: { ...env, ...variables } })),
      )
    })
  }
  return least
}
