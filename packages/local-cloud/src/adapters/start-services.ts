import type { Activity } from '../activity/activity.ts'
import type { StartedServices } from '../ground/started-services.ts'
import type { Used } from '../ground/service-name.ts'
import { athena } from '../services/athena/name.ts'
import { cloudFormation } from '../services/cloudformation/name.ts'
import { cloudWatch } from '../services/cloudwatch/name.ts'
import { cognito } from '../services/cognito/name.ts'
import { events } from '../services/events/name.ts'
import { firehose } from '../services/firehose/name.ts'
import { httpApis } from '../services/http-api/name.ts'
import { iam } from '../services/iam/name.ts'
import { iot } from '../services/iot/name.ts'
import { kinesis } from '../services/kinesis/name.ts'
import { lambda } from '../services/lambda/name.ts'
import { functionObserver } from '../services/logs/function-journal.ts'
import { logs } from '../services/logs/name.ts'
import { scheduler } from '../services/scheduler/name.ts'
import { secretsManager } from '../services/secrets-manager/name.ts'
import { sns } from '../services/sns/name.ts'
import { ssm } from '../services/ssm/name.ts'
import { stepFunctions } from '../services/step-functions/name.ts'
import type { Closers } from './closers.ts'

/**
 * Services that start with every run, in this order, because they continue what a data folder holds. They stop in the opposite order, so
 * that what rules put into streams is delivered after the last rule. All other services start when a resource or request first needs them.
 */
const FIRST = {
  iam, cloudWatch, logs, lambda, stepFunctions, events, scheduler, kinesis, firehose, athena, cloudFormation, httpApis, secretsManager, ssm, cognito, iot,
} as const

export type FirstServices = Used<typeof FIRST>

export interface StartOptions {
  readonly started: StartedServices
  readonly closers: Closers
  readonly activity: Activity
}

/** Starts the first services, and connects those that watch what functions do. */
export async function startServices({ started, closers, activity }: StartOptions): Promise<FirstServices> {
  const { ground: { region, nowMs, newId, shelves } } = started
  closers.add(() => closeServices(started))
  closers.add(() => started.drain())
  closers.add(() => started.stop())
  const first = await started.use(FIRST)
  const { metrics } = first.cloudWatch
  first.lambda.observe(functionObserver({ groups: first.logs.groups, metrics, region, nowMs, newId }))
  first.lambda.onInvoked((invocation) => activity.invoked(invocation))
  // What came to subscriptions before a restart is waiting.
  if (shelves.shelf('sns-subscriptions').size > 0) await started.start(sns)
  return first
}

/** Closes the services. Long polls of queues end when their engine closes, so whoever waits for them does so after that. */
async function closeServices(started: StartedServices): Promise<void> {
  const sources = started.running(lambda)?.eventSources
  await sources?.settled()
  await started.close()
  await sources?.ended()
}
