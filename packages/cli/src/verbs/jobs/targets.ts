import { DescribeThingCommand, DescribeThingGroupCommand, type IoTClient } from '@aws-sdk/client-iot'
import { UsageError } from '../../verb.ts'

/** The ARNs of things and thing groups that are named. Throws `UsageError` for a name of neither, or of both. */
export async function targetsOf(names: readonly string[], iot: IoTClient): Promise<string[]> {
  if (names.length === 0) throw new UsageError('--target says for whom the job is: a thing or a thing group.')
  const found: string[] = []
  for (const name of names) found.push(name.startsWith('arn:') ? name : await arnOf(name, iot))
  return found
}

async function arnOf(name: string, iot: IoTClient): Promise<string> {
  const [thing, group] = await Promise.all([
    iot.send(new DescribeThingCommand({ thingName: name })).then(({ thingArn }) => thingArn, unlessThere),
    iot.send(new DescribeThingGroupCommand({ thingGroupName: name })).then(({ thingGroupArn }) => thingGroupArn, unlessThere),
  ])
  if (thing !== undefined && group !== undefined)
    throw new UsageError(`${name} is a thing and a thing group: name one by its ARN, ${thing} or ${group}.`)
  const arn = thing ?? group
  if (arn === undefined) throw new UsageError(`There is neither a thing nor a thing group "${name}".`)
  return arn
}

function unlessThere(error: unknown): undefined {
  // A name that can't be one is nobody's.
  if (error instanceof Error && ['ResourceNotFoundException', 'InvalidRequestException'].includes(error.name)) return undefined
  throw error
}
