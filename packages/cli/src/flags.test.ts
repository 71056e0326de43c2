import { expect, it } from 'vitest'
import { originsFlag } from './flags.ts'
import { UsageError } from './verb.ts'

it.each<[readonly string[], Readonly<Record<string, string>> | undefined]>([
  [[], undefined],
  [['https://bar.example=http://127.0.0.1:8080'], { 'https://bar.example': 'http://127.0.0.1:8080' }],
  [['https://bar.example:443/=http://127.0.0.1:8080/', 'https://search.example=https://localhost:9200'], {
    'https://bar.example': 'http://127.0.0.1:8080', 'https://search.example': 'https://localhost:9200',
  }],
])('--origin %j', (origin, expected) => {
  expect(originsFlag({ origin: [...origin] }, 'origin')).toEqual(expected)
})

it.each([
  'https://bar.example', 'bar.example=http://127.0.0.1:8080', 'https://bar.example=8080', 'https://bar.example/iot=http://127.0.0.1:8080',
  'https://bar.example=file:///etc', '',
])('--origin %j is none', (origin) => {
  expect(() => originsFlag({ origin: [origin] }, 'origin'))
    .toThrow(new UsageError(`--origin takes ORIGIN=URL, as https://bar.example=http://127.0.0.1:8080, not "${origin}".`))
})
