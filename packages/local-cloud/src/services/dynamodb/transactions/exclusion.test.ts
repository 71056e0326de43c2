import { expect, it } from 'vitest'
import { Exclusion } from './exclusion.ts'

it('keeps work that runs alone apart from all other, in order', async () => {
  const exclusion = new Exclusion()
  const seen: string[] = []
  const step = (name: string) => async () => {
    seen.push(`${name} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    seen.push(`${name} ends`)
  }
  const fails = async () => {
    await step('c')()
    throw new Error('no')
  }
  await Promise.allSettled([
    exclusion.together(step('a')), exclusion.together(step('b')), exclusion.alone(fails), exclusion.alone(step('d')),
    exclusion.together(step('e')),
  ])
  expect(seen).toEqual([
    'a begins', 'b begins', 'a ends', 'b ends', 'c begins', 'c ends', 'd begins', 'd ends', 'e begins', 'e ends',
  ])
})
