import type { AccessTable } from '../ground/access.ts'
import { athenaAccess } from './athena/access.ts'
import { dynamoDbAccess } from './dynamodb/access.ts'
import { firehoseAccess } from './firehose/access.ts'
import { statesAccess } from './step-functions/access.ts'
import { ownMember } from '../assembly/own-member.ts'
import { bySigningName, loadService } from './index.ts'

/** Those of services that have no room of their own yet, by signing name. */
const others: Readonly<Record<string, AccessTable>> = {
  athena: athenaAccess,
  dynamodb: dynamoDbAccess,
  firehose: firehoseAccess,
  states: statesAccess,
}

/** What requests that are signed by this name ask for; `undefined` where nobody knows, and everything is let in. */
export async function accessTableOf(signingName: string): Promise<AccessTable | undefined> {
  const name = bySigningName.get(signingName)
  return name === undefined ? ownMember(others, signingName) : (await loadService(name)).access
}
