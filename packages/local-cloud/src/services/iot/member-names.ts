import { isRecord } from '@keg/aws-service'
import { present } from '../../ground/present.ts'

/** A value of CloudFormation's as AWS IoT's API has it: the same members, their first letter in lower case. */
export function memberNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(memberNames)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(present(value)).map(([name, entry]) => [
    memberName(name),
    // A map whose keys are the user's.
    name === 'ClientProperties' ? entry : memberNames(entry),
  ]))
}

function memberName(name: string): string {
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`
}
