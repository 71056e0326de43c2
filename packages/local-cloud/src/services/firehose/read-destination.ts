import { ServiceException } from '@keg/aws-service'
import { object, type PropertyTable } from '../../ground/property.ts'

/** A destination by the members that are emulated. Throws `ServiceException` for one that has others. */
export function readDestination<Table extends PropertyTable>(table: Table, value: unknown) {
  const problems: string[] = []
  const result = object(table).read(value, 'Destination', (at, reason) => problems.push(`${at} ${reason}`))
  if (problems.length > 0 || result === undefined)
    throw new ServiceException('InvalidArgumentException', 400, problems.join('; ') || 'The destination is no object')
  return result
}
