import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, it } from 'vitest'
import { provision, startIot } from './start-iot.ts'

const run = promisify(execFile)
const isInstalled = (command: string, argument: string) => run(command, [argument]).then(() => true, () => false)

let started: Awaited<ReturnType<typeof startIot>>
const folder = mkdtempSync(join(tmpdir(), 'keg-clients-'))
beforeAll(async () => {
  started = await startIot()
})
afterAll(async () => {
  await started[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})
const heard = (topic: string) =>
  new Promise<string>((resolve) => started.iot.subscribe(topic, ({ payload }) => resolve(Buffer.from(payload).toString())))

it('mosquitto_pub publishes by certificate', async (context) => {
  if (!(await isInstalled('mosquitto_pub', '--help'))) context.skip('mosquitto_pub is not installed')
  const { cert, key } = await provision(started.iot, 'mosquitto')
  writeFileSync(join(folder, 'cert.pem'), cert)
  writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 })
  const { hostname, port } = new URL(started.iot.endpoints.mqtts)
  const message = heard('from/mosquitto')
  await run('mosquitto_pub', [
    '-h', hostname, '-p', port, '--cafile', started.iot.caFile, '--cert', join(folder, 'cert.pem'), '--key', join(folder, 'key.pem'),
    '-i', 'mosquitto', '-t', 'from/mosquitto', '-m', 'hello', '-q', '1',
  ])
  await message
})

it('the aws command publishes', async (context) => {
  if (!(await isInstalled('aws', '--version'))) context.skip('the aws command is not installed')
  const { accessKeyId, secretAccessKey } = started.iot.credentials
  const message = heard('from/aws')
  await run('aws', [
    'iot-data', 'publish', '--topic', 'from/aws', '--payload', Buffer.from('hello').toString('base64'), '--endpoint-url',
    started.iot.endpoints.https,
  ], {
    env: {
      ...process.env, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_REGION: started.iot.region,
      AWS_DEFAULT_REGION: started.iot.region, AWS_CA_BUNDLE: started.iot.caFile,
    },
  })
  await message
})
