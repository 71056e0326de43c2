import type { TopicRuleDestination } from '../../state/iot-state.ts'

const common = ({ arn, status, statusReason, createdAtMs, updatedAtMs }: TopicRuleDestination) => ({
  arn, status, statusReason, createdAt: new Date(createdAtMs), lastUpdatedAt: new Date(updatedAtMs),
})

/** A destination as Create and Get answer it. */
export const described = (destination: TopicRuleDestination) => ({
  ...common(destination), httpUrlProperties: { confirmationUrl: destination.confirmationUrl },
})

/** A destination as List answers it. */
export const summarized = (destination: TopicRuleDestination) => ({
  ...common(destination), httpUrlSummary: { confirmationUrl: destination.confirmationUrl },
})
