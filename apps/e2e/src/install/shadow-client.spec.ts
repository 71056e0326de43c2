import { createLocalIot, type LocalIot } from '@keg/local-iot'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser, NO_BROWSER, startBrowser } from '@keg/system/browser'
import { inspect, installInto, publish } from './publish.ts'
import { type Registry, startRegistry } from './registry.ts'

// @keg/shadow-client as others get it: packed, published, installed into a fresh project, connected to AWS IoT Core on this machine.
// `pnpm nx run e2e:install`; needs the npm registry for what the projects install beside it.

const run = promisify(execFile)
const MQTT = 'mqtt@5.16.0'
const TYPESCRIPT = ['typescript@7.0.2', '@types/node@24']

let folder: string
let tarball: string
let registry: Registry
let iot: LocalIot

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keg-install-'))
  const allow = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }] }
  const admitted = {
    isAuthenticated: true, principalId: 'anybody', disconnectAfterInSeconds: 3600, refreshAfterInSeconds: 300,
    policyDocuments: [JSON.stringify(allow)],
  }
  iot = await createLocalIot({ invokeFunction: () => Promise.resolve(admitted) })
  const authorizerFunctionArn = `arn:aws:lambda:${iot.region}:${iot.accountId}:function:authorize`
  await iot.call('CreateAuthorizer', { authorizerName: 'people', authorizerFunctionArn, status: 'ACTIVE', signingDisabled: true })
  registry = await startRegistry(folder)
  tarball = await publish(registry, folder, 'shadow-client')
}, 120_000)

afterAll(async () => {
  await registry?.close()
  await iot?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A copy of a project with the package, and what else it needs. */
const install = (project: string, ...others: readonly string[]) =>
  installInto(registry, folder, project, ['@keg/shadow-client', MQTT, ...others])

/** Whom to connect as, for a project's program. */
const connection = (thingName: string) => {
  const options = {
    clientId: thingName, username: 'anybody?x-amz-customauthorizer-name=people', password: 'any', protocolVersion: 5, reconnectPeriod: 0,
  }
  return JSON.stringify({ thingName, url: iot.endpoints.ws, options })
}
const start = (cwd: string, file: string, thingName: string) =>
  run(process.execPath, [file], { cwd, env: { PATH: process.env['PATH'], KEG_CONNECTION: connection(thingName) } })
const check = (cwd: string) => run('npm', ['run', '--silent', 'check'], { cwd })

async function reported(thingName: string): Promise<unknown> {
  const { payload } = await iot.call('GetThingShadow', { thingName })
  return (JSON.parse(new TextDecoder().decode(payload)) as { state: unknown }).state
}
const obeyed = { desired: { celsius: 4 }, reported: { celsius: 4 } }

describe('the package', () => {
  it('has nothing that publint or attw object to', async () => {
    await inspect(tarball, 'node16')
  })
  it('has no dependencies, and shows nobody its source', async () => {
    const cwd = await install('commonjs')
    const installed = JSON.parse(readFileSync(join(cwd, 'node_modules/@keg/shadow-client/package.json'), 'utf8')) as Record<string, unknown>
    expect(installed['dependencies']).toBeUndefined()
    expect(JSON.stringify(installed['exports'])).not.toContain('@keg/source')
  })
})

describe('installed into', { timeout: 120_000 }, () => {
  it('a TypeScript project with bundler resolution', async () => {
    const cwd = await install('bundler', 'zod@4', ...TYPESCRIPT)
    await check(cwd)
    expect((await start(cwd, 'main.ts', 'bundler')).stdout).toBe('4\n')
    expect(await reported('bundler')).toEqual(obeyed)
  })
  it('a TypeScript project with NodeNext resolution', async () => {
    const cwd = await install('nodenext', ...TYPESCRIPT)
    await check(cwd)
    expect((await start(cwd, 'built/main.js', 'nodenext')).stdout).toBe('4\n')
    expect(await reported('nodenext')).toEqual(obeyed)
  })
  it('a plain CommonJS project', async () => {
    const cwd = await install('commonjs')
    expect((await start(cwd, 'main.cjs', 'commonjs')).stdout).toBe('4\n')
    expect(await reported('commonjs')).toEqual(obeyed)
  })
  const found = findBrowser()
  it.skipIf(!found)(`a page built by Vite${found ? '' : ` (skipped: ${NO_BROWSER})`}`, async () => {
    if (!found) return
    const cwd = await install('vite', 'vite@8', 'react@19', 'react-dom@19')
    await check(cwd)
    const site = await serve(join(cwd, 'dist'))
    const browser = await startBrowser(found)
    try {
      const page = await browser.newPage()
      await page.goto(`${site.url}?connection=${encodeURIComponent(connection('page'))}`)
      await page.getByRole('button', { name: 'confirmed null' }).click()
      await page.getByRole('button', { name: 'confirmed 4' }).waitFor()
      expect(await reported('page')).toEqual(obeyed)
    } finally {
      await browser.close()
      await site.close()
    }
  })
})

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

/** The files of a folder, over HTTP. */
async function serve(root: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://page')
    const file = pathname === '/' ? 'index.html' : pathname
    try {
      const content = readFileSync(join(root, file))
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(content)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
