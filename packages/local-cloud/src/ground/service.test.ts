import { expect, it } from 'vitest'
import { serviceName } from './service-name.ts'
import { defineService } from './service.ts'
import { testContext } from './testing.ts'

const tap = serviceName<{ readonly poured: string[] }>('tap')
const bar = serviceName<string>('bar')

it('stops a service with those that it uses at hand, which stop after it', async () => {
  const services = [
    defineService(tap, { start: () => ({ poured: [] }), stop: ({ poured }) => void poured.push('last') }),
    defineService(bar, { uses: { tap }, start: () => 'open', stop: (running, used) => void used.tap.poured.push(running) }),
  ]
  const { started } = testContext({ load: async (name) => services.find((service) => service.name === name) ?? expect.fail(name) })
  const { tap: { poured } } = await started.use({ bar, tap })
  await started.stop()
  expect(poured).toEqual(['open', 'last'])
})
