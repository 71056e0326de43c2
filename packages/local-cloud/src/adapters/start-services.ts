import type { Activity } from '../activity/activity.ts'
import type { StartedServices } from '../ground/started-services.ts'
import type { Used } from '../ground/service-name.ts'
import { iam } from '../services/iam/name.ts'
import { keepers } from '../services/index.ts'
import { iot } from '../services/iot/name.ts'
import { lambda } from '../services/lambda/name.ts'
import { functionObserver } from '../services/logs/function-journal.ts'
import type { Closers } from './closers.ts'

/** Services that every run has: IAM, which knows who signs, and AWS IoT Core, whose endpoints a run prints. */
const ALWAYS = { iam, iot } as const

export type FirstServices = Used<typeof ALWAYS>

export interface StartOptions {
  readonly started: StartedServices
  readonly closers: Closers
  readonly activity: Activity
}

/**
 * Starts the services that every run has, and those whose shelves hold something in the data folder; all others start when a resource or a
 * request first needs them. Connects those that watch what functions do.
 */
export async function startServices({ started, closers, activity }: StartOptions): Promise<FirstServices> {
  const { ground } = started
  closers.add(() => closeServices(started))
  closers.add(() => started.drain())
  closers.add(() => started.stop())
  started.whenStarted(lambda, (functions) => {
    functions.observe(functionObserver(ground))
    functions.onInvoked((invocation) => activity.invoked(invocation))
  })
  const first = await started.use(ALWAYS)
  for (const name of keepers(ground.shelves)) await started.start({ name })
  return first
}

/** Closes the services. Long polls of queues end when their engine closes, so whoever waits for them does so after that. */
async function closeServices(started: StartedServices): Promise<void> {
  const sources = started.running(lambda)?.eventSources
  await sources?.settled()
  await started.close()
  await sources?.ended()
}
