import { createShadowClient } from '@keg/shadow-client'
import { mqttJsTransport } from '@keg/shadow-client/mqttjs'
import { useShadow } from '@keg/shadow-client/react'
import mqtt from 'mqtt'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

const { thingName, url, options } = JSON.parse(new URLSearchParams(location.search).get('connection') ?? '') as {
  thingName: string
  url: string
  options: mqtt.IClientOptions
}
const client = await mqtt.connectAsync(url, options)
const device = createShadowClient({ thingName, transport: mqttJsTransport(client) })
const page = createShadowClient({ thingName, transport: mqttJsTransport(client) })
device.onDesired(async (change, { report }) => void (await report(change)))

function Target() {
  const { status, reported, setDesired } = useShadow(page)
  return createElement(
    'button', { onClick: () => void setDesired({ celsius: 4 }) }, `${status} ${JSON.stringify(reported?.['celsius'] ?? null)}`,
  )
}
const output = document.querySelector('#celsius')
if (output) createRoot(output).render(createElement(Target))
