import { createShadowClient } from '@keg/shadow-client'
import { mqttJsTransport } from '@keg/shadow-client/mqttjs'
import mqtt from 'mqtt'
import * as z from 'zod'

const settings = z.object({ celsius: z.number() }).partial()
const { thingName, url, options } =
  JSON.parse(process.env['KEG_CONNECTION'] ?? '') as { thingName: string; url: string; options: mqtt.IClientOptions }
const client = await mqtt.connectAsync(url, options)
const shadow = createShadowClient({ thingName, transport: mqttJsTransport(client), schema: settings })
shadow.onDesired(async (change, { report }) => void (await report(change)))
const cold = shadow.waitUntilReported(({ celsius = 20 }) => celsius < 5)
await shadow.setDesired({ celsius: 4 })
console.log((await cold).reported.celsius)
await shadow.close()
await client.endAsync()
