import { accountCall } from '../account-call.ts'

/** What `FleetIndex` of `@keg/cdk-constructs` makes. */
export const customKegIotFleetIndex = accountCall('Custom::KegIoTFleetIndex', 'UpdateIndexingConfiguration')
