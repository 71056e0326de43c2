import { expect, it } from 'vitest'
import * as z from 'zod'
import { defineMessage, upgradeFrom, type DecodeFailure, type Message } from './index.ts'

const topic = 'keg/{kegId}/temperature'
const temperature = defineMessage({
  name: 'temperature', version: 3, topic,
  schema: z.object({ v: z.literal(3), celsius: z.number(), place: z.string() }),
  upgrades: {
    1: upgradeFrom(z.object({ v: z.literal(1), fahrenheit: z.number() }), ({ fahrenheit }) => ({ v: 2, celsius: (fahrenheit - 32) / 1.8 })),
    2: upgradeFrom(z.object({ v: z.literal(2), celsius: z.number() }), ({ celsius }) => ({ v: 3, celsius, place: 'unknown' })),
  },
})
const decode = (value: unknown, message: Pick<Message, 'decode'> = temperature) =>
  message.decode(new TextEncoder().encode(JSON.stringify(value)))

it.each<[string, unknown, object]>([
  ['this version as it is', { v: 3, celsius: 4, place: 'cellar' }, { v: 3, celsius: 4, place: 'cellar' }],
  ['the one before', { v: 2, celsius: 4 }, { v: 3, celsius: 4, place: 'unknown' }],
  ['one before that, over both steps', { v: 1, fahrenheit: 50 }, { v: 3, celsius: 10, place: 'unknown' }],
])('reads %s', (_, sent, value) => {
  expect(decode(sent)).toEqual({ ok: true, value })
})

it.each<[string, unknown, DecodeFailure, RegExp]>([
  ['a newer version', { v: 4, celsius: 4 }, 'WRONG_VERSION', /version 4, expected 1 to 3/],
  ['a version that there is no way from', { v: 0 }, 'WRONG_VERSION', /version 0, expected 1 to 3/],
  ['half a version', { v: 1.5, fahrenheit: 50 }, 'WRONG_VERSION', /1\.5/],
  ['a version that is text', { v: '2', celsius: 4 }, 'WRONG_VERSION', /"2"/],
  ['an old version with a wrong field', { v: 1, fahrenheit: 'warm' }, 'INVALID', /fahrenheit/],
  ['no version', { celsius: 4, place: 'cellar' }, 'INVALID', /v:/],
])('refuses %s, and says why', (_, sent, failure, reason) => {
  expect(decode(sent)).toMatchObject({ ok: false, failure, reason: expect.stringMatching(reason) })
})

it('does not throw where a step does, and reads over no gap', () => {
  const schema = z.object({ v: z.literal(3) })
  const throwing = defineMessage({ name: 'a', version: 3, topic, schema, upgrades: { 2: () => { throw new RangeError('too old') } } })
  expect(decode({ v: 2 }, throwing)).toMatchObject({ ok: false, failure: 'INVALID', reason: expect.stringContaining('too old') })
  const gap = defineMessage({ name: 'a', version: 3, topic, schema, upgrades: { 1: (value) => value } })
  expect(decode({ v: 1 }, gap)).toMatchObject({ ok: false, failure: 'WRONG_VERSION', reason: expect.stringMatching(/expected 3$/) })
})
