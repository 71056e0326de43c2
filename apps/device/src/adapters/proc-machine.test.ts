import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { procMachine } from './proc-machine.ts'

let dir: string
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'keg-proc-'))))
afterEach(() => rmSync(dir, { recursive: true }))

const HEAD = '  sl  local_address rem_address   st tx_queue rx_queue'
const table = (...rows: string[]) => `${[HEAD, ...rows.map((row, at) => `   ${at}: ${row} 00000000:00000000`)].join('\n')}\n`

it('is read as Linux writes it', () => {
  writeFileSync(join(dir, 'tcp'), table(
    // Listening on 22, twice; connected to 10.0.0.7:8883, and to itself.
    '00000000:0016 00000000:0000 0A', '0100007F:0016 00000000:0000 0A', '0500000A:9C40 0700000A:22B3 01', '0100007F:9C41 0100007F:22B3 01',
  ))
  writeFileSync(join(dir, 'tcp6'), table(
    '00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A',
    '000000FD000000000000000001000000:9C42 000000FD000000000000000007000000:22B3 01',
    '0000000000000000FFFF00000500000A:9C43 0000000000000000FFFF00000800000A:01BB 01',
  ))
  writeFileSync(join(dir, 'udp'), table('00000000:14E9 00000000:0000 07', '0500000A:9C44 0800000A:0035 01'))
  writeFileSync(join(dir, 'dev'), [
    'Inter-|   Receive                |  Transmit', ' face |bytes packets errs …|bytes packets …',
    '    lo: 999 9 0 0 0 0 0 0 999 9 0 0 0 0 0 0', '  eth0: 1000 10 0 0 0 0 0 0 2000 20 0 0 0 0 0 0',
    ' wlan0: 1 2 0 0 0 0 0 0 3 4 0 0 0 0 0 0', '',
  ].join('\n'))
  expect(procMachine(dir).read()).toEqual({
    tcpPorts: [22, 8080], udpPorts: [5353],
    connections: [
      { remote: '10.0.0.7:8883', localPort: 40_000 }, { remote: '[fd00::7]:8883', localPort: 40_002 },
      { remote: '10.0.0.8:443', localPort: 40_003 },
    ],
    traffic: { bytesIn: 1001, bytesOut: 2003, packetsIn: 12, packetsOut: 24 },
  })
})

it('throws where there is nothing to read', () => expect(() => procMachine(dir).read()).toThrow('ENOENT'))
