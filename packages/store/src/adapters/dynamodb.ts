import { TransactionCanceledException, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { setTimeout as delay } from 'node:timers/promises'
import {
  bookedAs, type HotStore, type KegMinute, type KegTotal, type LedgerPour, type Page, type PageRequest, type Replay, type TimeRange,
} from '../hot-store.ts'
import { between, BY_KIND, BY_SITE, kegOrder, minuteKey, OPEN_KIND, pourKey, totalKey } from '../keys.ts'
import { addToFleet, fleetTotal } from './dynamodb-fleet.ts'
import { allAnswers, query as queryPage, type Asked } from './dynamodb-page.ts'
import { closeBooked, closeEntry, closing, getEntry, putEntry, readEntry } from './dynamodb-quarantine.ts'

const CONFLICT_TRIES = 8

type Query = Omit<Asked, 'TableName'>

/**
 * A hot store in one DynamoDB table: keys `pk` and `sk`, an index `byKind` on `kind` and `order`, one `bySite` on `siteId` and `order`, all
 * strings.
 */
export function dynamoDbStore(options: { client: DynamoDBClient; tableName: string }): HotStore {
  const client = DynamoDBDocumentClient.from(options.client, { marshallOptions: { removeUndefinedValues: true } })
  const TableName = options.tableName

  async function query<Item>(input: Query, page: PageRequest): Promise<Page<Item>> {
    const { items, ...rest } = await queryPage(client, { TableName, ...input }, page)
    // Only this adapter writes the table, in the shapes of the port.
    return { ...rest, items: items.map(withoutKeys) as Item[] }
  }
  const ofKind = (kind: string): Query => ({
    IndexName: BY_KIND,
    indexKey: ['kind', 'order'],
    KeyConditionExpression: '#kind = :kind',
    ExpressionAttributeNames: { '#kind': 'kind' },
    ExpressionAttributeValues: { ':kind': kind },
  })
  const ofKeg = (kegId: string, kind: string): Query => ({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': totalKey(kegId).pk, ':prefix': kind },
    ScanIndexForward: false,
  })

  const ofSite = (siteId: string): Query => ({
    IndexName: BY_SITE,
    indexKey: ['siteId', 'order'],
    KeyConditionExpression: 'siteId = :siteId',
    // Others may come to have both attributes of the index.
    FilterExpression: '#kind = :keg',
    ExpressionAttributeNames: { '#kind': 'kind' },
    ExpressionAttributeValues: { ':siteId': siteId, ':keg': 'keg' },
  })
  const minutesIn = (kegId: string, range: TimeRange): Query => {
    const { from, to } = between('minute', range)
    return {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': totalKey(kegId).pk, ':from': from, ':to': to },
      ScanIndexForward: false,
    }
  }

  return {
    recordPour: (pour, replay) => recordPour(client, TableName, pour, replay),
    quarantine: (entry) => putEntry(client, TableName, entry),
    closeQuarantined: (replay) => closeEntry(client, TableName, replay),
    quarantinedEntry: (quarantineId) => getEntry(client, TableName, quarantineId),
    keg: async (kegId) => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: totalKey(kegId) }))
      // As in `query`: the table holds what `recordPour` wrote.
      return Item && (withoutKeys(Item) as unknown as KegTotal)
    },
    kegs: (page = {}, siteId) => query<KegTotal>(siteId === undefined ? ofKind('keg') : ofSite(siteId), page),
    fleetTotal: () => fleetTotal(client, TableName),
    pours: (kegId, page = {}) => query<LedgerPour>(ofKeg(kegId, 'pour#'), page),
    recordMinute: async (minute) => void (await client.send(new PutCommand({ TableName, Item: { ...minuteKey(minute), ...minute } }))),
    minutes: (kegId, page = {}, range) => query<KegMinute>(range === undefined ? ofKeg(kegId, 'minute#') : minutesIn(kegId, range), page),
    countQuarantined: async () => {
      let count = 0
      const { indexKey: _indexKey, ...open } = ofKind(OPEN_KIND)
      for await (const { Count = 0 } of allAnswers(client, { TableName, ...open, Select: 'COUNT' })) count += Count
      return count
    },
    quarantined: async (page = {}) => {
      const listed = await query<Record<string, unknown>>({ ...ofKind(OPEN_KIND), ScanIndexForward: false }, page)
      return { ...listed, items: listed.items.map(readEntry) }
    },
  }
}

/**
 * One transaction: the pour stands or falls with its share of the total. Other pours of the same keg touch the same total,
 * other kegs' pours touch the same part of the fleet's, and DynamoDB cancels one of two such transactions, so that one is tried again here.
 * Of a replay, the entry closes in the same transaction.
 */
async function recordPour(
  client: DynamoDBDocumentClient, TableName: string, pour: LedgerPour, replay?: Replay,
): Promise<'recorded' | 'duplicate' | 'conflict'> {
  for (let attempt = 1; ; attempt++) {
    try {
      const close = replay === undefined
        ? []
        : [{ Update: { ...closing(TableName, replay, bookedAs(pour)), ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const } }]
      await client.send(new TransactWriteCommand({
        TransactItems: [putPour(TableName, pour), addToTotal(TableName, pour), addToFleet(TableName, pour), ...close],
      }))
      return 'recorded'
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const [put, , , closed] = error.CancellationReasons ?? []
      if (put?.Code === 'ConditionalCheckFailed') {
        if (Number(put.Item?.['volumeMl']?.N) !== pour.volumeMl) return 'conflict'
        if (replay !== undefined) await closeBooked(client, TableName, replay, bookedAs(pour))
        return 'duplicate'
      }
      // The entry is in the ledger already, or there is no such entry to close.
      if (closed?.Code === 'ConditionalCheckFailed') return closed.Item === undefined ? recordPour(client, TableName, pour) : 'duplicate'
      const conflict = error.CancellationReasons?.some(({ Code }) => Code === 'TransactionConflict') === true
      if (!conflict || attempt === CONFLICT_TRIES) throw error
      await delay(Math.random() * 10 * 2 ** attempt)
    }
  }
}

const putPour = (TableName: string, pour: LedgerPour) => ({
  Put: {
    TableName,
    Item: { ...pourKey(pour.kegId, pour.pourId), ...pour },
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  },
})

const addToTotal = (TableName: string, { kegId, siteId, volumeMl, receivedAtMs }: LedgerPour) => ({
  Update: {
    TableName,
    Key: totalKey(kegId),
    UpdateExpression:
      'ADD totalMl :volume, pours :one, inFleetMl :volume, inFleetPours :one SET kegId = :kegId, siteId = :siteId, lastReceivedAtMs = :received, #kind = :kind, #order = :order',
    ExpressionAttributeNames: { '#kind': 'kind', '#order': 'order' },
    ExpressionAttributeValues: {
      ':volume': volumeMl,
      ':one': 1,
      ':kegId': kegId,
      ':siteId': siteId,
      ':received': receivedAtMs,
      ':kind': kegOrder(kegId).kind,
      ':order': kegOrder(kegId).order,
    },
  },
})

const withoutKeys = (
  { pk: _pk, sk: _sk, kind: _kind, order: _order, inFleetMl: _inFleetMl, inFleetPours: _inFleetPours, ...item }: Record<string, unknown>,
) => item
