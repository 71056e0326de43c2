import type { StreamFile } from '../model/model.generated.ts'

/** Files in S3 that devices get over MQTT. */
export interface Stream {
  readonly streamId: string
  readonly streamVersion: number
  readonly description?: string | undefined
  readonly files: readonly StreamFile[]
  readonly roleArn: string
  readonly createdAtMs: number
  readonly updatedAtMs: number
}
