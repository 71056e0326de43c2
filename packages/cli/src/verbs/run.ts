import { CloudError, runAssembly, type CloudLogEntry, type RunningCloud } from '@keg/local-cloud'
import { announceCore } from '@keg/local-iot/running'
import { given, portFlag, textFlag } from '../flags.ts'
import { awsLogLine, logFlags } from '../log-line.ts'
import { UsageError, type Flags, type Verb } from '../verb.ts'
import { iotEndpoints } from './local.ts'

/** `keg run DIR`: a synthesized CDK app, until interrupted. */
export const run: Verb = {
  usage: 'keg run DIR [--json] [--log text|aws] [--port PORT] [--region REGION] [--account-id ID] [--parameter NAME=VALUE]… [--dynamodb-endpoint URL]',
  help: `Runs a synthesized CDK app (its cdk.out folder) on this machine, until Ctrl-C.

  --json                    prints one line of JSON when ready
  --log text|aws            log lines on stderr: for people (the default), or those of AWS IoT Core as it writes them to AWSIotLogsV2
  --port PORT               preferred port of the endpoint; any free one by default
  --region REGION           the stacks' own by default, else us-east-1
  --account-id ID           the stacks' own by default, else 123456789012
  --parameter NAME=VALUE    the value of a template parameter; may be given more than once
  --dynamodb-endpoint URL   a DynamoDB to use instead of starting one`,
  flags: {
    json: { type: 'boolean' },
    ...logFlags,
    port: { type: 'string' },
    region: { type: 'string' },
    'account-id': { type: 'string' },
    parameter: { type: 'string', multiple: true },
    'dynamodb-endpoint': { type: 'string' },
  },
  arguments: ['DIR'],
  async run(flags, [directory = '.'], terminal) {
    const options = given({
      port: portFlag(flags, 'port'),
      region: textFlag(flags, 'region'),
      accountId: textFlag(flags, 'account-id'),
      dynamodbEndpoint: textFlag(flags, 'dynamodb-endpoint'),
    })
    const core: { accountId?: string } = {}
    const iotLine = awsLogLine(flags, core)
    const line = (entry: CloudLogEntry) => (iotLine === undefined || entry.iot === undefined ? logLine(entry) : iotLine(entry.iot))
    try {
      await using cloud = await runAssembly(directory, { ...options, parameters: parameters(flags), log: (entry) => terminal.err(line(entry)) })
      core.accountId = cloud.iot.accountId
      const takeBack = await announceCore(cloud.iot)
      terminal.out(flags['json'] === true ? JSON.stringify(ready(cloud)) : told(cloud))
      await terminal.interrupted
      await takeBack()
      return 0
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      terminal.err(error.message)
      return 1
    }
  },
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
    `  MQTT over TLS   ${iot.endpoints.mqtts}`,
    `  CA certificate  ${iot.caFile}`,
    ...lines,
  ].join('\n')
}

function logLine({ level, source, message, functionName, requestId }: CloudLogEntry): string {
  return [level, source, functionName, requestId, message].filter((part) => part !== undefined).join(' ')
}
