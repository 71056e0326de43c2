import { expect, it } from 'vitest'
import { readPayload } from './payload.ts'

it.each<[string, Uint8Array, ReturnType<typeof readPayload>]>([
  ['JSON', new TextEncoder().encode('{"ml":3}'), { kind: 'JSON', text: '{\n  "ml": 3\n}' }],
  ['text', new TextEncoder().encode('{"ml":'), { kind: 'text', text: '{"ml":' }],
  ['bytes', Uint8Array.of(0xff, 0, 0x0a), { kind: 'bytes', text: 'ff 00 0a' }],
  ['nothing', Uint8Array.of(), { kind: 'text', text: '' }],
  ['more than anybody reads', new TextEncoder().encode('x'.repeat(30_000)), { kind: 'text', text: `${'x'.repeat(20_000)} …` }],
])('reads %s', (_, bytes, read) => expect(readPayload(Buffer.from(bytes).toString('base64'))).toEqual(read))
