import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { startKeg } from './keg.ts'

const folder = mkdtempSync(join(tmpdir(), 'keg-interrupts-'))
const account = {
  AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's', AWS_REGION: 'us-east-1', XDG_RUNTIME_DIR: folder, AWS_EC2_METADATA_DISABLED: 'true',
}
let silent: Server
let endpoint: string
const sockets: Socket[] = []
beforeAll(async () => {
  // It takes connections, and never says a word.
  silent = createServer((socket) => void sockets.push(socket.on('error', () => undefined))).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  // Of a server on a port.
  endpoint = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`
})
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  silent.close()
  rmSync(folder, { recursive: true })
})

function started(...line: string[]) {
  const child = startKeg(line, { ...account, AWS_ENDPOINT_URL: endpoint })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  return { child, said, ended: once(child, 'exit') }
}

it.each<[line: string[], signal: NodeJS.Signals, code: number, err: string]>([
  [['jobs', 'list', '--aws'], 'SIGINT', 130, ''],
  [['jobs', 'show', 'j', '--aws'], 'SIGTERM', 143, ''],
  [['revoke', 'k-1', '--aws'], 'SIGINT', 130, 'No allow list is known, and nothing is blocked there: --serials-table names one.\n'],
  [['group', 'why', 'g', 'k-1', '--endpoint'], 'SIGINT', 130, ''],
  [['why', 'keg/a', '{}', '--endpoint'], 'SIGINT', 130, ''],
  [['shadow', 'get', 'k-1', '--endpoint'], 'SIGHUP', 129, ''],
  [['quarantine', 'list', '--api'], 'SIGINT', 130, ''],
  [['tail', '--endpoint'], 'SIGINT', 130, ''],
  [['jobs', 'watch', 'j', '--aws'], 'SIGINT', 1, 'Job j goes on.\n'],
])('%j ends at once by the first %s where nothing answers', async (line, signal, code, err) => {
  const asked = once(silent, 'connection')
  const { child, said, ended } = started(...line, ...(line.includes('--aws') ? [] : [endpoint]))
  await Promise.race([asked, ended])
  child.kill(signal)
  expect([await ended, await said]).toEqual([[code, null], ['', err]])
})

it('keg sql eval ends by Ctrl-C while more lines may come', async () => {
  const child = startKeg(['sql', 'eval', '--jsonl'])
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdin.write(`${JSON.stringify({ sql: "SELECT 1 AS a FROM 't'", topic: 't' })}\n`)
  await once(createInterface(child.stdout), 'line')
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([130, null])
})
