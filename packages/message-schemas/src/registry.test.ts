import { expect, it } from 'vitest'
import * as z from 'zod'
import { defineMessage, registry } from './index.ts'

const message = (name: string, topic: string) => defineMessage({ name, version: 1, topic, schema: z.object({ v: z.literal(1) }) })

it.each([
  ['name', [message('a', 'x/{id}/a'), message('a', 'x/{id}/b')]],
  ['topic', [message('a', 'x/{id}/a'), message('b', 'x/{other}/a')]],
])('refuses two messages of one %s', (key, messages) => {
  expect(() => registry(messages)).toThrow(key)
})

it('throws when it is asked to encode what does not fit', () => {
  // @ts-expect-error v is the literal 1
  expect(() => message('a', 'x/{id}/a').encode({ v: 2 })).toThrow(/expected 1/)
})
