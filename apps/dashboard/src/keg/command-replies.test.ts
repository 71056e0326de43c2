import type { KegCommand } from '@keg/flows/routes'
import { reply, type Reply } from '@keg/message-schemas/keg'
import { describe, expect, it } from 'vitest'
import { repliedTo, withReply, type CommandReplies } from './command-replies.ts'

const TOPIC = reply.topic.format({ siteId: 'berlin', kegId: 'k-1', commandId: 'c-1' })
const word = (status: Reply['status'], seq = 0): Reply => ({ v: 1, bootId: 'b', seq, takenAtMs: 5, status })
const after = (...messages: readonly (readonly [string, Uint8Array])[]): CommandReplies =>
  messages.reduce<CommandReplies>((known, [topic, payload]) => withReply(known, 'k-1', topic, payload), new Map())
const statuses = (replies: CommandReplies) => [...replies].map(([commandId, { status }]) => [commandId, status])

it.each<[string, readonly (readonly [string, Uint8Array])[], readonly (readonly string[])[]]>([
  ['its own', [[TOPIC, reply.encode(word('SUCCEEDED'))]], [['c-1', 'SUCCEEDED']]],
  ['the newest', [[TOPIC, reply.encode(word('IN_PROGRESS'))], [TOPIC, reply.encode(word('FAILED', 1))]], [['c-1', 'FAILED']]],
  ['the newest, which came first', [[TOPIC, reply.encode(word('FAILED', 1))], [TOPIC, reply.encode(word('IN_PROGRESS'))]], [['c-1', 'FAILED']]],
  ['none of another keg', [[TOPIC.replace('k-1', 'k-2'), reply.encode(word('SUCCEEDED'))]], []],
  ['none that is malformed', [[TOPIC, new TextEncoder().encode('{"v":1')]], []],
  ['nothing else', [['keg/berlin/k-1/pours', reply.encode(word('SUCCEEDED'))]], []],
])('takes in %s', (_, messages, expected) => {
  expect(statuses(after(...messages))).toEqual(expected)
})

it('keeps a hundred of them', () => {
  const replies = after(...Array.from({ length: 105 }, (_, at) => [TOPIC.replace('c-1', `c-${at}`), reply.encode(word('SUCCEEDED'))] as const))
  expect([replies.size, replies.has('c-4'), replies.has('c-5')]).toEqual([100, false, true])
})

describe('a command', () => {
  const command = (status: KegCommand['status']): KegCommand => ({
    commandId: 'c-1', kegId: 'k-1', siteId: 'berlin', order: { kind: 'reboot' }, status, createdAtMs: 1, expiresAtMs: 9, updatedAtMs: 1,
  })
  const said = after([TOPIC, reply.encode({ ...word('FAILED'), statusReason: { reasonCode: 'VALVE_CLOSED' } })])
  it.each<[KegCommand['status'], KegCommand['status'], number]>([
    ['CREATED', 'FAILED', 5], ['IN_PROGRESS', 'FAILED', 5], ['SUCCEEDED', 'SUCCEEDED', 1], ['TIMED_OUT', 'TIMED_OUT', 1],
  ])('that the store has as %s is %s', (stored, shown, updatedAtMs) => {
    expect(repliedTo([command(stored)], said)).toMatchObject([{ status: shown, updatedAtMs }])
    expect(repliedTo([command(stored)], new Map())).toEqual([command(stored)])
  })
})
