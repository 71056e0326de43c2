import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { local } from '../src/verbs/local.ts'
import { startKeg } from './keg.ts'

it('listens for hardware where and under what name it is told to, and says that the network reaches it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keg-cli-local-'))
  const flags = [
    '--host', '0.0.0.0', '--host-name', 'broker.local', '--host-name', 'beer.local', '--alpn-port', '0', '--ca-dir', join(folder, 'ca'),
    '--endpoint', 'aws=http://127.0.0.1:4566',
  ]
  const core = startKeg(['local', '--json', ...flags], { TMPDIR: folder, XDG_RUNTIME_DIR: folder })
  const said: string[] = []
  createInterface({ input: core.stderr }).on('line', (line) => said.push(line))
  // The line that `keg local` promises.
  const [line] = (await once(createInterface({ input: core.stdout }), 'line')) as [string]
  core.kill('SIGINT')
  await once(core, 'exit')
  expect(JSON.parse(line)).toMatchObject({
    endpoints: { alpn: expect.stringMatching(/^tls:\/\/broker\.local:\d+$/), mqtts: expect.stringContaining('//broker.local:') },
    caFile: join(folder, 'ca/ca.pem'),
  })
  expect(statSync(join(folder, 'ca/ca.pem')).mode & 0o777).toBe(0o644)
  expect(said.filter((text) => text.includes('reachable from the network'))).toEqual([expect.stringContaining('0.0.0.0')])
  rmSync(folder, { recursive: true })
})

it.each([
  [{ endpoint: ['lambda'] }, /SERVICE=URL/],
  [{ endpoint: ['polly=http://127.0.0.1:4566'] }, /one of aws, .*lambda.*not "polly=/],
  [{ endpoint: ['sqs=http://127.0.0.1:4566', 'lambda=127.0.0.1:4566'] }, /http or https URL, not "127\.0\.0\.1:4566"/],
  [{ 'alpn-port': 'many' }, /takes a port/],
])('refuses %j', async (flags, said) => {
  const terminal = { out: () => undefined, err: () => undefined, untilInterrupted: () => Promise.resolve() }
  await expect(local.run(flags, [], terminal)).rejects.toThrow(said)
})

it('explains each of its flags', () => {
  for (const flag of Object.keys(local.flags)) expect(local.help).toContain(`--${flag} `)
})
