import { confirmTopicRuleDestination } from './confirm-topic-rule-destination.ts'
import { createTopicRuleDestination } from './create-topic-rule-destination.ts'
import { deleteTopicRuleDestination } from './delete-topic-rule-destination.ts'
import { getTopicRuleDestination } from './get-topic-rule-destination.ts'
import { listTopicRuleDestinations } from './list-topic-rule-destinations.ts'
import { updateTopicRuleDestination } from './update-topic-rule-destination.ts'

/** The operations on topic rule destinations, by AWS's name. */
export const destinationOperations = {
  ConfirmTopicRuleDestination: confirmTopicRuleDestination,
  CreateTopicRuleDestination: createTopicRuleDestination,
  DeleteTopicRuleDestination: deleteTopicRuleDestination,
  GetTopicRuleDestination: getTopicRuleDestination,
  ListTopicRuleDestinations: listTopicRuleDestinations,
  UpdateTopicRuleDestination: updateTopicRuleDestination,
} as const
