import type { Kinesis } from '../kinesis/kinesis.ts'
import type { Lambda } from '../lambda/lambda.ts'
import type { SendLines } from './subscription-filter.ts'

/** Where lines can go. */
export interface LineDestinations {
  readonly kinesis: Kinesis
  readonly lambda: () => Pick<Lambda, 'invokeAsync'> | Promise<Pick<Lambda, 'invokeAsync'>>
  /** Puts a record, which is base64, into a delivery stream; absent where there is no Firehose. */
  readonly firehose?: (streamArn: string, data: string) => Promise<void>
}

/** Sends lines to functions and streams. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html */
export function sendLines({ kinesis, lambda, firehose }: LineDestinations): SendLines {
  return async (destinationArn, gzipped, partitionKey) => {
    const service = destinationArn.split(':')[2]
    const data = gzipped.toString('base64')
    if (service === 'lambda') (await lambda()).invokeAsync(destinationArn, JSON.stringify({ awslogs: { data } }))
    else if (service === 'kinesis') kinesis.append(destinationArn, partitionKey, data)
    else if (firehose !== undefined) await firehose(destinationArn, data)
    else throw new TypeError('there is no Firehose here')
  }
}
