import type { Duration } from 'aws-cdk-lib'

/** When a batch is sent: as soon as one of these is reached. */
export interface Batch {
  /** How long it is open, at most. @default - AWS's */
  readonly maxBatchOpen?: Duration
  /** Messages. @default - AWS's */
  readonly maxBatchSize?: number
  /** 100 to 131,072. @default - AWS's */
  readonly maxBatchSizeBytes?: number
  /** Messages of different topics may go together. @default false */
  readonly acrossTopics?: boolean
}

/** What AWS takes, both ends included. */
export interface BatchLimits {
  readonly openMs: readonly [number, number]
  readonly size: readonly [number, number]
}

const BYTES = [100, 131_072] as const

/** A batch for CloudFormation; `refuse` is told of what AWS does not take. */
export function batchConfig(
  { maxBatchOpen, maxBatchSize, maxBatchSizeBytes, acrossTopics }: Batch,
  { openMs, size }: BatchLimits,
  refuse: (name: string, message: string) => void,
) {
  const checked = <Name extends string>(name: Name, value: number | undefined, [least, most]: readonly [number, number]) => {
    if (value === undefined) return {}
    if (!(Number.isInteger(value) && value >= least && value <= most)) refuse(name, `${value} is none of ${least} to ${most}`)
    return { [name]: value }
  }
  return {
    ...checked('maxBatchOpenMs', maxBatchOpen?.toMilliseconds(), openMs),
    ...checked('maxBatchSize', maxBatchSize, size),
    ...checked('maxBatchSizeBytes', maxBatchSizeBytes, BYTES),
    ...(acrossTopics === undefined ? {} : { batchAcrossTopics: acrossTopics }),
  }
}
