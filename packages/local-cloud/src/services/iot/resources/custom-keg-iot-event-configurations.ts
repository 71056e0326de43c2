import { accountCall } from '../account-call.ts'

/** What `EventConfigurations` of `@keg/cdk-constructs` makes. */
export const customKegIotEventConfigurations = accountCall('Custom::KegIoTEventConfigurations', 'UpdateEventConfigurations')
