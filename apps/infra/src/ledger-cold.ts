import { IngestChanges, writesCold } from '@keg/cdk-constructs'
import { Duration } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { ingestHandler } from './entries.ts'
import type { StateStack } from './state-stack.ts'

// Firehose gathers for minutes: a batch that is waited for costs less, and is as soon there.
const WINDOW = Duration.seconds(5)

/** What the ledger books, after it has booked it → the cold table of pours: each pour that counts, by whatever way it came. */
export const ledgerCold = (scope: Construct, { ledger, cold, accessLogs }: StateStack, alarmTopic: ITopic | undefined): IngestChanges =>
  new IngestChanges(scope, 'LedgerCold', {
    store: ledger,
    handler: { entry: ingestHandler('ledger-cold'), grants: [writesCold(cold.pours)] },
    filters: [{ eventName: ['INSERT'], dynamodb: { NewImage: { sk: { S: [{ prefix: 'pour#' }] } } } }],
    batchingWindow: WINDOW,
    accessLogs,
    ...(alarmTopic === undefined ? {} : { alarmTopic }),
  })
