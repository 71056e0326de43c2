import { flag, ignored, list, object, oneOf, refused, required, text } from '../../../ground/property.ts'
import { replacement, resource, type CreatedResource, type ResourceContext } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import type { CloudFront } from '../cloudfront.ts'
import { EdgeFunction } from '../edge-function.ts'
import { cloudFront } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-function.html */
export const cloudFrontFunction = resource('AWS::CloudFront::Function', {
  uses: { cloudFront },
  properties: {
    Name: required(text),
    AutoPublish: flag,
    FunctionCode: required(text),
    FunctionConfig: required(object({
      Comment: ignored('it is for people'),
      Runtime: required(oneOf('cloudfront-js-1.0', 'cloudfront-js-2.0')),
      KeyValueStoreAssociations: refused('there are no key value stores here'),
    })),
    FunctionMetadata: ignored('it is the ARN, which is an attribute'),
    Tags: tags,
  },
  create: ({ Name, FunctionCode }, context) => deploy(Name, FunctionCode, context),
  update: ({ Name, FunctionCode }, { properties: before }, context) =>
    (Name === before.Name ? deploy(Name, FunctionCode, context) : replacement),
  remove: ({ ref }, { services }) => void services.cloudFront.functions.delete(ref),
})

function deploy(
  name: string, code: string, { services, ground, accountId, constructPath }: ResourceContext<{ readonly cloudFront: CloudFront }>,
): CreatedResource {
  const log = (message: string) => ground.log({ level: 'info', source: 'function', message, constructPath })
  const arn = `arn:aws:cloudfront::${accountId}:function/${name}`
  services.cloudFront.functions.set(arn, new EdgeFunction(code, log))
  return { ref: arn, attributes: { FunctionARN: arn, 'FunctionMetadata.FunctionARN': arn, Stage: 'LIVE' } }
}

/** Which functions a behaviour names, and when they run. */
export const functionAssociations = list(object({
  EventType: required(oneOf('viewer-request', 'viewer-response')), FunctionARN: required(text),
}))
