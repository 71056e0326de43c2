import { expect, it } from 'vitest'
import { identityFiles } from '../adapters/identity-files.ts'
import { memoryAuthority, memoryFiles } from '../testing/memory-identities.ts'
import { createLife, type Life } from '../testing/mortal.ts'
import { claimCertificate } from './claim-certificate.ts'

const own = { certificateFile: 'certificate.pem', privateKeyFile: 'private.key' }

function claimBench() {
  const files = memoryFiles()
  const authority = memoryAuthority(files.contents)
  const pauses: number[] = []
  const log: string[] = []
  interface Turn {
    readonly signal?: AbortSignal
    readonly onPause?: () => unknown
  }
  const claim = (life: Life, { signal = new AbortController().signal, onPause = () => undefined }: Turn = {}) => claimCertificate({
    kegId: 'k-1', template: 'kegs', files: identityFiles(own, life.effects(files.operations)), signingRequest: authority.signingRequest,
    connect: life.effect(async () => ({ identity: life.effects(authority.port()), close: async () => undefined })),
    pause: life.effect(async (delayMs) => {
      pauses.push(delayMs)
      onPause()
    }),
    random: () => 1, log: (line) => log.push(line), signal,
  })
  return { files, authority, pauses, log, claim }
}

it.each(['before', 'after'] as const)('comes up with a certificate and its key at the next start, killed %s any effect', async (side) => {
  let points = 0
  for (let endsAt = 1; ; endsAt++) {
    const { claim, files, authority } = claimBench()
    const life = createLife(endsAt, side)
    await claim(life).catch(() => undefined)
    if (!life.dead) break
    points++
    // The key is there before anything is asked with it.
    if (authority.provisioned.size > 0) expect([...files.contents.keys()].join()).toMatch(/private\.key/)
    expect(await claim(createLife())).toBe(true)
    expect(authority.admitted(own), `killed ${side} effect ${endsAt}`).toBeDefined()
    expect([...files.contents.keys()].sort()).toEqual(['certificate.pem', 'private.key'])
  }
  expect(points).toBeGreaterThan(10)
})

it('is refused in AWS\'s words, later each time, and comes in once it may', async () => {
  const { claim, authority, pauses, log, files } = claimBench()
  authority.state.refuses = true
  const keys = new Set<string | undefined>()
  expect(await claim(createLife(), { onPause() {
    keys.add(files.contents.get('private.key.next'))
    if (pauses.length === 12) authority.state.refuses = false
  } })).toBe(true)
  expect(pauses.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000])
  expect(pauses.at(-1)).toBe(300_000)
  // By the same key.
  expect(keys.size).toBe(1)
  expect(log[0]).toBe('claim refused: the provisioning was refused: AccessDenied (403); again in 1 s')
})

it('asks for nothing where the keg has a certificate, or is stopped', async () => {
  const { claim, files, authority } = claimBench()
  const signal = AbortSignal.abort()
  expect(await claim(createLife(), { signal })).toBe(false)
  files.operations.write('certificate.pem', 'its own')
  files.operations.write('certificate.pem.next', 'of a rotation')
  expect(await claim(createLife())).toBe(true)
  expect([authority.provisioned.size, files.contents.get('certificate.pem')]).toEqual([0, 'its own'])
})
