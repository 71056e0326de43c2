import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

const sns = new SNSClient({})

/** Publishes each photo that is new in the catalogue; a photo of no bytes is one that it can't show. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  for (const record of Records) {
    try {
      await announce(record)
    } catch (error) {
      console.log('not announced:', String(error))
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}

async function announce({ dynamodb }: DynamoDBRecord): Promise<void> {
  const photo = dynamodb?.NewImage
  if (photo?.['sizeBytes']?.N === '0') throw new Error(`${photo['photoId']?.S} is empty`)
  await sns.send(new PublishCommand({
    TopicArn: process.env['TOPIC_ARN'], Subject: 'New photo',
    Message: JSON.stringify({ photoId: photo?.['photoId']?.S, type: photo?.['contentType']?.S }),
  }))
}
