import type { PortName, RulePorts } from '@keg/rule-dsl'
import { readJson } from '@keg/shadow-client/document'
import { recordBytes } from '../operations/billed-operations.ts'
import { listThingGroupsForThing } from '../operations/thing-groups/list-thing-groups-for-thing.ts'
import { describeThing } from '../operations/things/describe-thing.ts'
import type { IotCore } from '../operations/iot-core.ts'

/** The functions of rules that ask what is here; a rule with another one is refused when it is created. */
export const SERVED_FUNCTIONS: readonly string[] = ['aws_lambda', 'get_dynamodb', 'get_registry_data', 'get_secret', 'get_thing_shadow']

type Ports<Name extends PortName> = Required<Pick<RulePorts, Name>>

/** What rules look up outside of this core. */
export type Lookups = Ports<'dynamodb' | 'secretsManager'>

/** What rules may ask. Roles are not looked at. */
export function rulePorts(core: () => IotCore, invokeFunction: (functionArn: string, event: unknown) => Promise<unknown>, lookups: Lookups): RulePorts {
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
      const answer = await core().shadows.request('get', { thingName, ...(shadowName === undefined ? {} : { shadowName }) }, new Uint8Array())
      if (answer.rejected !== undefined) throw new Error(answer.rejected.message)
      return readJson(new TextDecoder().decode(answer.accepted))
    },
  }
}
