import { isRecord } from '@keg/aws-service'
import type { CustomResourceAnswer, CustomResourceRequest } from '../custom-resources.ts'
import type { CreatedResource, ResourceContext, ResourceType } from '../../../ground/resource.ts'
import type { Used } from '../../../ground/service-name.ts'
import { lambda } from '../../lambda/name.ts'
import { cloudFormation } from '../name.ts'

type Properties = Readonly<Record<string, unknown>>

const uses = { cloudFormation, lambda }
/** A deployment gives each type the services that it says it uses. */
const servicesOf = ({ services }: ResourceContext) => services as Used<typeof uses>

/**
 * A custom resource of any name (`Custom::…`) that a function of the assembly makes, changes and removes. Its properties are the
 * function's.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html
 */
export const cloudFormationCustomResource: ResourceType = {
  type: 'AWS::CloudFormation::CustomResource',
  uses,
  // What the function has made is not ours to make again.
  kept: true,
  check({ ServiceToken }, report) {
    if (ServiceToken === undefined) report('ServiceToken', 'is missing')
  },
  async create(properties, context) {
    return createdBy(await ask('Create', properties, context))
  },
  async update(properties, { ref, properties: before }, context) {
    const created = createdBy(await ask('Update', properties, context, { PhysicalResourceId: ref, OldResourceProperties: sent(before) }))
    return created.ref === ref ? created : { ...created, replaced: true }
  },
  async remove({ ref, properties }, context) {
    if (servicesOf(context).lambda.has(String(properties['ServiceToken'])))
      await ask('Delete', properties, context, { PhysicalResourceId: ref })
  },
  restore: async ({ ref, attributes = {} }) => ({ ref, attributes }),
  status: async () => ({}),
}

type Before = Pick<CustomResourceRequest, 'PhysicalResourceId' | 'OldResourceProperties'>

async function ask(
  RequestType: CustomResourceRequest['RequestType'], properties: Properties, context: ResourceContext, before: Before = {},
): Promise<CustomResourceAnswer> {
  const { type: ResourceType, logicalId: LogicalResourceId, stackName, arn } = context
  const ServiceToken = String(properties['ServiceToken'])
  if (!ServiceToken.startsWith('arn:aws:lambda:'))
    throw new TypeError(`ServiceToken ${ServiceToken} is no function: custom resources behind topics are not emulated`)
  const StackId = arn('cloudformation', `stack/${stackName}/keg`)
  const request = { RequestType, ServiceToken, StackId, ResourceType, LogicalResourceId, ResourceProperties: sent(properties), ...before }
  const { ServiceTimeout } = properties
  return servicesOf(context).cloudFormation.request(request, ServiceTimeout === undefined ? undefined : Number(ServiceTimeout))
}

function createdBy({ physicalResourceId, data }: CustomResourceAnswer): CreatedResource {
  const attributes = Object.entries(data).map(([name, value]) =>
    [name, isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : String(value)] as const)
  return { ref: physicalResourceId, attributes: Object.fromEntries(attributes) }
}

/** CloudFormation sends numbers and booleans as text. */
function sent(value: Properties): Properties {
  return asText(value) as Properties
}

function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, asText(entry)]))
  return value === null || value === undefined ? value : String(value)
}
