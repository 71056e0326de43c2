import { expect, it } from 'vitest'
import { serviceName } from './service-name.ts'
import { defineService } from './service.ts'
import { testContext } from './testing.ts'

const tap = serviceName<{ readonly poured: string[] }>('tap')
const bar = serviceName<string>('bar')

it('stops a service with those that it uses at hand, which stop after it', async () => {
  const services = [
    defineService(tap, { start: () => ({ poured: [] }), stop: ({ poured }) => void poured.push('last') }),
    defineService(bar, { uses: { tap }, start: () => 'open', stop: (open, { running }) => void running(tap)?.poured.push(open) }),
  ]
  const { started } = testContext({ load: async (name) => services.find((service) => service.name === name) ?? expect.fail(name) })
  const { tap: { poured } } = await started.use({ bar, tap })
  await started.stop()
  expect(poured).toEqual(['open', 'last'])
})

it('stops services in the order that it is told, whenever they have started', async () => {
  const stopped: string[] = []
  const load = async (name: string) => defineService(serviceName(name), { start: () => name, stop: () => void stopped.push(name) })
  const { started } = testContext({ load, stopOrder: ['rules', 'streams'] })
  for (const name of ['rules', 'streams', 'late']) await started.start({ name })
  await started.stop()
  expect(stopped).toEqual(['late', 'rules', 'streams'])
})

it('tells who watches a service of its start before anybody has it', async () => {
  const { started } = testContext({ load: async () => defineService(tap, { start: () => ({ poured: [] }) }) })
  started.whenStarted(tap, ({ poured }) => void poured.push('watched'))
  expect(await started.start(tap)).toEqual({ poured: ['watched'] })
})
