import { IngestFunction, IngestStream, readsObjects, toKinesis } from '@keg/cdk-constructs'
import type { Handler } from '@keg/flows'
import { Duration } from 'aws-cdk-lib'
import { EventType } from 'aws-cdk-lib/aws-s3'
import { LambdaDestination } from 'aws-cdk-lib/aws-s3-notifications'
import { acknowledge, ofNotifications } from '../acknowledged.ts'
import { ingestHandler } from '../entries.ts'
import { capital } from '../names.ts'
import type { ActionBuilder } from './behind.ts'

const BATCH = { batchSize: 1_000, batchingWindow: Duration.seconds(1), timeout: Duration.seconds(30) } as const

/** To a stream of the flow's own, its handler behind it, and behind that another which settles what the stream gives up. */
export const stream: ActionBuilder<'stream'> = (action, { scope, alarmTopic, grantsOf }) => {
  const { timeout, ...batches } = BATCH
  const alarms = alarmTopic === undefined ? {} : { alarmTopic }
  const ingest = new IngestStream(scope, `${capital(action.name)}Stream`, {
    ...alarms, ...batches,
    // The handler files what is bad: what it reports is a store that takes nothing now.
    halves: false,
    handler: { entry: ingestHandler(action.name), timeout, grants: grantsOf(action) },
  })
  const settles: Handler = {
    ...action, name: 'given-up', publishes: [],
    grants: action.grants.filter((grant) => grant.startsWith('write') || grant === 'readRegistry'),
  }
  const givenUp = new IngestFunction(scope, `${capital(action.name)}GivenUp`, {
    ...alarms, entry: ingestHandler(settles.name), timeout, grants: [...grantsOf(settles), readsObjects(ingest.failures)],
  })
  ingest.failures.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(givenUp))
  acknowledge(scope, ofNotifications)
  return toKinesis(ingest.stream, { partitionKey: action.partitionKey })
}
