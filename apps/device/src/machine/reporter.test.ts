import { describe, expect, it } from 'vitest'
import type { MachineReading } from './machine.ts'
import { createReporter } from './reporter.ts'

const reading = (bytes: number): MachineReading => ({
  tcpPorts: [22], udpPorts: [], connections: [{ remote: '10.0.0.7:8883', localPort: 40_000 }],
  traffic: { bytesIn: bytes, bytesOut: 2 * bytes, packetsIn: bytes / 10, packetsOut: bytes / 5 },
})

function bench(publishes: () => Promise<void> = () => Promise.resolve()) {
  const sent: { topic: string; report: Record<string, unknown> }[] = []
  const log: string[] = []
  const counted = { bytes: 100, fails: false }
  const machine = { read() {
    if (counted.fails) throw new Error('unreadable')
    return reading(counted.bytes)
  } }
  const reporter = createReporter({ kegId: 'k-1', machine, everyMs: 300_000, log: (line) => log.push(line) })
  const tick = async (nowMs: number) => {
    reporter.tick(nowMs, (topic, payload) => {
      sent.push({ topic, report: JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown> })
      return publishes()
    })
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { sent, log, counted, tick }
}

describe('a reporter', () => {
  it('reports at once and every five minutes, traffic since the last report', async () => {
    const { sent, counted, tick } = bench()
    await tick(1_000_000)
    counted.bytes = 250
    await tick(1_299_999)
    await tick(1_300_000)
    expect(sent.map(({ topic }) => topic)).toEqual(Array(2).fill('$aws/things/k-1/defender/metrics/json'))
    expect(sent[0]?.report).toEqual({
      header: { report_id: 1000, version: '1.0' },
      metrics: {
        listening_tcp_ports: { ports: [{ port: 22 }], total: 1 }, listening_udp_ports: { ports: [], total: 0 },
        tcp_connections: { established_connections: { connections: [{ remote_addr: '10.0.0.7:8883', local_port: 40_000 }], total: 1 } },
      },
    })
    expect(sent[1]?.report).toMatchObject({
      header: { report_id: 1300 }, metrics: { network_stats: { bytes_in: 150, bytes_out: 300, packets_in: 15, packets_out: 30 } },
    })
  })

  it('counts anew where the counters begin anew', async () => {
    const { sent, counted, tick } = bench()
    await tick(0)
    counted.bytes = 30
    await tick(300_000)
    expect(sent[1]?.report).toMatchObject({ metrics: { network_stats: { bytes_in: 30 } } })
  })

  it('goes on after its clock was set back', async () => {
    const { sent, tick } = bench()
    await tick(10_000_000)
    await tick(5_000_000)
    expect(sent).toHaveLength(2)
  })

  it.each<[string, (counted: { fails: boolean }) => void, () => Promise<void>, RegExp]>([
    ['is refused', () => undefined, () => Promise.reject(new Error('not authorized')), /not authorized/],
    ['can\'t be read', (counted) => (counted.fails = true), () => Promise.resolve(), /unreadable/],
  ])('says once that it %s, and tries again', async (_what, harm, publishes, says) => {
    const { log, counted, tick } = bench(publishes)
    harm(counted)
    for (const nowMs of [0, 300_000, 600_000]) await tick(nowMs)
    expect(log).toEqual([expect.stringMatching(says)])
  })
})
