import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { gatewayRecipe } from './recipe.ts'

it('the service starts the program as the recipe does, but for where it is and what configures it', () => {
  const unit = readFileSync(new URL('../../keg-gateway.service', import.meta.url), 'utf8')
  const [, started = ''] = /^ExecStart=\/usr\/bin\/env (.*)$/m.exec(unit) ?? []
  const [manifest] = gatewayRecipe({ version: '1.0.0', bucket: 'artifacts' }).Manifests
  const script = JSON.stringify(manifest?.Lifecycle)
  const flags = (command: string) => command.match(/--\S+(?= .*main\.cjs)/g)
  expect(flags(started)).toEqual(flags(script))
  expect(started).toMatch(/main\.cjs --config /)
})
