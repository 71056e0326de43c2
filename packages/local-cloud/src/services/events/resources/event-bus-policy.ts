import { ignored, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'

const policy = ignored('policies of buses are not enforced')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html */
export const eventsEventBusPolicy = resource('AWS::Events::EventBusPolicy', {
  properties: { StatementId: required(text), EventBusName: text, Statement: policy, Action: policy, Principal: policy, Condition: policy },
  create: ({ StatementId, EventBusName = 'default' }) => ({ ref: `${EventBusName}|${StatementId}` }),
})
