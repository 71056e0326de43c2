import { createLocalIot, type LocalIot, type LocalIotLogEntry } from '@keg/local-iot'
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
  readonly settings: NonNullable<RunOptions['iot']>
  /** Ends when functions, queues and all that rules reach are deployed. */
  readonly deployed: Promise<unknown>
  readonly log: (entry: CloudLogEntry) => void
  /** Told of what it says as well. */
  readonly journal: (entry: LocalIotLogEntry) => void
}

/** Starts AWS IoT Core with this cloud's functions, queues and access keys behind it. */
export async function startIot({ region, accountId, endpoint, identities, lambda, settings, deployed, log, journal }: IotOptions): Promise<LocalIot> {
  return createLocalIot({
    ...settings, region, accountId, othersReady: deployed,
    aws: { endpoint, credentials: identities.credentials(`arn:aws:iam::${accountId}:role/aws-service-role/iot.amazonaws.com/keg-iot-actions`) },
    accessKey: (accessKeyId) => identities.secretOf(accessKeyId),
    invokeFunction: async (functionArn, event) => {
      const { payload, functionError } = await lambda.invoke(functionArn, JSON.stringify(event))
      if (functionError !== undefined) throw new Error(`${functionArn} failed: ${payload}`)
      return JSON.parse(payload) as unknown
    },
    log: (entry) => {
      log({ level: entry.level, source: 'iot', message: entry.message, iot: entry })
      journal(entry)
    },
  })
}
