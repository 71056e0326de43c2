import { describe, expect, it } from 'vitest'
import { readReport } from './read-report.ts'
import { ReportError } from './report-error.ts'

const header = { report_id: 1, version: '1.0' }
const types: Readonly<Record<string, string>> = { battery: 'number', cells: 'number-list', taps: 'string-list', dns: 'ip-address-list' }
const read = (body: unknown) => Object.fromEntries(readReport(body as Record<string, unknown>, (name) => types[name]).values)

const long = {
  header,
  metrics: {
    listening_tcp_ports: { ports: [{ interface: 'eth0', port: 24800 }, { port: 22 }], total: 3 },
    listening_udp_ports: { ports: [{ port: 5353 }] },
    network_stats: { bytes_in: 29_358_693, bytes_out: 26_485_035, packets_in: 10_013, packets_out: 11_382 },
    tcp_connections: { established_connections: {
      connections: [
        { local_interface: 'eth0', local_port: 80, remote_addr: '192.168.0.1:8000' }, { remote_addr: '[fd00::1]:443' },
        { remote_addr: '192.168.0.1:8001' },
      ],
      total: 3,
    } },
  },
}
const short = {
  hed: { rid: 1, v: '1.0' },
  met: {
    tp: { pts: [{ if: 'eth0', pt: 24800 }, { pt: 22 }], t: 3 },
    up: { pts: [{ pt: 5353 }] },
    ns: { bi: 29_358_693, bo: 26_485_035, pi: 10_013, po: 11_382 },
    tc: { ec: { cs: [{ li: 'eth0', lp: 80, rad: '192.168.0.1:8000' }, { rad: '[fd00::1]:443' }, { rad: '192.168.0.1:8001' }], t: 3 } },
  },
}
const values = {
  'aws:num-listening-tcp-ports': { count: 3 },
  'aws:listening-tcp-ports': { ports: [24800, 22] },
  'aws:num-listening-udp-ports': { count: 1 },
  'aws:listening-udp-ports': { ports: [5353] },
  'aws:all-bytes-in': { count: 29_358_693 },
  'aws:all-bytes-out': { count: 26_485_035 },
  'aws:all-packets-in': { count: 10_013 },
  'aws:all-packets-out': { count: 11_382 },
  'aws:num-established-tcp-connections': { count: 3 },
  'aws:destination-ip-addresses': { cidrs: ['192.168.0.1', 'fd00::1'] },
}

// detect-device-side-metrics-messages.html
describe('a metrics report', () => {
  it.each([['long', long], ['short', short]])('is read by its %s names', (_names, body) => {
    expect(read(body)).toEqual(values)
  })

  it('has the metrics that the account has defined, and no others', () => {
    const custom_metrics = {
      battery: [{ number: 3.7 }], cells: [{ number_list: [1, 2] }], taps: [{ string_list: ['a'] }], dns: [{ ip_list: ['9.9.9.9'] }],
      unknown: [{ number: 1 }],
    }
    expect(read({ header, custom_metrics })).toEqual({
      battery: { number: 3.7 }, cells: { numbers: [1, 2] }, taps: { strings: ['a'] }, dns: { cidrs: ['9.9.9.9'] },
    })
  })

  it.each<[string, unknown, string]>([
    ['nothing that is an object', undefined, 'no object'],
    ['no header', { metrics: {} }, 'header'],
    ['a header that is a text', { header: 'x', metrics: {} }, 'header'],
    ['no report id', { header: { version: '1.0' }, metrics: {} }, 'report_id'],
    ['a report id with a fraction', { header: { ...header, report_id: 1.5 }, metrics: {} }, 'report_id'],
    ['no version', { header: { report_id: 1 }, metrics: {} }, 'version'],
    ['neither metrics nor custom metrics', { header }, 'metrics'],
    ['ports that are no list', { header, metrics: { listening_tcp_ports: { ports: 22 } } }, 'ports'],
    ['a port out of range', { header, metrics: { listening_tcp_ports: { ports: [{ port: 70_000 }] } } }, 'port'],
    ['bytes below zero', { header, metrics: { network_stats: { bytes_in: -1 } } }, 'bytes_in'],
    ['a connection to nowhere', { header, metrics: { tcp_connections: { established_connections: { connections: [{}] } } } }, 'remote_addr'],
    ['a number that is a text', { header, custom_metrics: { battery: [{ number: '3' }] } }, 'battery'],
    ['a list of other things', { header, custom_metrics: { cells: [{ number_list: ['1'] }] } }, 'cells'],
    ['a value without its list', { header, custom_metrics: { battery: { number: 3 } } }, 'battery'],
  ])('is refused with %s', (_what, body, says) => {
    expect(() => read(body)).toThrow(ReportError)
    expect(() => read(body)).toThrow(says)
  })
})
