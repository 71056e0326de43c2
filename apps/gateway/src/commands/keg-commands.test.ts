import { command, reply } from '@keg/message-schemas/keg'
import type { Message, Receiver } from '@keg/mqtt-broker'
import { beforeEach, expect, it } from 'vitest'
import { KegCommands } from './keg-commands.ts'

const topic = 'keg/berlin/keg-01/commands/c-1'
const payload = command.encode({ v: 1, issuedAtMs: 1_000, expiresAtMs: 60_000, order: { kind: 'reboot' } })
const replyTo = (status: 'IN_PROGRESS' | 'SUCCEEDED') => reply.encode({ v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, status })

let published: Message[]
let listening: readonly Receiver[]
let disk: PromiseWithResolvers<undefined>
const cloudClock = { known: false, offsetMs: 0 }
let commands: KegCommands

beforeEach(() => {
  published = []
  disk = Promise.withResolvers()
  Object.assign(cloudClock, { known: false, offsetMs: 0 })
  listening = [{ clientId: 'keg-01', filter: 'keg/berlin/keg-01/commands/+', qos: 1 }]
  const broker = { publish: (message: Message) => void published.push(message), receivers: () => listening }
  commands = new KegCommands({ siteId: 'berlin', newId: () => 'id-1', broker, kept: () => disk.promise, nowMs: () => 500, cloudClock })
})

it('is taken when it is on the disk, and not before', async () => {
  let taken = false
  const taking = commands.take(topic, payload, 'cloud').then(() => (taken = true))
  await new Promise(setImmediate)
  expect([taken, published.length, commands.seen]).toEqual([false, 1, []])
  disk.resolve(undefined)
  await taking
  expect(commands.seen).toEqual([{ kegId: 'keg-01', commandId: 'c-1', from: 'cloud', takenAtMs: 500, order: { kind: 'reboot' } }])
})

it.each<[string, { known: boolean; offsetMs: number }, number | undefined]>([
  ['by this machine\'s clock, where it is known how far that is off', { known: true, offsetMs: 31_536_000_000 }, 60_000 - 31_536_000_000],
  ['not before the cloud\'s clock is known: a command is not lost to a clock that is a year off', { known: false, offsetMs: 0 }, undefined],
])('expires %s', (_, known, expiresAtMs) => {
  Object.assign(cloudClock, known)
  void commands.take(topic, payload, 'cloud')
  expect(published[0]?.expiresAtMs).toBe(expiresAtMs)
})

it('goes to its keg where it is a cancel, which waits as the command does and leaves on show what was ordered', async () => {
  disk.resolve(undefined)
  Object.assign(cloudClock, { known: true, offsetMs: 0 })
  const cancel = command.encode({ v: 1, issuedAtMs: 2_000, expiresAtMs: 60_000, order: { kind: 'cancel' } })
  await commands.take(topic, payload, 'cloud')
  await commands.take(topic, cancel, 'cloud')
  expect(published).toMatchObject([
    { topic, payload, qos: 1, expiresAtMs: 60_000 }, { topic, payload: cancel, qos: 1, expiresAtMs: 60_000 },
  ])
  expect(commands.seen).toMatchObject([{ commandId: 'c-1', order: { kind: 'reboot' } }])
})

it('goes to its keg as it is where it can\'t be read', () => {
  const unreadable = new TextEncoder().encode('{"v":2}')
  void commands.take(topic, unreadable, 'cloud')
  expect(published).toEqual([{ topic, payload: unreadable, qos: 1, retain: false }])
})

it('shows what the keg says to it, also where it says so again, and the last twenty alone', async () => {
  disk.resolve(undefined)
  await commands.take(topic, payload, 'cloud')
  commands.replied('keg/berlin/keg-01/replies/c-1', replyTo('IN_PROGRESS'))
  commands.replied('keg/berlin/keg-01/replies/c-1', replyTo('SUCCEEDED'))
  commands.replied('keg/berlin/keg-01/replies/unheard-of', replyTo('SUCCEEDED'))
  await commands.take(topic, payload, 'cloud')
  expect(commands.seen).toMatchObject([{ commandId: 'c-1', reply: { status: 'SUCCEEDED' } }])
  for (let number = 2; number <= 30; number++) await commands.take(`keg/berlin/keg-01/commands/c-${number}`, payload, 'cloud')
  expect([commands.seen.length, commands.seen[0]?.commandId, commands.seen.at(-1)?.commandId]).toEqual([20, 'c-30', 'c-11'])
})

it('of the bar\'s own goes as the cloud\'s would, by the cloud\'s clock', async () => {
  disk.resolve(undefined)
  Object.assign(cloudClock, { known: true, offsetMs: 1_000 })
  expect(await commands.send('keg-01', { kind: 'reboot' }, 60)).toBe('id-1')
  expect(published).toMatchObject([{ topic: 'keg/berlin/keg-01/commands/id-1', qos: 1, expiresAtMs: 60_500 }])
  expect(command.decode(published[0]?.payload ?? new Uint8Array())).toMatchObject({
    ok: true, value: { issuedAtMs: 1_500, expiresAtMs: 61_500, order: { kind: 'reboot' } },
  })
  expect(commands.seen).toMatchObject([{ commandId: 'id-1', from: 'here' }])
})

it('of the bar\'s own is not sent to a keg that nobody would hold it for', async () => {
  listening = []
  expect(await commands.send('keg-01', { kind: 'reboot' }, 60)).toBeUndefined()
  expect(published).toEqual([])
})
