import { CreatePolicyCommand, IoTClient } from '@aws-sdk/client-iot'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { listenOnFree } from './free-port.ts'
import type { GatewayOptions, PreparedGateway, RunningGateway } from './gateways.ts'
import { provisionThing, type AwsAccess } from './provision.ts'
import { issueGatewayIdentity } from './site-authority.ts'

/** When mosquitto writes down what it holds: half-hourly, as it comes, or with every change, which is the most that can be asked of it. */
export type MosquittoSaving = 'as it comes' | 'at every change'

/** The mosquitto that is installed; `undefined` where none is. Where Debian has it, it is not on everybody's path. */
export const findMosquitto = (): string | undefined =>
  ['mosquitto', '/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto'].find((path) => spawnSync(path, ['-h']).error === undefined)

const RETRY_SEC = 1
const EVERYTHING = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }] })
const SHADOW_REQUESTS = ['get', 'update'].map((operation) => `$aws/things/+/shadow/${operation}`)
const SHADOW_ANSWERS = [
  ...SHADOW_REQUESTS.flatMap((request) => [`${request}/accepted`, `${request}/rejected`]), '$aws/things/+/shadow/update/delta',
]

/**
 * A mosquitto with persistence, which hands the pours of a site on to AWS IoT over a bridge, in the place of a gateway. It has no shadows
 * of its own: it is let in to hand on all that its kegs say to theirs.
 */
export async function prepareMosquitto(
  program: string,
  saving: MosquittoSaving,
  aws: AwsAccess,
  { siteId, cloud, dir, log }: Pick<GatewayOptions, 'siteId' | 'cloud' | 'dir' | 'log'>,
): Promise<PreparedGateway> {
  const gatewayId = `mosquitto-${siteId}`
  await new IoTClient(aws).send(new CreatePolicyCommand({ policyName: gatewayId, policyDocument: EVERYTHING }))
  const thing = await provisionThing(aws, { thingName: gatewayId, siteId }, { policyNames: [gatewayId], dir })
  const identity = await issueGatewayIdentity(siteId, join(thing.dataDir, 'site'))
  const stored = join(thing.dataDir, 'stored')
  await mkdir(stored, { recursive: true })
  const configFile = join(thing.dataDir, 'mosquitto.conf')
  return {
    nucleus: undefined,
    async start(given = 0): Promise<RunningGateway> {
      const port = given === 0 ? await freePort() : given
      const lines = [
        ...(process.getuid?.() === 0 ? ['user root'] : []), 'persistence true', `persistence_location ${stored}/`, 'max_queued_messages 0',
        'log_type error', ...(saving === 'at every change' ? ['autosave_on_changes true', 'autosave_interval 1'] : []),
        `listener ${port} 127.0.0.1`, 'allow_anonymous true', 'require_certificate true', `cafile ${cloud.caFile}`,
        `certfile ${identity.certificateFile}`, `keyfile ${identity.privateKeyFile}`, 'connection cloud',
        `address ${cloud.endpoint.host}:${cloud.endpoint.port}`, 'bridge_protocol_version mqttv311', `remote_clientid ${gatewayId}`,
        `bridge_cafile ${cloud.caFile}`, `bridge_certfile ${thing.certificateFile}`, `bridge_keyfile ${thing.privateKeyFile}`,
        'cleansession false', 'try_private false', 'notifications false', 'bridge_attempt_unsubscribe false',
        `restart_timeout ${RETRY_SEC}`, `topic keg/${siteId}/+/pours out 1`, ...SHADOW_REQUESTS.map((topic) => `topic ${topic} out 1`),
        ...SHADOW_ANSWERS.map((topic) => `topic ${topic} in 1`),
      ]
      await writeFile(configFile, `${lines.join('\n')}\n`)
      const child = spawn(program, ['-c', configFile], { stdio: ['ignore', 'ignore', 'pipe'] })
      child.stderr.setEncoding('utf8').on('data', (text: string) => log(text.trimEnd()))
      await listening(child, port)
      const broker = { endpoint: { host: 'localhost', port }, caFile: identity.caFile }
      return {
        gatewayId, siteId, broker, certificateFile: thing.certificateFile, privateKeyFile: thing.privateKeyFile, statusUrl: '',
        nucleus: undefined, program: programOf(child, port),
      }
    },
  }
}

function programOf(child: ChildProcess, port: number): RunningGateway['program'] {
  const ended = once(child, 'exit')
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  const failed = ended.then((): never => {
    throw new Error('mosquitto ended.')
  })
  failed.catch(() => undefined)
  return { ready: { port, statusUrl: '' }, failed, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

async function freePort(): Promise<number> {
  const server = await listenOnFree(0, (port, ready) => createServer().listen(port, '127.0.0.1', ready))
  // A server that listens on a port has this address.
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** It does not say when it listens. */
async function listening(child: ChildProcess, port: number, tries = 200): Promise<void> {
  if (child.exitCode !== null) throw new Error(`mosquitto ended with ${child.exitCode}.`)
  const socket = connect({ host: '127.0.0.1', port })
  const answered = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)])
    .catch(() => false)
  socket.destroy()
  if (answered) return
  if (tries === 0) throw new Error('mosquitto does not listen after ten seconds.')
  await delay(50)
  return listening(child, port, tries - 1)
}
