import { command, reply } from '@keg/message-schemas/keg'
import type { KegCommand } from '@keg/store'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { connectKegs, type SendingKeg } from '../stack/kegs.ts'
import type { StackAddress } from '../stack/serve-stack.ts'
import { callApi } from './call-api.ts'

const KEGS = 100
/** Functions start with the first. */
const WARM_UP = 50
const COMMANDS = 400
/** How often is looked how far a command is. */
const LOOK_MS = 5
const PATIENCE_MS = 30_000

/**
 * From when a command is sent to the API until the API has it as SUCCEEDED, in milliseconds: one at a time, to each of a hundred kegs in
 * turn, which are connected over mutual TLS and answer at once.
 */
export async function roundTrips(stack: StackAddress): Promise<readonly number[]> {
  const dir = mkdtempSync(join(tmpdir(), 'keg-bench-api-'))
  try {
    const kegs = await connectKegs(stack, KEGS, dir)
    for (const keg of kegs) await obey(keg)
    const times: number[] = []
    for (let sent = 0; sent < WARM_UP + COMMANDS; sent++) {
      const timeMs = await roundTrip(stack, kegs[sent % KEGS]?.kegId ?? '')
      if (sent >= WARM_UP) times.push(timeMs)
    }
    await Promise.all(kegs.map(({ client }) => client.endAsync()))
    return times
  } finally {
    rmSync(dir, { recursive: true })
  }
}

async function roundTrip(stack: StackAddress, kegId: string): Promise<number> {
  const startedMs = performance.now()
  const path = `/kegs/${kegId}/commands`
  const { commandId } = await callApi<KegCommand>(stack, path, { method: 'POST', body: JSON.stringify({ order: { kind: 'reboot' } }) })
  while (performance.now() - startedMs < PATIENCE_MS) {
    const { status } = await callApi<KegCommand>(stack, `${path}/${commandId}`)
    if (status === 'SUCCEEDED') return performance.now() - startedMs
    await delay(LOOK_MS)
  }
  throw new Error(`The command ${commandId} of ${kegId} was not answered in ${PATIENCE_MS} ms.`)
}

/** Answers commands as a keg does that has nothing else to do. */
async function obey({ kegId, siteId, client }: SendingKeg): Promise<void> {
  let seq = 0
  client.on('message', (topic) => {
    const to = command.topic.parse(topic)
    if (to === undefined) return
    for (const status of ['IN_PROGRESS', 'SUCCEEDED'] as const) {
      const payload = reply.encode({ v: 1, bootId: 'bench', seq: seq++, takenAtMs: Date.now(), status })
      client.publish(reply.topic.format(to), Buffer.from(payload), { qos: 1 })
    }
  })
  await client.subscribeAsync(command.topic.filter({ siteId, kegId }), { qos: 1 })
}
