import { isRecord, parsedInput } from '@keg/aws-service'
import type { StreamViewType, TableStream } from './table-stream.ts'
import { tableNameOf } from './written-items.ts'

const viewTypes: ReadonlySet<unknown> = new Set<StreamViewType>(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES'])

export function isStreamViewType(value: unknown): value is StreamViewType {
  return viewTypes.has(value)
}

/** A request about a table, with what it says of its stream taken out. */
export function withoutStream(
  text: string,
): { body: string; tableName: string; specification: Readonly<Record<string, unknown>> | undefined } {
  const input = parsedInput(text)
  const { StreamSpecification: specification, ...rest } = input
  return {
    body: JSON.stringify(rest), tableName: tableNameOf(String(rest['TableName'] ?? '')),
    specification: isRecord(specification) ? specification : undefined,
  }
}

/** A table's description with its stream. */
export function withStream(description: unknown, stream: TableStream | undefined): unknown {
  if (!isRecord(description) || stream === undefined) return description
  const StreamSpecification = { StreamEnabled: true, StreamViewType: stream.viewType }
  return { ...description, StreamSpecification, LatestStreamArn: stream.arn, LatestStreamLabel: stream.label }
}
