import { Logger } from '@aws-lambda-powertools/logger'
import { changeLogFromEnvironment } from '@keg/store/environment'
import type { Context, SQSEvent } from 'aws-lambda'
import { nowMs } from '../adapters/clock.ts'
import { iotRegistry } from '../adapters/iot.ts'
import { s3UploadFiles } from '../adapters/upload-files.ts'
import { iotWishes } from '../adapters/wishes.ts'
import { takeUpload } from '../writers/take-upload.ts'
import { readUploadEvent } from '../writers/upload-event.ts'

/** A part of a file takes less; a function that is stopped within one goes on with it when it is told again. */
const PART_MS = 30_000

const logger = new Logger({ serviceName: 'settings-upload' })
const ports = { files: s3UploadFiles(), wishes: iotWishes(), registry: iotRegistry(), log: changeLogFromEnvironment(), nowMs }

/** The queue of uploads → what is wished of kegs; one upload at a time. What it rejects with is told again, and it goes on where it was. */
export const handler = async ({ Records }: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
  const lastPartMs = Math.min(PART_MS, context.getRemainingTimeInMillis() / 2)
  for (const { body } of Records) {
    const upload = readUploadEvent(body)
    const hasTime = () => context.getRemainingTimeInMillis() > lastPartMs
    logger.info('upload settled', { key: upload.key, job: upload.job, rows: await takeUpload(upload, { ...ports, hasTime }) })
  }
}
