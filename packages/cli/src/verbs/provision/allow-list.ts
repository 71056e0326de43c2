import { BatchGetItemCommand, TransactWriteItemsCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { atOnce } from '../../core/at-once.ts'

/** What BatchGetItem and TransactWriteItems take at most. */
const PER_CALL = 100
const AT_ONCE = 4

/** A keg that may claim a certificate. */
export interface Listed {
  readonly serial: string
  readonly siteId: string
  readonly batch: string
  /** By which claim alone it comes. */
  readonly claimCertificateId: string
}

/** A serial is on the list already, for another site, batch or claim. */
export class ListedElsewhere extends Error {
  override readonly name = 'ListedElsewhere'
}

/** The user wanted the command to end before all kegs were on the list. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/**
 * Puts kegs on the list, those alone that are not there: what became of the others stays. Answers how many were put. Rejects with
 * {@link ListedElsewhere}, and with {@link Interrupted} when `signal` aborts, once the calls under way have ended.
 */
export async function listKegs(kegs: readonly Listed[], dynamo: DynamoDBClient, table: string, signal: AbortSignal): Promise<number> {
  const parts = Array.from(
    { length: Math.ceil(kegs.length / PER_CALL) }, (_, index) => kegs.slice(index * PER_CALL, (index + 1) * PER_CALL),
  )
  let [added, there] = [0, 0]
  await atOnce(AT_ONCE, parts, async (part) => {
    if (signal.aborted) return
    const put = await listPart(part, dynamo, table)
    added += put
    there += part.length
  })
  if (there < kegs.length)
    throw new Interrupted(`Interrupted: ${there} of ${kegs.length} kegs are on the list, ${added} of them new. A second run goes on.`)
  return added
}

async function listPart(kegs: readonly Listed[], dynamo: DynamoDBClient, table: string): Promise<number> {
  const there = await known(kegs, dynamo, table)
  for (const { serial, siteId, batch, claimCertificateId } of kegs) {
    const other = there.get(serial)
    if (other !== undefined && (other.siteId !== siteId || other.batch !== batch))
      throw new ListedElsewhere(`${serial} is on the list already: for site ${other.siteId}, of batch ${other.batch}.`)
    if (other !== undefined && other.claimCertificateId !== claimCertificateId)
      throw new ListedElsewhere(`${serial} is on the list already, for another claim: take the --dir that has it, or another --batch.`)
  }
  const missing = kegs.filter(({ serial }) => !there.has(serial))
  if (missing.length === 0) return 0
  // Another run may have listed them meanwhile, and a keg may have claimed.
  await dynamo.send(new TransactWriteItemsCommand({
    TransactItems: missing.map((keg) => ({
      Put: { TableName: table, Item: itemOf(keg), ConditionExpression: 'attribute_not_exists(serial)' },
    })),
  }))
  return missing.length
}

const itemOf = ({ serial, siteId, batch, claimCertificateId }: Listed): Record<string, AttributeValue> => ({
  serial: { S: serial }, siteId: { S: siteId }, batch: { S: batch }, claimCertificateId: { S: claimCertificateId }, state: { S: 'listed' },
})

async function known(kegs: readonly Listed[], dynamo: DynamoDBClient, table: string): Promise<ReadonlyMap<string, Listed>> {
  const found = new Map<string, Listed>()
  let keys: Record<string, AttributeValue>[] | undefined = kegs.map(({ serial }) => ({ serial: { S: serial } }))
  while (keys !== undefined && keys.length > 0) {
    const answer = await dynamo.send(new BatchGetItemCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }))
    for (const { serial: { S: serial = '' } = {}, siteId, batch, claimCertificateId } of answer.Responses?.[table] ?? [])
      found.set(serial, { serial, siteId: siteId?.S ?? '', batch: batch?.S ?? '', claimCertificateId: claimCertificateId?.S ?? '' })
    keys = answer.UnprocessedKeys?.[table]?.Keys as typeof keys
  }
  return found
}
