import { accountCall } from '../account-call.ts'

/** What `ThingGroupPolicy` of `@keg/cdk-constructs` makes. */
export const customKegIotThingGroupPolicy = accountCall('Custom::KegIoTThingGroupPolicy', 'AttachPolicy', 'DetachPolicy')
