import type { PortName, RulePorts } from '@keg/rule-dsl'
import { readJson } from '@keg/shadow-client/document'
import { recordBytes } from '../operations/billed-operations.ts'
import { listThingGroupsForThing } from '../operations/thing-groups/list-thing-groups-for-thing.ts'
import { describeThing } from '../operations/things/describe-thing.ts'
import type { IotCore } from '../operations/iot-core.ts'

type Ports<Name extends PortName> = Required<Pick<RulePorts, Name>>

/** What rules look up outside of this core. */
export type Lookups = Ports<'dynamodb' | 'secretsManager'>

/** What rules may ask. Roles are not looked at. */
export function rulePorts(
  core: () => IotCore, invokeFunction: (functionArn: string, event: unknown) => Promise<unknown>, lookups: Lookups,
): RulePorts {
  return {
    ...lookups,
    lambda: ({ functionArn, input }) => invokeFunction(functionArn, input),
    registry: async ({ api, thingName }) => {
      const operation = api === 'DescribeThing' ? describeThing : listThingGroupsForThing
      const output = await operation.run({ thingName }, core())
      core().meter.registryOperation(recordBytes({ thingName }, output))
      return output
    },
    thingShadow: async ({ thingName, shadowName }) => {
      const answer = await core()
        .shadows.request('get', { thingName, ...(shadowName === undefined ? {} : { shadowName }) }, new Uint8Array())
      if (answer.rejected !== undefined) throw new Error(answer.rejected.message)
      return readJson(new TextDecoder().decode(answer.accepted))
    },
  }
}
