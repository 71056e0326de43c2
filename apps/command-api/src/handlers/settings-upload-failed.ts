import { Logger } from '@aws-lambda-powertools/logger'
import { changeLogFromEnvironment } from '@keg/store/environment'
import type { SQSEvent } from 'aws-lambda'
import { s3UploadFiles } from '../adapters/upload-files.ts'
import { giveUpUpload } from '../writers/take-upload.ts'
import { readUploadEvent } from '../writers/upload-event.ts'

const logger = new Logger({ serviceName: 'settings-upload-failed' })
const ports = { files: s3UploadFiles(), log: changeLogFromEnvironment() }

/** Uploads that their queue gave up → results that say which rows are not done. */
export const handler = async ({ Records }: SQSEvent): Promise<void> => {
  for (const { body } of Records) {
    const upload = readUploadEvent(body)
    logger.error('upload given up', { key: upload.key, job: upload.job, rows: await giveUpUpload(upload, ports) })
  }
}
