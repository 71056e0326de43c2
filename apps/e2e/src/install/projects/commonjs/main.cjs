/* eslint-disable @typescript-eslint/no-require-imports, no-undef -- a project of another kind than this one */
const { createShadowClient, ShadowError } = require('@keg/shadow-client')
const { mqttJsTransport } = require('@keg/shadow-client/mqttjs')
const mqtt = require('mqtt')

async function main() {
  const { thingName, url, options } = JSON.parse(process.env.KEG_CONNECTION)
  const client = await mqtt.connectAsync(url, options)
  const shadow = createShadowClient({ thingName, transport: mqttJsTransport(client) })
  shadow.onDesired(async (change, { report }) => void (await report(change)))
  const cold = shadow.waitUntilReported(({ celsius = 20 }) => celsius < 5)
  await shadow.setDesired({ celsius: 4 })
  console.log((await cold).reported.celsius)
  await client.endAsync()
  // An error that a transport made is one of the client's.
  const offline = await shadow.get().catch((error) => error)
  if (!(offline instanceof ShadowError) || offline.code !== 'DISCONNECTED') throw offline
  await shadow.close()
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
