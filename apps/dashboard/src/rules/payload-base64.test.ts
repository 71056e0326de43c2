import { expect, it } from 'vitest'
import { payloadBase64 } from './payload-base64.ts'

it.each<[string, string]>([
  ['nothing', ''], ['an object', '{ "celsius": 9.5 }'], ['letters of several bytes', 'Füßchen 🍺'],
  ['140 KB', 'x'.repeat(140_000)], ['a megabyte, its letters cut by pieces', 'aé🍺'.repeat(150_000)],
])('encodes %s', (_, text) => {
  expect(Buffer.from(payloadBase64(text), 'base64').toString()).toBe(text)
})
