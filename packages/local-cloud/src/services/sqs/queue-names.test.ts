import { expect, it } from 'vitest'
import { queueNameTranslator } from './queue-names.ts'

const translate = queueNameTranslator(
  { accountId: '000000000000', url: (name) => `http://engine/000000000000/${name}` },
  { accountId: '123456789012', url: (name) => `http://cloud/123456789012/${name}` },
)
const arn = (account: string) => `arn:aws:sqs:us-east-1:${account}:pours`

it('translates URLs and ARNs, and leaves messages alone', () => {
  expect(translate({
    QueueUrl: 'http://engine/000000000000/pours',
    QueueUrls: ['http://engine/000000000000/a'],
    Attributes: {
      QueueArn: arn('000000000000'), RedrivePolicy: `{"deadLetterTargetArn":"${arn('000000000000')}"}`, VisibilityTimeout: '30',
    },
    Messages: [{ Body: arn('000000000000') }],
    MessageBody: arn('000000000000'),
  })).toEqual({
    QueueUrl: 'http://cloud/123456789012/pours',
    QueueUrls: ['http://cloud/123456789012/a'],
    Attributes: {
      QueueArn: arn('123456789012'), RedrivePolicy: `{"deadLetterTargetArn":"${arn('123456789012')}"}`, VisibilityTimeout: '30',
    },
    Messages: [{ Body: arn('000000000000') }],
    MessageBody: arn('000000000000'),
  })
})
