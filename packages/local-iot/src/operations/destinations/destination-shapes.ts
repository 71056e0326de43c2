import type { Destination } from '../../rules/destinations.ts'

const common = ({ arn, status, statusReason, createdAtMs, updatedAtMs }: Destination) => ({
  arn, status, statusReason, createdAt: new Date(createdAtMs), lastUpdatedAt: new Date(updatedAtMs),
})

/** A destination as Create and Get answer it. */
export const described = (destination: Destination) => ({ ...common(destination), httpUrlProperties: { confirmationUrl: destination.confirmationUrl } })

/** A destination as List answers it. */
export const summarized = (destination: Destination) => ({ ...common(destination), httpUrlSummary: { confirmationUrl: destination.confirmationUrl } })
