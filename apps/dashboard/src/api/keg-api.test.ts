import { apiClient } from '@keg/flows/client'
import { expect, it } from 'vitest'
import { createKegApi, type KegApi } from './keg-api.ts'

it.each<[string, (api: KegApi) => Promise<unknown>, string]>([
  ['a keg', (api) => api.keg('k 1'), 'GET /kegs/k%201'],
  ['what it measured', (api) => api.readings('k-1', { fromMs: 1, toMs: 9, points: 2 }), 'GET /kegs/k-1/readings?fromMs=1&toMs=9&points=2'],
  ['its first pours', (api) => api.pourPage('k-1'), 'GET /kegs/k-1/pours?limit=10'],
  ['its next pours', (api) => api.pourPage('k-1', 'c 1'), 'GET /kegs/k-1/pours?limit=10&cursor=c+1'],
  ['its commands', (api) => api.commandPage('k-1'), 'GET /kegs/k-1/commands?limit=10'],
  ['a cancel', (api) => api.cancelCommand('k-1', 'c-1'), 'POST /kegs/k-1/commands/c-1/cancel'],
  [
    'a command', (api) => api.command('k-1', { order: { kind: 'reboot' }, expiresInSec: 5 }, 'key-1'),
    'POST /kegs/k-1/commands key-1 {"order":{"kind":"reboot"},"expiresInSec":5}',
  ],
  ['its connections', (api) => api.connections('k-1'), 'GET /kegs/k-1/connections'],
  ['its policies', (api) => api.policies('k-1'), 'GET /kegs/k-1/policies'],
])('asks for %s', async (_, ask, line) => {
  const sent: unknown[] = []
  const api = createKegApi(apiClient({
    url: 'https://api.example',
    fetch: async (url, { method, headers, body }) => {
      const key = new Headers(headers).get('idempotency-key')
      sent.push([method, url.slice('https://api.example'.length), key, body].filter((part) => typeof part === 'string').join(' '))
      return new Response('{}', { status: 404 })
    },
  }))
  await ask(api).catch(() => undefined)
  expect(sent).toEqual([line])
})
