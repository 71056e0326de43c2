import { createShadowClient, ShadowError } from '@keg/shadow-client'
import { computeDelta } from '@keg/shadow-client/document'
import { mqttJsTransport } from '@keg/shadow-client/mqttjs'
import mqtt from 'mqtt'

interface Settings {
  readonly celsius?: number
}
const { thingName, url, options } =
  JSON.parse(process.env['KEG_CONNECTION'] ?? '') as { thingName: string; url: string; options: mqtt.IClientOptions }
const client = await mqtt.connectAsync(url, options)
const transport = mqttJsTransport(client)
const shadow = createShadowClient<typeof transport, Settings>({ thingName, transport })
shadow.onDesired(async (change, { report }) => void (await report(change)))
const { version } = await shadow.setDesired({ celsius: 4 })
for await (const snapshot of shadow.watch()) {
  if (snapshot?.reported.celsius === undefined || computeDelta({ celsius: 4 }, { celsius: snapshot.reported.celsius }) !== undefined)
    continue
  console.log(snapshot.reported.celsius)
  break
}
const conflict: unknown = await shadow.setDesired({ celsius: 5 }, { ifVersion: version }).catch((error: unknown) => error)
if (!(conflict instanceof ShadowError) || conflict.code !== 'CONFLICT') throw new Error('The version was not checked.')
await shadow.close()
await client.endAsync()
