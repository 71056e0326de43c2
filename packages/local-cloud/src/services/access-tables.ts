import type { AccessTable } from '../ground/access.ts'
import { athenaAccess } from './athena/access.ts'
import { cloudWatchAccess } from './cloudwatch/access.ts'
import { dynamoDbAccess } from './dynamodb/access.ts'
import { eventsAccess } from './events/access.ts'
import { firehoseAccess } from './firehose/access.ts'
import { glueAccess } from './glue/access.ts'
import { kinesisAccess } from './kinesis/access.ts'
import { logsAccess } from './logs/access.ts'
import { s3Access } from './s3/access.ts'
import { schedulerAccess } from './scheduler/access.ts'
import { secretsManagerAccess } from './secrets-manager/access.ts'
import { snsAccess } from './sns/access.ts'
import { sqsAccess } from './sqs/access.ts'
import { statesAccess } from './step-functions/access.ts'
import { ownMember } from '../assembly/own-member.ts'
import { bySigningName, loadService } from './index.ts'

/** Those of services that have no room of their own yet, by signing name. */
const others: Readonly<Record<string, AccessTable>> = {
  athena: athenaAccess,
  dynamodb: dynamoDbAccess,
  events: eventsAccess,
  firehose: firehoseAccess,
  glue: glueAccess,
  kinesis: kinesisAccess,
  logs: logsAccess,
  monitoring: cloudWatchAccess,
  s3: s3Access,
  scheduler: schedulerAccess,
  secretsmanager: secretsManagerAccess,
  sns: snsAccess,
  sqs: sqsAccess,
  states: statesAccess,
}

/** What requests that are signed by this name ask for; `undefined` where nobody knows, and everything is let in. */
export async function accessTableOf(signingName: string): Promise<AccessTable | undefined> {
  const name = bySigningName.get(signingName)
  return name === undefined ? ownMember(others, signingName) : (await loadService(name)).access
}
