import { document, list, required, text } from '../../../ground/property.ts'
import { resource } from '../../resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queuepolicy.html */
export const sqsQueuePolicy = resource('AWS::SQS::QueuePolicy', {
  properties: {
    Queues: list(text),
    PolicyDocument: required(document),
  },
  create({ Queues = [], PolicyDocument }, { services, arn, physicalName }) {
    for (const url of Queues) services.identities.resourcePolicies.set(queueArn(url, arn), PolicyDocument)
    return { ref: physicalName(), attributes: { Id: physicalName() } }
  },
  remove({ properties: { Queues = [] } }, { services, arn }) {
    for (const url of Queues) services.identities.resourcePolicies.remove(queueArn(url, arn))
  },
})

/** The template names queues by their URLs. */
function queueArn(url: string, arn: (service: string, name: string) => string): string {
  return arn('sqs', url.split('/').at(-1) ?? '')
}
