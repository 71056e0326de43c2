import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { S3Event } from 'aws-lambda'

const s3 = new S3Client({})
const dynamodb = new DynamoDBClient({})

/** Writes each new photo into the catalogue. */
export async function handler({ Records }: S3Event): Promise<void> {
  for (const { s3: { bucket, object } } of Records) {
    const Key = decodeURIComponent(object.key.replaceAll('+', ' '))
    const { ContentType, ContentLength } = await s3.send(new HeadObjectCommand({ Bucket: bucket.name, Key }))
    const Item = { photoId: { S: Key }, contentType: { S: ContentType ?? '' }, sizeBytes: { N: String(ContentLength) } }
    await dynamodb.send(new PutItemCommand({ TableName: process.env['TABLE_NAME'], Item }))
  }
}
