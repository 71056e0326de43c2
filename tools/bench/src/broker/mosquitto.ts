import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { ServerUnderTest, Transport } from './server-under-test.ts'
import { selfSigned } from './self-signed.ts'

/** The mosquitto that is installed; `undefined` where none is. Where Debian has it, it is not on everybody's path. */
export const findMosquitto = (): string | undefined =>
  ['mosquitto', '/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto'].find((path) => spawnSync(path, ['-h']).error === undefined)

/** Starts mosquitto with everybody let in, nothing written to a disk, and as many messages in flight as the others allow. */
export async function startMosquitto(transport: Transport): Promise<ServerUnderTest> {
  const program = findMosquitto()
  if (program === undefined) throw new Error('mosquitto is not installed.')
  const folder = mkdtempSync(join(tmpdir(), 'keg-bench-'))
  const port = await freePort()
  const tls = transport === 'tls' ? await selfSigned() : undefined
  // 2.0.11 does not start with a listener for WebSockets alone.
  const lines = [
    'user root', `listener 0 ${folder}/socket`, `listener ${port} 127.0.0.1`, 'allow_anonymous true', 'persistence false', 'log_type none',
    'set_tcp_nodelay true', 'max_inflight_messages 1000', 'max_queued_messages 10000',
  ]
  if (transport === 'ws') lines.push('protocol websockets')
  if (tls !== undefined) {
    for (const [name, text] of Object.entries(tls)) writeFileSync(join(folder, `${name}.pem`), text)
    lines.push(`certfile ${folder}/cert.pem`, `keyfile ${folder}/key.pem`)
  }
  writeFileSync(join(folder, 'mosquitto.conf'), lines.join('\n'))
  const child = spawn(program, ['-c', join(folder, 'mosquitto.conf')], { stdio: 'ignore' })
  await listening(port)
  return {
    ready: { transport, port, tls: tls && { ca: tls.cert } },
    pid: child.pid ?? 0,
    rssBytes() {
      const [, kilobytes = ''] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
      return Promise.resolve(Number(kilobytes) * 1024)
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has this address.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** It does not say when it listens. */
async function listening(port: number, tries = 100): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port })
  const answered = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)])
    .catch(() => false)
  socket.destroy()
  if (answered) return
  if (tries === 0) throw new Error('mosquitto does not listen after five seconds.')
  await delay(50)
  await listening(port, tries - 1)
}
