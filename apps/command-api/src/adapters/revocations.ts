import { ConditionalCheckFailedException, DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { IoTClient, paginateListThingGroupsForThing, paginateListThingPrincipals, UpdateCertificateCommand } from '@aws-sdk/client-iot'
import { DeleteConnectionCommand, IoTDataPlaneClient, ResourceNotFoundException } from '@aws-sdk/client-iot-data-plane'
import type { KegRevocations } from '../ports.ts'
import { unlessGone } from './unless-gone.ts'

/** What AWS is asked by. */
export interface RevocationClients {
  readonly iot: IoTClient
  readonly data: IoTDataPlaneClient
  readonly dynamo: DynamoDBClient
}

/** The names of the table of the allow list, whose key is `serial`, as `keg provision` writes it, and of the thing group of the kegs. */
export interface KegsToRevoke {
  readonly serials: string
  readonly group: string
}

/** Shuts kegs out at AWS IoT, and of an allow list. */
export function kegRevocations(
  { serials: TableName, group }: KegsToRevoke,
  { iot, data, dynamo }: RevocationClients = { iot: new IoTClient(), data: new IoTDataPlaneClient(), dynamo: new DynamoDBClient() },
): KegRevocations {
  return {
    isKeg: async (thingName) => await unlessGone((async () => {
      for await (const { thingGroups = [] } of paginateListThingGroupsForThing({ client: iot }, { thingName }))
        if (thingGroups.some(({ groupName }) => groupName === group)) return true
      return false
    })()) === true,
    block: async (kegId, block) => {
      try {
        await dynamo.send(new UpdateItemCommand({ TableName, Key: { serial: { S: kegId } }, ...blocked(block) }))
        return true
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false
        throw error
      }
    },
    certificatesOf: async (thingName) => unlessGone((async () => {
      const ids: string[] = []
      for await (const { principals = [] } of paginateListThingPrincipals({ client: iot }, { thingName }))
        ids.push(...principals.flatMap((principal) => /:cert\/([^/]+)$/.exec(principal)?.[1] ?? []))
      return ids
    })()),
    revoke: async (certificateId) => void await iot.send(new UpdateCertificateCommand({ certificateId, newStatus: 'REVOKED' })),
    disconnect: async (clientId) => {
      try {
        await data.send(new DeleteConnectionCommand({ clientId }))
        return true
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return false
        throw error
      }
    },
  }
}

const blocked = ({ atMs, reason }: { readonly atMs: number; readonly reason?: string }) => ({
  ConditionExpression: 'attribute_exists(serial)',
  UpdateExpression: `SET #state = :blocked, blockedAtMs = :atMs${reason === undefined ? '' : ', blockedReason = :reason'}`,
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: {
    ':blocked': { S: 'blocked' }, ':atMs': { N: String(atMs) }, ...(reason === undefined ? {} : { ':reason': { S: reason } }),
  },
})
