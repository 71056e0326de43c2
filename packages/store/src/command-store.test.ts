import { expect, it } from 'vitest'
import { ANSWER_GRACE_MS, asCreated, commandAt, type KegCommand } from './command-store.ts'

const created = asCreated({
  kegId: 'k-1', commandId: 'c-1', siteId: 'berlin', order: { kind: 'reboot' }, createdAtMs: 1_000, expiresAtMs: 61_000,
})
const overAtMs = 61_000 + ANSWER_GRACE_MS
const timedOut = { status: 'TIMED_OUT', statusReason: { reasonCode: '$NO_RESPONSE_FROM_DEVICE' }, updatedAtMs: overAtMs }

it.each<[string, Partial<KegCommand>, number, object]>([
  ['while it may be begun', {}, 61_000, { status: 'CREATED' }],
  ['while an answer may be on its way', {}, overAtMs - 1, { status: 'CREATED' }],
  ['after that, as timed out', {}, overAtMs, timedOut],
  ['as what its keg said, however long ago', { status: 'IN_PROGRESS' }, overAtMs * 2, { status: 'IN_PROGRESS', updatedAtMs: 1_000 }],
  ['as taken back', { status: 'FAILED', statusReason: { reasonCode: 'CANCELLED' } }, overAtMs, { status: 'FAILED' }],
])('stands %s', (_, more, nowMs, expected) => {
  expect(commandAt({ ...created, ...more }, nowMs)).toMatchObject(expected)
})
