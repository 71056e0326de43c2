import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { CLEARED_KEPT_MS, type AlertEvent, type AlertStore, type KegAlert } from '../alert-store.ts'
import { ALERT_KIND, alertKey, alertOrder, BY_KIND, siteOrder } from '../keys.ts'
import { unlessRefused } from './conditional.ts'
import { query } from './dynamodb-page.ts'

/** Alerts in the table of the hot store, which lets go of what `expiresAtSec` says. */
export function dynamoDbAlerts(options: { readonly client: DynamoDBClient; readonly tableName: string }): AlertStore {
  const client = DynamoDBDocumentClient.from(options.client, { marshallOptions: { removeUndefinedValues: true } })
  const TableName = options.tableName
  return {
    recordAlert: async (event) => {
      for (const change of event.event === 'raised' ? [asOpen(event), asRaised(event)] : [asCleared(event)]) {
        if (await unlessRefused(client.send(new UpdateCommand({ TableName, Key: alertKey(event), ...change })))) return 'recorded'
      }
      return 'duplicate'
    },
    alert: async (key) => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: alertKey(key), ConsistentRead: true }))
      // DynamoDB takes its time with what is to go.
      return Item === undefined || Number(Item['expiresAtSec']) * 1_000 < Date.now() ? undefined : readAlert(Item)
    },
    openAlerts: async ({ siteId, ...page } = {}) => {
      const ofSite = siteId === undefined ? {} : { ':site': siteOrder(siteId) }
      const { items, ...rest } = await query(client, {
        TableName,
        IndexName: BY_KIND,
        indexKey: ['kind', 'order'],
        KeyConditionExpression: `#kind = :kind${siteId === undefined ? '' : ' AND begins_with(#order, :site)'}`,
        ExpressionAttributeNames: { '#kind': 'kind', ...(siteId === undefined ? {} : { '#order': 'order' }) },
        ExpressionAttributeValues: { ':kind': ALERT_KIND, ...ofSite },
      }, page)
      return { ...rest, items: items.map(readAlert) }
    },
  }
}

// `kind` is what the one index lists by, `siteId` the other, of totals.
const named =
  'SET kegId = :kegId, alertId = :alertId, alertSite = if_not_exists(alertSite, :siteId), alertKind = if_not_exists(alertKind, :alertKind)'
const values = ({ kegId, alertId, siteId, kind, word }: AlertEvent) => ({
  ':kegId': kegId, ':alertId': alertId, ':siteId': siteId, ':alertKind': kind, ':word': word,
})
const indexed = { '#kind': 'kind', '#order': 'order' }

/** An alert of which nothing is known: it is open. */
const asOpen = (event: AlertEvent) => ({
  UpdateExpression: `${named}, raised = :word, #kind = :open, #order = :order`,
  ConditionExpression: 'attribute_not_exists(raised) AND attribute_not_exists(cleared)',
  ExpressionAttributeNames: indexed,
  ExpressionAttributeValues: { ...values(event), ':open': ALERT_KIND, ':order': alertOrder(event, event.word) },
})

/** An alert that is over before anybody has said that it was raised. */
const asRaised = (event: AlertEvent) => ({
  UpdateExpression: `${named}, raised = :word`,
  ConditionExpression: 'attribute_not_exists(raised)',
  ExpressionAttributeValues: values(event),
})

const asCleared = (event: AlertEvent) => ({
  UpdateExpression: `${named}, cleared = :word, expiresAtSec = :expires REMOVE #kind, #order`,
  ConditionExpression: 'attribute_not_exists(cleared)',
  ExpressionAttributeNames: indexed,
  ExpressionAttributeValues: { ...values(event), ':expires': Math.ceil((event.word.receivedAtMs + CLEARED_KEPT_MS) / 1_000) },
})

/** Only this adapter writes these, in the shape of the port. */
const readAlert = ({ alertKind: kind, alertSite: siteId, kegId, alertId, raised, cleared }: Record<string, unknown>): KegAlert =>
  ({ kegId, alertId, siteId, kind, ...(raised === undefined ? {} : { raised }), ...(cleared === undefined ? {} : { cleared }) }) as KegAlert
