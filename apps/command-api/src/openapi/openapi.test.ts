import { validate } from '@readme/openapi-parser'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openApiFiles } from './files.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

describe('what is derived from the routes', () => {
  it.each(['openapi.json', 'src/testing/openapi.generated.ts'])('%s is not stale; else: pnpm nx run command-api:openapi', async (path) => {
    expect((await openApiFiles()).get(path)).toBe(read(path))
  })

  it('is a valid OpenAPI document', async () => {
    expect(await validate(JSON.parse(read('openapi.json')))).toMatchObject({ valid: true, warnings: [] })
  })

  it('would not be one with a fault in it', async () => {
    const faulty = JSON.parse(read('openapi.json'))
    delete faulty.paths['/kegs'].get.responses
    delete faulty.info.title
    expect(await validate(faulty)).toMatchObject({ valid: false })
  })
})
