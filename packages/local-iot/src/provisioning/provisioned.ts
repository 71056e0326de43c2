import type { IotState } from '../state/iot-state.ts'
import type { ProvisioningPlan } from './plan.ts'

/** What is there for a device now. */
export interface Provisioned {
  readonly thingName: string | undefined
  readonly certificatePem: string | undefined
  /** By the logical ids of the template. */
  readonly resourceArns: Readonly<Record<string, string>>
}

/**
 * Does what a plan says, all of it or nothing. `first` is done together with it, and before; where it throws, nothing is done.
 * Throws ServiceException.
 */
export type CarryOut = (plan: ProvisioningPlan, first?: (state: IotState) => void) => Promise<Provisioned>
