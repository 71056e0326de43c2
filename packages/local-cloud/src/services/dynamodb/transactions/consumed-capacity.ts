import { isRecord } from '@keg/aws-service'

/** The units of a transaction by table: twice what its elements take by themselves; absent where nobody asked. */
export function consumedCapacity(outputs: readonly Readonly<Record<string, unknown>>[]): { ConsumedCapacity?: object[] } {
  const units = new Map<string, number>()
  for (const { ConsumedCapacity: consumed } of outputs) {
    if (!isRecord(consumed)) continue
    const table = String(consumed['TableName'])
    units.set(table, (units.get(table) ?? 0) + 2 * Number(consumed['CapacityUnits']))
  }
  return units.size === 0 ? {} : { ConsumedCapacity: [...units].map(([TableName, CapacityUnits]) => ({ TableName, CapacityUnits })) }
}
