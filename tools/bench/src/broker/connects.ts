import { inTurn, open } from './load.ts'
import { startServer } from './server-under-test.ts'

/**
 * Memory of `@keg/local-iot` while clients come and go over mutual TLS, with a goodbye or cut off:
 * `node --conditions=@keg/source connects.ts [CONNECTS] [goodbye|cut] [V8-FLAG…]`.
 * Run by hand: it takes minutes, and what it shows is a curve and no number.
 */
const [, , connects = '18000', how = 'goodbye', ...v8] = process.argv
const STEPS = 6
const AT_A_TIME = 20

await using server = await startServer('local-iot', 'tls', { v8 })
const perStep = Math.ceil(Number(connects) / STEPS / AT_A_TIME)
for (let step = 0; step <= STEPS; step += 1) {
  console.log(`${step * perStep * AT_A_TIME} connects: ${Math.round((await server.rssBytes()) / 1024 / 1024)} MB`)
  if (step < STEPS) await inTurn(perStep, comeAndGo, 1)
}

async function comeAndGo(): Promise<void> {
  const clients = Array.from({ length: AT_A_TIME }, (_, index) => open(server, `keg-${index}`))
  const connected = await Promise.all(clients)
  await Promise.all(connected.map((client) => (how === 'cut' ? client.close() : client.disconnect())))
}
