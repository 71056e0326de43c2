import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { command, reply } from '@keg/message-schemas/keg'
import type { Site, System } from '@keg/system'
import { expect, vi } from 'vitest'

/** Looks cost time, too, which what is waited for could use. */
const WAIT = { timeout: 60_000, interval: 100 }

/** What is looked at of a gateway's status. */
interface Seen {
  readonly kegsProblem?: string
  readonly kegs: readonly { readonly kegId: string; readonly connected: boolean; readonly reported?: object }[]
  readonly commands: readonly { readonly commandId: string }[]
}

/** Looks again and again until what is seen is as it should be. Tests that run side by side may use it, which `expect.poll` is not for. */
export const seen = (
  look: () => unknown, isRight: (it: ReturnType<typeof expect<unknown>>) => void, { interval }: { readonly interval: number } = WAIT,
): Promise<void> => vi.waitFor(async () => isRight(expect(await look())), { ...WAIT, interval })

/** The status of a site's gateway, as its page has it. */
export async function statusOf({ gateway }: Site): Promise<Seen> {
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
  await seen(async () => (await keg())?.reported, (it) => it.toBeDefined())
  await site.devices.kill()
  await seen(async () => (await keg())?.connected, (it) => it.toBe(false))
  await send('in-gateway')
  // Shown once it is on the disk.
  await seen(async () => (await statusOf(site)).commands, (it) => it.toMatchObject([{ commandId: 'in-gateway' }]))
  await site.gateway?.program.kill()
  await send('in-cloud')
  await site.restartGateway()
  await site.restartDevices()
  await seen(() => Object.values(replies), (it) => it.toEqual(['SUCCEEDED', 'SUCCEEDED']))
  end()
  return replies
}
