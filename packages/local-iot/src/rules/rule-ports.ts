import type { PortName, RulePorts } from '@keg/rule-dsl'
import { describeThing } from '../operations/things/describe-thing.ts'
import type { IotCore } from '../operations/iot-core.ts'

/** The functions of rules that ask what is here; a rule with another one is refused when it is created. */
export const SERVED_FUNCTIONS: readonly string[] = ['aws_lambda', 'get_registry_data', 'get_thing_shadow']

type Served = Required<Pick<RulePorts, Extract<PortName, 'lambda' | 'registry' | 'thingShadow'>>>

/** What rules may ask of this core. Roles are not looked at. */
export function rulePorts(core: () => IotCore, invokeFunction: (functionArn: string, event: unknown) => Promise<unknown>): Served {
  return {
    lambda: ({ functionArn, input }) => invokeFunction(functionArn, input),
    registry: async ({ api, thingName }) => {
      if (api !== 'DescribeThing') throw new Error(`${api} is not emulated.`)
      return describeThing.run({ thingName }, core())
    },
    thingShadow: async ({ thingName, shadowName }) => {
      const answer = await core().shadows.request('get', { thingName, ...(shadowName === undefined ? {} : { shadowName }) }, new Uint8Array())
      if (answer.rejected !== undefined) throw new Error(answer.rejected.message)
      return JSON.parse(new TextDecoder().decode(answer.accepted))
    },
  }
}
