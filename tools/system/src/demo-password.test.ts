import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { demoPassword } from './demo-password.ts'
import { DEMO_PASSWORD } from './people.ts'

it('meets the policy of the user pool, and needs no quotes in a shell', () => {
  fc.assert(fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (random) => {
    const password = demoPassword((limit) => Math.floor((random.next().value ?? 0) * limit))
    expect(password).toMatch(/^[A-Z][a-z]{3}-[a-z]{4}-[a-z]{4}-\d{4}$/)
  }))
})

it('takes each of its letters from the source', () => {
  expect([demoPassword(() => 0), demoPassword((limit) => limit - 1)]).toEqual(['Baba-baba-baba-2222', 'Zuzu-zuzu-zuzu-9999'])
})

it('is another one in another process', () => {
  const print = 'import { DEMO_PASSWORD } from "./src/people.ts"; console.log(DEMO_PASSWORD)'
  const other = execFileSync(process.execPath, ['--conditions=@keg/source', '--input-type=module', '-e', print], { encoding: 'utf8' }).trim()
  expect(other).toMatch(/^[A-Z][a-z]{3}-[a-z]{4}-[a-z]{4}-\d{4}$/)
  expect(other).not.toBe(DEMO_PASSWORD)
})
