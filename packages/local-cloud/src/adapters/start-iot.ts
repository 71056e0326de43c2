import { createLocalIot, type LocalIot, type LocalIotLogEntry, type LocalIotOptions } from '@keg/local-iot'
import type { CloudLogEntry } from '../cloud-log-entry.ts'
import type { RunOptions } from '../cloud.ts'
import type { Identities } from '../services/iam/identities.ts'
import type { Lambda } from '../services/lambda/lambda.ts'

/** What AWS IoT Core is connected to. */
export interface IotOptions {
  readonly region: string
  readonly accountId: string
  readonly endpoint: string
  readonly identities: Identities
  readonly lambda: Lambda
  /** Whether a rule needs an `AWS::Lambda::Permission` to invoke a function; without it that is a line in the log alone. */
  readonly permissions: 'enforced' | 'told'
  readonly settings: NonNullable<RunOptions['iot']>
  /** What takes requests of rule actions in this process; of other kinds they are sent to the endpoint. */
  readonly actions: NonNullable<LocalIotOptions['actions']>
  /** Ends when functions, queues and all that rules reach are deployed. */
  readonly deployed: Promise<unknown>
  readonly log: (entry: CloudLogEntry) => void
  /** Told of what it says as well. */
  readonly journal: (entry: LocalIotLogEntry) => void
}

/** Starts AWS IoT Core with this cloud's functions, queues and access keys behind it. */
export async function startIot({ region, accountId, endpoint, identities, lambda, permissions, settings, actions, deployed, log, journal }: IotOptions): Promise<LocalIot> {
  return createLocalIot({
    ...settings, region, accountId, actions, othersReady: deployed,
    aws: { endpoint, credentials: identities.credentials(`arn:aws:iam::${accountId}:role/aws-service-role/iot.amazonaws.com/keg-iot-actions`) },
    accessKey: (accessKeyId) => identities.secretOf(accessKeyId),
    invokeFunction: async (functionArn, event) => {
      const { payload, functionError } = await lambda.invoke(functionArn, JSON.stringify(event))
      if (functionError !== undefined) throw new Error(`${functionArn} failed: ${payload}`)
      return JSON.parse(payload) as unknown
    },
    invokeFunctionAsync: async (functionArn, event, { ruleName }) => {
      if (permissions === 'enforced' && !lambda.mayInvoke(functionArn, 'iot.amazonaws.com', `arn:aws:iot:${region}:${accountId}:rule/${ruleName}`)) {
        throw new Error(`The rule ${ruleName} is not authorized to perform lambda:InvokeFunction on ${functionArn}: it needs an AWS::Lambda::Permission for iot.amazonaws.com`)
      }
      // Its retries, dead-letter queue and destinations are Lambda's own.
      lambda.invokeAsync(functionArn, JSON.stringify(event))
    },
    log: (entry) => {
      log({ level: entry.level, source: 'iot', message: entry.message, iot: entry })
      journal(entry)
    },
  })
}
