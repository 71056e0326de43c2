import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { caBundle } from './ca-bundle.ts'

let dir: string
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'keg-ca-'))))
afterEach(() => rmSync(dir, { recursive: true }))

const pem = (text: string) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`
const file = (name: string, ...certificates: string[]) => {
  writeFileSync(join(dir, name), certificates.map(pem).join('\n'))
  return join(dir, name)
}

it('is the core\'s own where a shell trusts no others, or they can not be read', () => {
  const core = file('core.pem', 'core')
  for (const already of [undefined, '', core, join(dir, 'none.pem')]) expect(caBundle(core, already)).toBe(core)
})

it('has each certificate once, however often it is asked for', () => {
  const core = file('core.pem', 'core')
  const bundle = caBundle(core, file('proxy.pem', 'proxy', 'other'))
  expect(readFileSync(bundle, 'utf8')).toBe(`${['proxy', 'other', 'core'].map(pem).join('\n')}\n`)
  expect(caBundle(core, bundle)).toBe(bundle)
})
