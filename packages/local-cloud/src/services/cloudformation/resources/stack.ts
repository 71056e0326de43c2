import { ignored, map, required, text } from '../../../ground/property.ts'
import { resource, type CreatedResource, type ResourceContext } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'

/**
 * A nested stack, whose resources are compared with what is there whatever becomes of the stack's own properties.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html
 */
export const cloudFormationStack = resource('AWS::CloudFormation::Stack', {
  properties: {
    TemplateURL: required(text),
    Parameters: map(text),
    NotificationARNs: ignored('nobody is told of the stack\'s events'),
    TimeoutInMinutes: ignored('nothing here takes that long'),
    Tags: tags,
  },
  create: ({ Parameters }, context) => deploy(Parameters, context),
  update: ({ Parameters }, _, context) => deploy(Parameters, context),
})

async function deploy(
  parameters: Readonly<Record<string, string>> | undefined, { applyNested, physicalName, arn }: ResourceContext,
): Promise<CreatedResource> {
  const outputs = await applyNested(parameters ?? {})
  const attributes = Object.entries(outputs).map(([name, value]) => [`Outputs.${name}`, value] as const)
  return { ref: arn('cloudformation', `stack/${physicalName()}/keg`), attributes: Object.fromEntries(attributes) }
}
