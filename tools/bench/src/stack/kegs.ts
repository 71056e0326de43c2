import { telemetry } from '@keg/message-schemas/keg'
import { provision, type ProvisionedKeg } from '@keg/system'
import mqtt from 'mqtt'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { StackAddress } from './serve-stack.ts'

const BOOT = 'bench'
/** Where kegs stand. */
export const SITE_IDS = ['site-0', 'site-1', 'site-2', 'site-3'] as const
const siteOf = (index: number): string => SITE_IDS[index % SITE_IDS.length] ?? ''
/** MQTT 5's reason for what is beyond a quota. */
const QUOTA_EXCEEDED = 0x97
const REFUSED_MS = 1_000

/** A keg that sends telemetry over a connection of its own, and when it sent each. */
export interface SendingKeg {
  readonly kegId: string
  readonly siteId: string
  /** By `seq`, in epoch milliseconds. */
  readonly sentAtMs: number[]
  /** Messages that are no telemetry. */
  poison: number
  /** How often a message was beyond a quota. */
  refused: number
  readonly client: mqtt.MqttClient
}

/** Lets kegs in and connects them, over mutual TLS. */
export async function connectKegs(stack: StackAddress, count: number, dir: string): Promise<SendingKeg[]> {
  const kegs: SendingKeg[] = []
  for (let index = 0; index < count; index++) {
    const keg = await provision(stack, { kegId: `bench-${index}`, settings: { siteId: siteOf(index), targetCelsius: 5 } }, {
      policyNames: [stack.outputs['KegPolicyName'] ?? ''], dir,
    })
    kegs.push({ kegId: keg.kegId, siteId: keg.siteId, sentAtMs: [], poison: 0, refused: 0, client: await connect(stack, keg) })
  }
  return kegs
}

const connect = (stack: StackAddress, { kegId, certificateFile, privateKeyFile }: ProvisionedKeg) => mqtt.connectAsync(stack.mqtts, {
  clientId: kegId, protocolVersion: 5, reconnectPeriod: 0, cert: readFileSync(certificateFile), key: readFileSync(privateKeyFile),
  ca: readFileSync(stack.caFile),
})

/** One message of each keg, so that the functions behind are started. */
export const sendFirst = (kegs: readonly SendingKeg[]): Promise<unknown> => Promise.all(kegs.map((keg, index) => send(keg, index, false)))

/** Sends so many messages a second in all, by the clock, for so long; one a second is no telemetry. Resolves once all are acknowledged. */
export async function sendTelemetry(
  kegs: readonly SendingKeg[],
  { perSecond, seconds, second }: { readonly perSecond: number; readonly seconds: number; readonly second: (index: number) => void },
): Promise<void> {
  const startMs = performance.now()
  const acknowledged: Promise<unknown>[] = []
  for (let sent = 0; sent < perSecond * seconds; sent++) {
    const aheadMs = (sent * 1_000) / perSecond - (performance.now() - startMs)
    if (aheadMs > 1) await delay(aheadMs)
    if (sent % perSecond === 0) second(sent / perSecond)
    const keg = kegs[sent % kegs.length]
    if (keg !== undefined) acknowledged.push(send(keg, sent % kegs.length, sent % perSecond === 0))
  }
  await Promise.all(acknowledged)
}

function send(keg: SendingKeg, index: number, isPoison: boolean): Promise<void> {
  const topic = telemetry.topic.format({ siteId: siteOf(index), kegId: keg.kegId })
  if (isPoison) return publish(keg, topic, `half a rea ${keg.poison++}`)
  const takenAtMs = Date.now()
  const seq = keg.sentAtMs.push(takenAtMs) - 1
  return publish(keg, topic, Buffer.from(telemetry.encode({
    v: 1, bootId: BOOT, seq, takenAtMs, celsius: 4, kilopascal: 200, pouring: false, cooling: true,
  })))
}

/** Sends until it is taken: what is beyond a quota, as after a while in which the broker read nothing, is sent again as a keg does. */
async function publish(keg: SendingKeg, topic: string, payload: string | Buffer): Promise<void> {
  for (;;) {
    try {
      return void (await keg.client.publishAsync(topic, payload, { qos: 1 }))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === QUOTA_EXCEEDED)) throw error
      keg.refused += 1
      await delay(REFUSED_MS)
    }
  }
}
