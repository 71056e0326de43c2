import { IngestFunction, toLambda } from '@keg/cdk-constructs'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { ingestHandler } from '../entries.ts'
import { capital } from '../names.ts'
import type { ActionBuilder } from './behind.ts'

/** To a handler of the flow's own; what Lambda gives up goes where the rule's error action leads. */
export const invoke: ActionBuilder<'invoke'> = (action, { scope, alarmTopic, queue, grantsOf }) =>
  toLambda(new IngestFunction(scope, `${capital(action.name)}Handler`, {
    entry: ingestHandler(action.name), grants: grantsOf(action), onFailure: new SqsDestination(queue.quarantineQueue),
    ...(alarmTopic === undefined ? {} : { alarmTopic }),
  }))
