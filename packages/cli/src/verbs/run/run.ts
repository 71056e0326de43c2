import { CloudError, runAssembly, type CloudLogEntry, type RunningCloud } from '@keg/local-cloud'
import { announceCore } from '@keg/local-iot/running'
import { choiceFlag, given, portFlag, textFlag } from '../../flags.ts'
import { awsLogLine, cloudLogLine, logFlags } from '../../log-line.ts'
import { UsageError, type Flags, type Terminal, type Verb } from '../../verb.ts'
import { iotEndpoints } from '../local.ts'
import { synthesizer, type Synthesizer } from './synthesizer.ts'

/** `keg run DIR`: a synthesized CDK app, until interrupted. */
export const run: Verb = {
  usage: 'keg run DIR [--json] [--synth COMMAND] [--no-watch] [--data-dir DIR] [--iam enforce|warn|off] [--log text|aws] [--port PORT] [--region REGION] [--account-id ID] [--parameter NAME=VALUE]… [--dynamodb-endpoint URL] [--aws-endpoint URL]',
  help: `Runs a synthesized CDK app (its cdk.out folder) on this machine, until Ctrl-C. What is synthesized anew while it runs is deployed: resources are
changed, replaced and removed as by CloudFormation, data kept. A page at the endpoint, under /__keg, shows what there is and what happens.

  --json                    prints one line of JSON when ready
  --synth COMMAND           runs this first, as "npx cdk synth --quiet", and again whenever a file of the working directory changes
  --no-watch                does not follow DIR
  --data-dir DIR            keeps everything there: tables, queues, objects, things, shadows, also over kill -9; in memory by default
  --iam enforce|warn|off    what becomes of a call that a function's role does not allow: refused, told of (the default), or nothing
  --log text|aws            log lines on stderr: for people (the default), or those of AWS IoT Core as it writes them to AWSIotLogsV2
  --port PORT               preferred port of the endpoint; any free one by default
  --region REGION           the stacks' own by default, else us-east-1
  --account-id ID           the stacks' own by default, else 123456789012
  --parameter NAME=VALUE    the value of a template parameter; may be given more than once
  --dynamodb-endpoint URL   a DynamoDB to use instead of starting one
  --aws-endpoint URL        another emulator to use for DynamoDB, SQS, SNS and S3; what is wired between them is done here as ever`,
  flags: {
    json: { type: 'boolean' },
    ...logFlags,
    synth: { type: 'string' },
    watch: { type: 'boolean' },
    'data-dir': { type: 'string' },
    iam: { type: 'string' },
    port: { type: 'string' },
    region: { type: 'string' },
    'account-id': { type: 'string' },
    parameter: { type: 'string', multiple: true },
    'dynamodb-endpoint': { type: 'string' },
    'aws-endpoint': { type: 'string' },
  },
  arguments: ['DIR'],
  async run(flags, [directory = '.'], terminal) {
    const command = textFlag(flags, 'synth')
    await using synth = command === undefined ? undefined : await synthesizer(command, directory, terminal)
    if (synth !== undefined && !(await synth.run())) return 1
    // Awaited: the synthesizer is disposed of as this returns.
    return await runUntilInterrupted(directory, flags, terminal, synth)
  },
}

async function runUntilInterrupted(directory: string, flags: Flags, terminal: Terminal, synth: Synthesizer | undefined): Promise<number> {
  const core: { accountId?: string } = {}
  const iotLine = awsLogLine(flags, core)
  const line = (entry: CloudLogEntry) => (iotLine === undefined || entry.iot === undefined ? cloudLogLine(entry) : iotLine(entry.iot))
  const options = { ...runOptions(flags), ...(synth === undefined ? {} : { liveAssets: synth.live }), parameters: parameters(flags), log: (entry: CloudLogEntry) => terminal.err(line(entry)) }
  try {
    await using cloud = await runAssembly(directory, options)
    core.accountId = cloud.iot.accountId
    const takeBack = await announceCore(cloud.iot, cloud.endpoint)
    await synth?.follow()
    terminal.out(flags['json'] === true ? JSON.stringify(ready(cloud)) : told(cloud))
    await terminal.interrupted
    await takeBack()
    return 0
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    terminal.err(error.message)
    return 1
  }
}

function runOptions(flags: Flags) {
  return given({
    watch: flags['watch'] !== false,
    dataDir: textFlag(flags, 'data-dir'),
    iam: choiceFlag(flags, 'iam', ['enforce', 'warn', 'off']),
    port: portFlag(flags, 'port'),
    region: textFlag(flags, 'region'),
    accountId: textFlag(flags, 'account-id'),
    dynamodbEndpoint: textFlag(flags, 'dynamodb-endpoint'),
    awsEndpoint: textFlag(flags, 'aws-endpoint'),
  })
}

function parameters({ parameter }: Flags): Record<string, string> {
  const assignments = Array.isArray(parameter) ? parameter : []
  return Object.fromEntries(assignments.map((assignment) => {
    const [name, ...value] = String(assignment).split('=')
    if (name === undefined || name === '' || value.length === 0) throw new UsageError(`--parameter takes NAME=VALUE, not "${String(assignment)}".`)
    return [name, value.join('=')]
  }))
}

/** The line that scripts read: its members stay as they are. */
function ready({ endpoint, region, outputs, iot }: RunningCloud): object {
  return { endpoint, region, outputs, iot: { endpoints: iotEndpoints(iot), caFile: iot.caFile } }
}

function told({ endpoint, region, outputs, iot }: RunningCloud): string {
  const lines = Object.entries(outputs).flatMap(([stack, values]) => Object.entries(values).map(([name, value]) => `  ${stack}.${name} = ${value}`))
  return [
    `Running in ${region}. Ctrl-C ends it.`,
    `  AWS endpoint    ${endpoint}`,
    `  What happens    ${endpoint}/__keg (a page), keg tail`,
    `  MQTT over TLS   ${iot.endpoints.mqtts}`,
    `  CA certificate  ${iot.caFile}`,
    ...lines,
  ].join('\n')
}
