import { ServiceException } from '../errors/service-exception.ts'
import { jobException } from '../jobs/job-exceptions.ts'
import type { JobService } from '../jobs/job-service.ts'
import type { ObjectPort } from '../objects/object-port.ts'
import type { IotState } from '../state/iot-state.ts'
import type { OtaUpdate } from '../state/ota-updates.ts'
import { otaFiles, protocolsOf, type OtaFile } from './ota-files.ts'
import { otaJobDocument } from './ota-job-document.ts'

export interface OtaUpdatesOptions {
  readonly state: IotState
  readonly jobs: JobService
  /** Where files are; `undefined` where there is no S3. */
  readonly objects: ObjectPort | undefined
}

/** API_AwsJobPresignedUrlConfig.html */
const DEFAULT_EXPIRES_SEC = 1800

/** Makes the streams and jobs of updates, after the operation has answered. */
export class OtaUpdates {
  readonly #options: OtaUpdatesOptions
  readonly #updates: IotState['otaUpdates']
  #isClosed = false

  constructor(options: OtaUpdatesOptions) {
    this.#options = options
    this.#updates = options.state.otaUpdates
  }

  /** Says of updates that an earlier process was making that they were not made. */
  resume(): void {
    for (const update of [...this.#updates.values()]) {
      if (update.status !== 'CREATE_PENDING' && update.status !== 'CREATE_IN_PROGRESS') continue
      const errorInfo = { code: 'InternalFailureException', message: 'The process ended before the update was made: create another.' }
      this.#put(update, { status: 'CREATE_FAILED', errorInfo })
    }
  }

  /** Nothing is made any more. */
  close(): void {
    this.#isClosed = true
  }

  start(update: OtaUpdate): void {
    this.#updates.set(update.otaUpdateId, update)
    void this.#make(update)
  }

  async #make(update: OtaUpdate): Promise<void> {
    this.#put(update, { status: 'CREATE_IN_PROGRESS' })
    try {
      const { state } = this.#options
      const { files, streamId } = otaFiles(state, update)
      const sized = await Promise.all(files.map(async (each) => ({ ...each, fileBytes: await this.#size(each) })))
      // It may have been deleted meanwhile.
      if (!this.#isThere(update)) return
      const protocols = protocolsOf(update)
      const overMqtt = protocols.includes('MQTT')
      const made = overMqtt && streamId === undefined ? `AFR_OTA-${update.runId}` : undefined
      const used = overMqtt ? (streamId ?? made) : undefined
      const jobId = this.#createJob(update, otaJobDocument({ protocols, streamId: used, region: state.region, files: sized }))
      if (made !== undefined) this.#createStream(update, made, files)
      this.#put(update, { status: 'CREATE_COMPLETE', jobId, ownStreamId: made })
    } catch (error) {
      this.#put(update, { status: 'CREATE_FAILED', errorInfo: errorInfoOf(error) })
    }
  }

  #size({ object }: OtaFile): Promise<number> {
    const { objects } = this.#options
    if (objects === undefined) throw new ServiceException('InvalidRequestException', 400, NO_S3)
    return objects.size(object)
  }

  #createJob(update: OtaUpdate, document: string): string {
    const { jobs, objects } = this.#options
    const { otaUpdateId, description, targets, targetSelection, roleArn, awsJobAbortConfig, awsJobPresignedUrlConfig } = update
    const overHttp = protocolsOf(update).includes('HTTP')
    if (overHttp && objects?.presign === undefined) throw new ServiceException('InvalidRequestException', 400, NO_S3)
    const expiresInSec = awsJobPresignedUrlConfig?.expiresInSec ?? DEFAULT_EXPIRES_SEC
    const { jobId } = jobs.create({
      jobId: `AFR_OTA-${otaUpdateId}`, description, targets, document,
      targetSelection: targetSelection === 'CONTINUOUS' ? 'CONTINUOUS' : 'SNAPSHOT',
      jobExecutionsRolloutConfig: update.awsJobExecutionsRolloutConfig, timeoutConfig: update.awsJobTimeoutConfig,
      abortConfig: awsJobAbortConfig && { criteriaList: awsJobAbortConfig.abortCriteriaList },
      presignedUrlConfig: overHttp ? { roleArn, expiresInSec } : undefined,
    })
    return jobId
  }

  #createStream({ otaUpdateId, roleArn }: OtaUpdate, streamId: string, files: readonly OtaFile[]): void {
    const { state } = this.#options
    const nowMs = state.clock.nowMs()
    state.streams.set(streamId, {
      streamId, streamVersion: 1, description: `The files of OTA update ${otaUpdateId}`, roleArn, createdAtMs: nowMs, updatedAtMs: nowMs,
      files: files.map(({ fileId, object: { bucket, key, version } }) => ({ fileId, s3Location: { bucket, key, version } })),
    })
  }

  #isThere({ otaUpdateId, runId }: OtaUpdate): boolean {
    return !this.#isClosed && this.#updates.get(otaUpdateId)?.runId === runId
  }

  #put(update: OtaUpdate, change: Partial<OtaUpdate>): void {
    if (!this.#isThere(update)) return
    const known = this.#updates.get(update.otaUpdateId) ?? update
    this.#updates.set(update.otaUpdateId, { ...known, ...change, modifiedAtMs: this.#options.state.clock.nowMs() })
  }
}

const NO_S3 = 'There is no S3 here: give createLocalIot an `aws` endpoint for s3.'

function errorInfoOf(error: unknown): { code: string; message: string } {
  const refused = jobException(error, 'control')
  if (refused instanceof ServiceException) return { code: refused.name, message: refused.message }
  return { code: 'InvalidRequestException', message: refused instanceof Error ? refused.message : String(refused) }
}
