import { readFileSync } from 'node:fs'
import type { Machine, MachineConnection, Traffic } from '../machine/machine.ts'

/** States of sockets in `/proc/net/tcp`. */
const [ESTABLISHED, LISTEN] = ['01', '0A']
/** Of UDP, what is bound and not connected. */
const BOUND = '07'

/** This machine, where it is a Linux; read out of `/proc/net` (or `dir`), which throws where there is none. */
export const procMachine = (dir = '/proc/net'): Machine => ({
  read() {
    const tcp = [...sockets(`${dir}/tcp`), ...sockets(`${dir}/tcp6`)]
    const udp = [...sockets(`${dir}/udp`), ...sockets(`${dir}/udp6`)]
    const ports = (all: readonly Socket[], state: string) =>
      [...new Set(all.filter((socket) => socket.state === state).map(({ localPort }) => localPort))].sort((a, b) => a - b)
    return {
      tcpPorts: ports(tcp, LISTEN),
      udpPorts: ports(udp, BOUND),
      connections: tcp.filter(({ state, isLocal }) => state === ESTABLISHED && !isLocal)
        .map(({ remote, localPort }): MachineConnection => ({ remote, localPort })),
      traffic: trafficOf(readFileSync(`${dir}/dev`, 'utf8')),
    }
  },
})

interface Socket {
  readonly localPort: number
  readonly remote: string
  /** Whether the other end is this machine, too. */
  readonly isLocal: boolean
  readonly state: string
}

function sockets(file: string): Socket[] {
  return linesOf(file).flatMap((line) => {
    const [, local, remote, state] = line.trim().split(/\s+/)
    if (local === undefined || remote === undefined || state === undefined) return []
    const [address, port] = [addressOf(remote), portOf(remote)]
    const isLocal = /^(?:127\.|::1$|::ffff:127\.)/.test(address)
    return [{ localPort: portOf(local), remote: address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`, isLocal, state }]
  })
}

/** The lines beneath the heading; none where a kernel has no IPv6. */
function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)
  } catch (error) {
    if (file.endsWith('6')) return []
    throw error
  }
}

const portOf = (end: string): number => Number.parseInt(end.slice(end.lastIndexOf(':') + 1), 16)

/** `0100007F:…` = 127.0.0.1: words of four bytes, each with its last byte first. */
function addressOf(end: string): string {
  const bytes = Buffer.from(end.slice(0, end.lastIndexOf(':')), 'hex')
  for (let word = 0; word + 4 <= bytes.length; word += 4) bytes.subarray(word, word + 4).reverse()
  if (bytes.length === 4) return bytes.join('.')
  const isMapped = bytes.subarray(0, 10).every((byte) => byte === 0) && bytes.readUInt16BE(10) === 0xffff
  if (isMapped) return bytes.subarray(12).join('.')
  const groups = Array.from({ length: 8 }, (_, at) => bytes.readUInt16BE(2 * at).toString(16)).join(':')
  // The longest run of zeros is written as two colons, as everybody does.
  const [zeros = ''] = (groups.match(/(?:^|:)0(?::0)+(?=:|$)/g) ?? []).sort((a, b) => b.length - a.length)
  return zeros === '' ? groups : groups.replace(zeros, '::').replace(/:{3,}/, '::')
}

/** The counters of all interfaces but the loopback. */
function trafficOf(text: string): Traffic {
  const rows = text.trimEnd().split('\n').slice(2).map((line) => {
    const [name = '', counters = ''] = line.split(':')
    return { name: name.trim(), counters: counters.trim().split(/\s+/).map(Number) }
  }).filter(({ name }) => name !== 'lo')
  const sum = (column: number) => rows.reduce((total, { counters }) => total + (counters[column] ?? 0), 0)
  return { bytesIn: sum(0), packetsIn: sum(1), bytesOut: sum(8), packetsOut: sum(9) }
}
