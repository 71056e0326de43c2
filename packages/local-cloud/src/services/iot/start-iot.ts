import { join } from 'node:path'
import { createLocalIot, type LocalIot, type LocalIotLogEntry, type LocalIotOptions } from '@keg/local-iot'
import type { Ground } from '../../ground/ground.ts'
import type { Identities } from '../iam/identities.ts'
import { lambda } from '../lambda/name.ts'
import { withFleetMetrics } from './fleet-metrics.ts'
import { iotJournal } from './iot-journal.ts'
import { ruleCalls } from './rule-calls.ts'

/** What AWS IoT Core can't do without. */
export interface UsedByIot {
  readonly iam: Identities
}

/** Starts AWS IoT Core with this cloud's services, functions and access keys behind it: nothing of what its rules do leaves the process. */
export async function startIot(ground: Ground, { iam }: UsedByIot): Promise<LocalIot> {
  const { region, accountId, endpoint, options, directory, deployed, log } = ground
  const journal = iotJournal(ground)
  return createLocalIot({
    dataDir: join(options.dataDir ?? directory, 'iot'),
    ...options.iot, region, accountId,
    callAws: withFleetMetrics(ground, ruleCalls(ground)),
    othersReady: deployed,
    // What http actions, and the URLs in job documents, are signed by.
    aws: { endpoint, credentials: iam.credentials(`arn:aws:iam::${accountId}:role/aws-service-role/iot.amazonaws.com/keg-iot-actions`) },
    accessKey: (accessKeyId) => iam.secretOf(accessKeyId),
    ...functions(ground),
    log(entry: LocalIotLogEntry) {
      log({ level: entry.level, source: 'iot', message: entry.message, iot: entry })
      journal(entry)
    },
  })
}

/** How rules and authorizers invoke functions of this process. */
function functions({ arn, options, start }: Ground): Pick<LocalIotOptions, 'invokeFunction' | 'invokeFunctionAsync'> {
  return {
    async invokeFunction(functionArn, event) {
      const { payload, functionError } = await (await start(lambda)).invoke(functionArn, JSON.stringify(event))
      if (functionError !== undefined) throw new Error(`${functionArn} failed: ${payload}`)
      return JSON.parse(payload) as unknown
    },
    async invokeFunctionAsync(functionArn, event, { ruleName }) {
      const functions = await start(lambda)
      // Unless permissions are enforced, one that is missing is a line in the log alone.
      if (options.iam === 'enforce' && !functions.mayInvoke(functionArn, 'iot.amazonaws.com', arn('iot', `rule/${ruleName}`))) {
        const needed = 'it needs an AWS::Lambda::Permission for iot.amazonaws.com'
        throw new Error(`The rule ${ruleName} is not authorized to perform lambda:InvokeFunction on ${functionArn}: ${needed}`)
      }
      // Its retries, dead-letter queue and destinations are Lambda's own.
      functions.invokeAsync(functionArn, JSON.stringify(event))
    },
  }
}
