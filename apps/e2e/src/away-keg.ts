import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { command, reply } from '@keg/message-schemas/keg'
import type { Site, System } from '@keg/system'
import { expect } from 'vitest'

const WAIT = { timeout: 60_000, interval: 20 }

/** What is looked at of a gateway's status. */
interface Seen {
  readonly kegs: readonly { readonly kegId: string; readonly connected: boolean; readonly reported?: object }[]
  readonly commands: readonly { readonly commandId: string }[]
}

async function statusOf({ gateway }: Site): Promise<Seen> {
  const answer = await fetch(new URL('status.json', gateway?.statusUrl))
  // What the gateway's own tests hold it to.
  return (await answer.json()) as Seen
}

/**
 * Tells a keg that is away to reboot, twice: once while its gateway runs, which is killed then, and once while the gateway is down.
 * Answers the last that the keg has said to each, when it is back and has obeyed both.
 */
export async function commandWhileAway({ cloud }: System, site: Site): Promise<Readonly<Record<string, string>>> {
  const { kegId = '', siteId = '' } = site.kegs[0] ?? {}
  const replies: Record<string, string> = {}
  const end = cloud.iot.subscribe(reply.topic.filter({ siteId, kegId }), ({ topic, payload }) => {
    const decoded = reply.decode(payload)
    if (decoded.ok) replies[reply.topic.parse(topic)?.commandId ?? ''] = decoded.value.status
  })
  const iot = new IoTDataPlaneClient(cloud)
  const send = (commandId: string) => {
    const payload = command.encode({ v: 1, issuedAtMs: Date.now(), expiresAtMs: Date.now() + 600_000, order: { kind: 'reboot' } })
    return iot.send(new PublishCommand({ topic: command.topic.format({ siteId, kegId, commandId }), qos: 1, payload }))
  }
  const keg = async () => (await statusOf(site)).kegs.find((one) => one.kegId === kegId)
  // It has subscribed when it has reported.
  await expect.poll(async () => (await keg())?.reported, WAIT).toBeDefined()
  await site.devices.kill()
  await expect.poll(async () => (await keg())?.connected, WAIT).toBe(false)
  await send('in-gateway')
  // Shown once it is on the disk.
  await expect.poll(async () => (await statusOf(site)).commands, WAIT).toMatchObject([{ commandId: 'in-gateway' }])
  await site.gateway?.program.kill()
  await send('in-cloud')
  await site.restartGateway()
  await site.restartDevices()
  await expect.poll(() => Object.values(replies), WAIT).toEqual(['SUCCEEDED', 'SUCCEEDED'])
  end()
  return replies
}
