import { basename, dirname, resolve } from 'node:path'
import { CloudError, keepHeapSmall, runAssembly, type CloudLogEntry, type RunningCloud } from '@keg/local-cloud'
import { announce, wantedName } from '../../core/announce.ts'
import { choiceFlag, given, originsFlag, portFlag, textFlag } from '../../flags.ts'
import { awsLogLine, cloudLogLine, logFlags } from '../../log-line.ts'
import { UsageError, type Flags, type Terminal, type Verb } from '../../verb.ts'
import { credentialLines, iotEndpoints } from '../../core/core-lines.ts'
import { synthesizer, type Synthesizer } from './synthesizer.ts'

/** `keg run DIR`: a synthesized CDK app, until interrupted. */
export const run: Verb = {
  usage: 'keg run DIR [--json] [--name NAME] [--synth COMMAND] [--no-watch] [--data-dir DIR] [--iam enforce|warn|off] [--log text|aws] [--port PORT] [--page-port PORT] [--page-parameter NAME] [--host-name NAME]… [--origin ORIGIN=URL]… [--region REGION] [--account-id ID] [--parameter NAME=VALUE]… [--dynamodb-endpoint URL] [--aws-endpoint URL]',
  help:
    `Runs a synthesized CDK app (its cdk.out folder) on this machine, until Ctrl-C. What is synthesized anew while it runs is deployed: resources are
changed, replaced and removed as by CloudFormation, data kept. A page at the endpoint, under /__keg, shows what there is and what happens.

  --json                    prints one line of JSON when ready
  --name NAME               what other commands call it by --core; that of its only stack, else of the app's folder by default
  --synth COMMAND           runs this first, as "npx cdk synth --quiet", and again whenever a file of the working directory changes
  --no-watch                does not follow DIR
  --data-dir DIR            keeps everything there: tables, queues, objects, things, shadows, also over kill -9; in memory by default
  --iam enforce|warn|off    what becomes of a call that the role of a function or a rule does not allow: refused, told of (the default), or nothing
  --log text|aws            log lines on stderr: for people (the default), or those of AWS IoT Core as it writes them to AWSIotLogsV2
  --port PORT               preferred port of the endpoint; any free one by default
  --page-port PORT          where the first distribution of CloudFront is to be; the next free one where it is taken, any free one by default
  --page-parameter NAME     a template parameter that is told where that is, as http://127.0.0.1:8080
  --host-name NAME          another name that the endpoint answers to, as host.docker.internal; may be given more than once
  --origin ORIGIN=URL       where an endpoint is found that rules post to, as https://bar.example=http://127.0.0.1:8080; may be given more than once
  --region REGION           the stacks' own by default, else us-east-1
  --account-id ID           the stacks' own by default, else 123456789012
  --parameter NAME=VALUE    the value of a template parameter; may be given more than once
  --dynamodb-endpoint URL   a DynamoDB to use instead of starting one
  --aws-endpoint URL        another emulator to use for DynamoDB, SQS, SNS and S3; what is wired between them is done here as ever`,
  flags: {
    json: { type: 'boolean' },
    name: { type: 'string' },
    ...logFlags,
    synth: { type: 'string' },
    watch: { type: 'boolean' },
    'data-dir': { type: 'string' },
    iam: { type: 'string' },
    port: { type: 'string' },
    'page-port': { type: 'string' },
    'page-parameter': { type: 'string' },
    'host-name': { type: 'string', multiple: true },
    origin: { type: 'string', multiple: true },
    region: { type: 'string' },
    'account-id': { type: 'string' },
    parameter: { type: 'string', multiple: true },
    'dynamodb-endpoint': { type: 'string' },
    'aws-endpoint': { type: 'string' },
  },
  arguments: ['DIR'],
  async run(flags, [directory = '.'], terminal) {
    const name = await wantedName(flags)
    const command = textFlag(flags, 'synth')
    await using synth = command === undefined ? undefined : await synthesizer(command, directory, terminal)
    if (synth !== undefined && !(await synth.run())) return 1
    // Awaited: the synthesizer is disposed of as this returns.
    return await runUntilInterrupted({ directory, name, synth }, flags, terminal)
  },
}

interface Wanted {
  readonly directory: string
  readonly name: string | undefined
  readonly synth: Synthesizer | undefined
}

async function runUntilInterrupted({ directory, name, synth }: Wanted, flags: Flags, terminal: Terminal): Promise<number> {
  const core: { accountId?: string } = {}
  const iotLine = awsLogLine(flags, core)
  const line = (entry: CloudLogEntry) => (iotLine === undefined || entry.iot === undefined ? cloudLogLine(entry) : iotLine(entry.iot))
  const options = {
    ...runOptions(flags), ...(synth === undefined ? {} : { liveAssets: synth.live }), parameters: parameters(flags),
    log: (entry: CloudLogEntry) => terminal.err(line(entry)),
  }
  keepHeapSmall()
  // First: a cloud that has begun to start is to be closed.
  const interrupted = terminal.untilInterrupted()
  try {
    await using cloud = await runAssembly(directory, options)
    core.accountId = cloud.iot.accountId
    const announced = await announce(
      cloud.iot, { kind: 'cloud', name, nameAfter: nameOf(directory, cloud), cloudEndpoint: cloud.endpoint }, terminal,
    )
    await synth?.follow()
    terminal.out(flags['json'] === true ? JSON.stringify(ready(cloud)) : told(cloud, announced?.name))
    await interrupted
    await announced?.takeBack()
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
    distribution: given({ port: portFlag(flags, 'page-port'), originParameter: textFlag(flags, 'page-parameter') }),
    hosts: Array.isArray(flags['host-name']) ? flags['host-name'].map(String) : undefined,
    iot: given({ origins: originsFlag(flags, 'origin') }),
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
    if (name === undefined || name === '' || value.length === 0)
      throw new UsageError(`--parameter takes NAME=VALUE, not "${String(assignment)}".`)
    return [name, value.join('=')]
  }))
}

/** The only stack, else the app: the folder that its `cdk.out` is in. */
function nameOf(directory: string, { outputs }: RunningCloud): string {
  const [stack, ...others] = Object.keys(outputs)
  if (stack !== undefined && others.length === 0) return stack
  const folder = resolve(directory)
  return basename(basename(folder) === 'cdk.out' ? dirname(folder) : folder)
}

/** The line that scripts read: its members stay as they are. */
function ready({ endpoint, region, credentials: { accessKeyId, secretAccessKey }, outputs, iot }: RunningCloud): object {
  return {
    endpoint, region, credentials: { accessKeyId, secretAccessKey }, outputs, iot: { endpoints: iotEndpoints(iot), caFile: iot.caFile },
  }
}

function told({ endpoint, region, credentials, outputs, iot }: RunningCloud, name: string | undefined): string {
  const lines = Object.entries(outputs).flatMap(([stack, values]) => Object.entries(values).map(([name, value]) =>
    `  ${stack}.${name} = ${value}`))
  return [
    `Running in ${region}. Ctrl-C ends it.`,
    `  AWS endpoint    ${endpoint}`,
    `  What happens    ${endpoint}/__keg (a page), keg tail`,
    `  MQTT over TLS   ${iot.endpoints.mqtts}`,
    `  CA certificate  ${iot.caFile}`,
    ...credentialLines(credentials, name),
    ...lines,
  ].join('\n')
}
