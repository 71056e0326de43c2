import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { runAssembly, type RunningCloud } from '@keg/local-cloud'
import { gatewayStatus } from '@keg/message-schemas/keg'
import { createShadowClient } from '@keg/shadow-client'
import { httpTransport } from '@keg/shadow-client/http'
import { dynamoDbAlerts } from '@keg/store/alerts/dynamodb'
import { dynamoDbCommands } from '@keg/store/commands/dynamodb'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { dynamoDbReadings } from '@keg/store/readings/dynamodb'
import { dynamoDbSwaps } from '@keg/store/swaps/dynamodb'
import { admitPeople, assemblyDir, outputsOf } from '@keg/system'
import { registerKegs } from '../register-kegs.ts'

/** A keg at each site, which has everything that a route can ask for. */
export const KEG_AT = { berlin: 'keg-1', munich: 'keg-2' } as const

export type Site = keyof typeof KEG_AT

export const SITES = ['berlin', 'munich'] as const satisfies readonly Site[]

const AN_HOUR_MS = 3_600_000

/** The deployed template, its functions held to their roles, with its people, and {@link KEG_AT}. */
export async function startBrewery(): Promise<RunningCloud> {
  await using started = new AsyncDisposableStack()
  const cloud = started.use(await runAssembly(assemblyDir, { iam: 'enforce', log: () => undefined }))
  await admitPeople(cloud)
  for (const siteId of SITES) await stock(cloud, siteId)
  started.move()
  return cloud
}

async function stock(cloud: RunningCloud, siteId: Site): Promise<void> {
  const [kegId, client, outputs] = [KEG_AT[siteId], new DynamoDBClient(cloud), outputsOf(cloud)]
  const tableName = outputs['TableName'] ?? ''
  await registerKegs(cloud, siteId, kegId)
  await cloud.iot.call('AddThingToThingGroup', { thingName: kegId, thingGroupName: outputs['KegGroupName'] })
  const { thingArn = '' } = await cloud.iot.call('DescribeThing', { thingName: kegId })
  await cloud.iot.call('CreateJob', { jobId: `job-${siteId}`, targets: [thingArn], document: '{}' })
  const report = gatewayStatus.encode({ v: 1, takenAtMs: Date.now(), backlog: { messages: 3, bytes: 700, maxBytes: 1_000 }, dropped: [] })
  await cloud.iot.publish(`keg/${siteId}/gateways/gw-${siteId}/status`, report)
  await using shadow = createShadowClient({ thingName: kegId, transport: httpTransport(new IoTDataPlaneClient(cloud)) })
  await shadow.setDesired({ siteId, targetCelsius: 4 })
  const store = dynamoDbStore({ client, tableName })
  const nowMs = Date.now()
  await store.recordPour({
    kegId, siteId, pourId: 'p-1', volumeMl: 300, bootId: 'b', seq: 0, takenAtMs: nowMs, receivedAtMs: nowMs, totaliserMl: 300,
  })
  await store.quarantine({
    quarantineId: `q-${siteId}`, flow: 'pours', reason: 'not JSON', topic: `keg/${siteId}/${kegId}/pours`, receivedAtMs: nowMs,
    payloadBase64: 'eA==',
  })
  await dynamoDbReadings({ client, tableName: outputs['ReadingsTableName'] ?? '', minutes: store }).recordReadings([{
    kegId, siteId, bootId: 'b', seq: 1, takenAtMs: nowMs, receivedAtMs: nowMs, celsius: 4, kilopascal: 200, pouring: false, cooling: true,
  }], nowMs)
  await dynamoDbAlerts({ client, tableName }).recordAlert({
    kegId, alertId: 'a-1', siteId, kind: 'gasLow', event: 'raised', word: { takenAtMs: nowMs, receivedAtMs: nowMs, message: 'gas' },
  })
  await dynamoDbSwaps({ client, tableName }).order({ kegId, siteId, swapId: 's-1', alertId: 'a-1', orderedAtMs: nowMs, token: 'nobody waits' })
  await dynamoDbCommands({ client, tableName }).create({
    kegId, siteId, commandId: 'c-1', order: { kind: 'reboot' }, createdAtMs: nowMs, expiresAtMs: nowMs + AN_HOUR_MS,
  })
  client.destroy()
}
