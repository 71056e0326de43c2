import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startDynoxide } from '../src/services/dynamodb/dynoxide.ts'
import { guardProcess } from '../src/services/process-guard.ts'

it.each([
  ['no-such-engine', 'ENGINE_MISSING', /dynamodbEndpoint/],
  ['false', 'ENGINE_FAILED', /did not start/],
])('started as %s says %s', async (program, code, message) => {
  const guard = guardProcess(await mkdtemp(join(tmpdir(), 'keg-cloud-')))
  try {
    await expect(startDynoxide(guard, program)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  } finally {
    await guard.close()
  }
})
