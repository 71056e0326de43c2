import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { UploadFiles } from '../writers/take-upload.ts'

/** Files of uploads in S3. */
export const s3UploadFiles = (client = new S3Client()): UploadFiles => ({
  read: async ({ bucket, key, etag }) => {
    try {
      const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      // Another file has come under this name since, and has an upload of its own.
      return ETag?.replaceAll('"', '') === etag ? await Body?.transformToByteArray() : undefined
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  },
  write: async (bucket, key, text) => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: text, ContentType: 'text/csv; charset=utf-8' }))
  },
})
