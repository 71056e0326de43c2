import { operation } from '../operation.ts'
import { invalidRequest, notEmulated } from '../../errors/service-exception.ts'
import { described } from './destination-shapes.ts'

export const createTopicRuleDestination = operation('CreateTopicRuleDestination', ({ destinationConfiguration }, { destinations }) => {
  const { httpUrlConfiguration, vpcConfiguration } = destinationConfiguration
  if (vpcConfiguration !== undefined) throw notEmulated('A topic rule destination in a VPC')
  if (httpUrlConfiguration === undefined) throw invalidRequest('A topic rule destination needs an httpUrlConfiguration')
  return { topicRuleDestination: described(destinations.create(httpUrlConfiguration.confirmationUrl)) }
})
