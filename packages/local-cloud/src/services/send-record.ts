import type { SendRecord } from '../ground/ports.ts'
import type { Services } from './services.ts'

/** The promise is rejected where the destination is not of this run, or does not take it. */
export function sendRecordTo({ deliver, s3, eventBus }: Pick<Services, 'deliver' | 's3' | 'eventBus'>): SendRecord {
  return async (arn, record, { objectKey, detailType, functionArn }) => {
    const text = JSON.stringify(record)
    const [, , service, , , ...rest] = arn.split(':')
    if (service === 's3') return accepted(await (await s3()).fetch(new Request(`http://s3/${rest.join(':')}/${objectKey}`, { method: 'PUT', body: text })))
    if (service !== 'events') return deliver(arn, text)
    const entry = { Source: 'lambda', DetailType: detailType, Detail: text, Resources: [arn, functionArn], EventBusName: arn }
    const { EventId, ErrorCode, ErrorMessage } = eventBus.put(entry)
    if (EventId === undefined) throw new TypeError(`${ErrorCode}: ${ErrorMessage}`)
  }
}

async function accepted(response: Response): Promise<void> {
  if (!response.ok) throw new TypeError(`The bucket answers ${response.status}: ${await response.text()}`)
}
