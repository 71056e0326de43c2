import { isRecord } from '@keg/aws-service'
import { ignored, required, text } from '../../ground/property.ts'
import { resource } from '../../ground/resource.ts'
import { unlessGone } from '../../ground/unless-gone.ts'
import type { Iot, IotOperation } from './iot.ts'
import { iot } from './name.ts'

/**
 * A custom resource that `@keg/cdk-constructs` makes of a call of AWS IoT: the call is made here, without the function that CDK brings for
 * it. The properties hold calls as text, as CDK's `AwsCustomResource` writes them.
 */
export const accountCall = (type: `Custom::KegIoT${string}`, operation: IotOperation, undoing?: IotOperation) => resource(type, {
  uses: { iot },
  properties: {
    ServiceToken: ignored('it is done here'),
    Create: ignored('it is the same as Update'),
    Update: required(text),
    Delete: text,
    InstallLatestAwsSdk: ignored('there is no function'),
  },
  async create({ Update }, { services }) {
    await make(operation, Update, services.iot)
    return { ref: idOf(Update) }
  },
  async update({ Update }, { ref, properties: before }, { services }) {
    await make(operation, Update, services.iot)
    const id = idOf(Update)
    // As CloudFormation has it for custom resources: another id is another resource, and the former one goes.
    return id === idOf(before.Update) ? { ref } : { ref: id, replaced: true }
  },
  async remove({ properties: { Delete } }, { services }) {
    if (undoing !== undefined && Delete !== undefined) await make(undoing, Delete, services.iot).catch(unlessGone)
  },
  // AWS IoT Core keeps it.
  restore: () => undefined,
})

const read = (call: string): Readonly<Record<string, unknown>> => {
  const told: unknown = JSON.parse(call)
  return isRecord(told) ? told : {}
}

function idOf(call: string): string {
  const { physicalResourceId: named } = read(call)
  return isRecord(named) && typeof named['id'] === 'string' ? named['id'] : 'account'
}

async function make(operation: IotOperation, call: string, core: Iot): Promise<void> {
  const { parameters } = read(call)
  if (!isRecord(parameters)) throw new TypeError(`There are no parameters of ${operation} in ${call}`)
  await core.call(operation, parameters)
}
