import { reply, type Reply } from '@keg/message-schemas/keg'
import { replayMessage, type NewCommand } from '@keg/store'
import { memoryCommands } from '@keg/store/commands/memory'
import { memoryStore } from '@keg/store/memory'
import { expect, it } from 'vitest'
import type { RuleMessage } from './ingest-pour.ts'
import { takeQueued } from './take-message.ts'
import { takeReply } from './take-reply.ts'

const NOW_MS = 1_790_000_000_000
const command: NewCommand = {
  kegId: 'k-1', commandId: 'c-1', siteId: 'berlin', order: { kind: 'pour', volumeMl: 300 }, createdAtMs: NOW_MS, expiresAtMs: NOW_MS + 60_000,
}
const said = (status: Reply['status'], reasonCode?: string): Reply => ({
  v: 1, bootId: 'b-1', seq: 3, takenAtMs: 1, status, ...(reasonCode === undefined ? {} : { statusReason: { reasonCode } }),
})
const bodyOf = (payload: Uint8Array | string, more: Partial<RuleMessage> = {}): RuleMessage => ({
  payload: Buffer.from(payload).toString('base64'), topic: 'keg/berlin/k-1/replies/c-1', clientId: 'k-1', receivedAtMs: NOW_MS + 100,
  ...more,
})
/** The registry has these kegs at Berlin, and no others. */
const sites = { isAt: async (kegId: string, siteId: string) => siteId === 'berlin' && ['k-1', 'k-2'].includes(kegId) }
const fresh = async () => {
  const [store, commands] = [memoryStore(), memoryCommands({ nowMs: () => NOW_MS })]
  await commands.create(command)
  const take = takeReply({ commands, store, sites })
  return { store, commands, take: (body: object) => takeQueued(JSON.stringify(body), 7, { flow: 'replies', take, store }) }
}
const DONE = { done: true }

it('keeps what a keg says to its command, whatever order it comes in, and however often', async () => {
  const { store, commands, take } = await fresh()
  for (const status of ['SUCCEEDED', 'IN_PROGRESS', 'SUCCEEDED'] as const)
    expect(await take(bodyOf(reply.encode(said(status))))).toEqual(DONE)
  expect(await commands.command(command)).toEqual({ ...command, status: 'SUCCEEDED', updatedAtMs: NOW_MS + 100 })
  expect(await store.countQuarantined()).toBe(0)
})

it('keeps why', async () => {
  const { commands, take } = await fresh()
  await take(bodyOf(reply.encode(said('REJECTED', 'BUSY'))))
  expect(await commands.command(command)).toMatchObject({ status: 'REJECTED', statusReason: { reasonCode: 'BUSY' } })
})

it.each<[string, Partial<RuleMessage>]>([
  ['of another keg, by the id of this one\'s', { topic: 'keg/berlin/k-2/replies/c-1', clientId: 'k-2' }],
  ['to a command that was not made here', { topic: 'keg/berlin/k-1/replies/gateways-own' }],
])('lets go of a reply %s', async (_, more) => {
  const { store, commands, take } = await fresh()
  expect(await take(bodyOf(reply.encode(said('SUCCEEDED')), more))).toEqual(DONE)
  expect([(await commands.command(command))?.status, (await commands.commands('k-2')).items, await store.countQuarantined()])
    .toEqual(['CREATED', [], 0])
})

it('takes a gateway\'s word for a keg of its site', async () => {
  const { commands, take } = await fresh()
  await take(bodyOf(reply.encode(said('SUCCEEDED')), { clientId: 'gw-1' }))
  expect((await commands.command(command))?.status).toBe('SUCCEEDED')
})

it.each<[string, RuleMessage, RegExp]>([
  ['no JSON', bodyOf('half a rep'), /not JSON/],
  ['a status that the cloud alone gives', bodyOf(JSON.stringify({ ...said('FAILED'), status: 'CREATED' })), /status/],
  ['a topic of pours', bodyOf(reply.encode(said('FAILED')), { topic: 'keg/berlin/k-1/pours' }), /topic/],
  [
    'a gateway\'s word for a keg of another site',
    bodyOf(reply.encode(said('SUCCEEDED')), { topic: 'keg/munich/k-1/replies/c-1', clientId: 'gw-9' }), /gw-9 speaks for no other/,
  ],
])('has in quarantine at once, under its flow, what is %s', async (_, body, reason) => {
  const { store, commands, take } = await fresh()
  expect(await take(body)).toMatchObject({ done: false })
  expect((await store.quarantined()).items).toMatchObject([
    { flow: 'replies', reason: expect.stringMatching(reason), topic: body.topic, payloadBase64: body.payload },
  ])
  expect((await commands.command(command))?.status).toBe('CREATED')
})

it('keeps a reply as it is replayed, once, and closes its entry', async () => {
  const { store, commands, take } = await fresh()
  await take(bodyOf(reply.encode(said('SUCCEEDED')), { topic: 'keg/munich/k-1/replies/c-1', clientId: 'gw-9' }))
  const [entry] = (await store.quarantined()).items
  // Whoever asks for the replay of it lets it in.
  const again = replayMessage(entry ?? expect.fail('there is no entry'), NOW_MS + 500)
  expect([await take(again), await take(again)]).toEqual([DONE, DONE])
  expect([(await commands.command(command))?.status, await store.countQuarantined()]).toEqual(['SUCCEEDED', 0])
})
