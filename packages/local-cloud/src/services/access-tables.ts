import type { AccessTable } from '../ground/access.ts'
import { cloudWatchAccess } from './cloudwatch/access.ts'
import { cognitoAccess } from './cognito/access.ts'
import { eventsAccess } from './events/access.ts'
import { glueAccess } from './glue/access.ts'
import { iotAccess, iotDataAccess } from './iot/access.ts'
import { kinesisAccess } from './kinesis/access.ts'
import { lambdaAccess } from './lambda/access.ts'
import { logsAccess } from './logs/access.ts'
import { schedulerAccess } from './scheduler/access.ts'
import { secretsManagerAccess } from './secrets-manager/access.ts'
import { ownMember } from '../assembly/own-member.ts'
import { bySigningName, loadService } from './index.ts'

/** Those of services that have no room of their own yet, by signing name. The device gateway's data plane signs as either of two. */
const others: Readonly<Record<string, AccessTable>> = {
  'cognito-idp': cognitoAccess,
  events: eventsAccess,
  glue: glueAccess,
  iot: iotAccess,
  iotdata: iotDataAccess,
  iotdevicegateway: iotDataAccess,
  kinesis: kinesisAccess,
  lambda: lambdaAccess,
  logs: logsAccess,
  monitoring: cloudWatchAccess,
  scheduler: schedulerAccess,
  secretsmanager: secretsManagerAccess,
}

/** What requests that are signed by this name ask for; `undefined` where nobody knows, and everything is let in. */
export async function accessTableOf(signingName: string): Promise<AccessTable | undefined> {
  const name = bySigningName.get(signingName)
  return name === undefined ? ownMember(others, signingName) : (await loadService(name)).access
}
