import { expect, it } from 'vitest'
import type { SqsMessage } from '../sqs/sqs.ts'
import { sqsEvent, succeededMessages } from './sqs-event.ts'

const message = (MessageId: string): SqsMessage => ({
  MessageId, ReceiptHandle: `handle-${MessageId}`, MD5OfBody: 'md5', Body: 'body', Attributes: { ApproximateReceiveCount: '1' },
})
const batch = [message('1'), message('2'), message('3')]

it('has the shape of AWS\'s event', () => {
  const sent: SqsMessage = {
    ...message('1'), MD5OfMessageAttributes: 'md5a',
    MessageAttributes: { n: { DataType: 'Number', StringValue: '1' }, b: { DataType: 'Binary', BinaryValue: 'AA==' } },
  }
  expect(sqsEvent([sent], 'arn:aws:sqs:us-east-1:123456789012:pours', 'us-east-1')).toEqual({
    Records: [{
      messageId: '1',
      receiptHandle: 'handle-1',
      body: 'body',
      attributes: { ApproximateReceiveCount: '1' },
      messageAttributes: {
        n: { stringValue: '1', stringListValues: [], binaryListValues: [], dataType: 'Number' },
        b: { binaryValue: 'AA==', stringListValues: [], binaryListValues: [], dataType: 'Binary' },
      },
      md5OfMessageAttributes: 'md5a',
      md5OfBody: 'md5',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:pours',
      awsRegion: 'us-east-1',
    }],
  })
})

// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting-conditions
it.each<[unknown, string[]]>([
  [{ batchItemFailures: [{ itemIdentifier: '2' }] }, ['1', '3']],
  [{ batchItemFailures: [] }, ['1', '2', '3']],
  [{ batchItemFailures: null }, ['1', '2', '3']],
  [{}, ['1', '2', '3']],
  [null, ['1', '2', '3']],
  [{ batchItemFailures: [{ itemIdentifier: '' }] }, []],
  [{ batchItemFailures: [{ itemIdentifier: null }] }, []],
  [{ batchItemFailures: [{ id: '2' }] }, []],
  [{ batchItemFailures: [{ itemIdentifier: 'unknown' }] }, []],
  [{ batchItemFailures: 'none' }, []],
  ['done', []],
])('of an answer %j deletes %j', (answer, ids) => {
  expect(succeededMessages(batch, { payload: JSON.stringify(answer) }, true).succeeded.map(({ MessageId }) => MessageId)).toEqual(ids)
})

it('without ReportBatchItemFailures deletes all, whatever the answer', () => {
  expect(succeededMessages(batch, { payload: '{"batchItemFailures":[{"itemIdentifier":"2"}]}' }, false)).toEqual({ succeeded: batch })
})

it('of a failed invocation deletes none, and says why', () => {
  expect(succeededMessages(batch, { payload: '{"errorType":"E"}', functionError: 'Unhandled' }, true)).toEqual({
    succeeded: [], problem: '{"errorType":"E"}',
  })
})
