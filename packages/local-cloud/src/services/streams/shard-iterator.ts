import { isRecord } from '@keg/aws-service'

/** What a shard iterator stands for. */
export interface ShardIterator {
  readonly streamArn: string
  readonly shardId: string
  readonly position: number
  readonly issuedAtMs: number
}

/** The iterator as text: as in AWS, DynamoDB's begin with their stream's ARN, by which policies judge a `GetRecords`. */
export function iteratorText({ streamArn, ...rest }: ShardIterator): string {
  return `${streamArn}|1|${Buffer.from(JSON.stringify(rest)).toString('base64url')}`
}

/** `undefined` for a text that no iterator of ours makes. */
export function parseIterator(text: string): ShardIterator | undefined {
  const [streamArn, version, encoded] = text.split('|')
  if (streamArn === undefined || version !== '1' || encoded === undefined) return undefined
  try {
    const rest: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString())
    if (!isRecord(rest)) return undefined
    const { shardId, position, issuedAtMs } = rest
    if (typeof shardId !== 'string' || !isCount(position) || !isCount(issuedAtMs)) return undefined
    return { streamArn, shardId, position, issuedAtMs }
  } catch {
    return undefined
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
