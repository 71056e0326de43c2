import { document, list, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { iam } from '../../iam/name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queuepolicy.html */
export const sqsQueuePolicy = resource('AWS::SQS::QueuePolicy', {
  uses: { iam },
  properties: {
    Queues: list(text),
    PolicyDocument: required(document),
  },
  create({ Queues = [], PolicyDocument }, { services: { iam }, arn, physicalName }) {
    for (const url of Queues) iam.resourcePolicies.set(queueArn(url, arn), PolicyDocument)
    return { ref: physicalName(), attributes: { Id: physicalName() } }
  },
  remove({ properties: { Queues = [] } }, { services: { iam }, arn }) {
    for (const url of Queues) iam.resourcePolicies.remove(queueArn(url, arn))
  },
})

/** The template names queues by their URLs. */
function queueArn(url: string, arn: (service: string, name: string) => string): string {
  return arn('sqs', url.split('/').at(-1) ?? '')
}
