import { readFileSync } from 'node:fs'
import { memoryStore } from '@keg/store/memory'
import { describe, expect, it } from 'vitest'
import { admit, CLAIM_AGAIN_MS, FIRST_SETTINGS, type KegShadow } from './admission.ts'
import type { AllowList, ListedKeg } from './allow-list.ts'
import type { HookEvent } from './hook-event.ts'
import { renew } from './renewal.ts'
import { retire, takeRotation, type CertificatePorts } from './retirement.ts'

const NOW_MS = 1_790_000_000_000
/** By keys that are thrown away. */
const { own: OWN, other: OTHER, twoNames: TWO_NAMES }: { own: string; other: string; twoNames: string } =
  JSON.parse(readFileSync(new URL('../../test/fixtures/certificates.json', import.meta.url), 'utf8'))
const LISTED: ListedKeg = { serial: 'k-1', siteId: 'berlin', batch: 'b-1', claimCertificateId: 'claim', state: 'listed' }
const claimed = (agoMs: number): ListedKeg => ({ ...LISTED, state: 'claimed', claimedAtMs: NOW_MS - agoMs, certificateId: 'c-0' })
const NEW: KegShadow = { desired: {}, hasReported: false }

const event = (changes: Partial<HookEvent> = {}): HookEvent => ({
  claimCertificateId: 'claim', certificateId: 'c-1', certificatePem: OWN, clientId: 'claim-k-1', parameters: { SerialNumber: 'k-1' }, ...changes,
})

interface Around {
  readonly shadow?: KegShadow
  readonly lost?: boolean
  readonly attached?: readonly string[]
  readonly failsOnce?: string
}

/** A list of one keg, which may be lost to somebody else between reading and claiming. */
function ports(listed: ListedKeg | undefined, { shadow = NEW, lost = false, attached = [], ...more }: Around = {}) {
  const written: unknown[] = []
  const { certificates, done } = registry(attached, more)
  const list: AllowList = {
    find: async (serial) => (serial === listed?.serial ? listed : undefined),
    claim: async (_before, claim) => (lost ? false : (written.push(claim), true)),
  }
  const shadows = { read: async () => shadow, wish: async (kegId: string, desired: object) => void written.push([kegId, desired]) }
  return { written, done, list, shadows, certificates, nowMs: () => NOW_MS }
}

describe('a keg that comes with a claim', () => {
  it('is let in once it is listed: the claim is noted, then its shadow wishes its site and first settings', async () => {
    const all = ports(LISTED)
    expect(await admit(event(), all)).toEqual({ allow: true, parameters: { SiteId: 'berlin' } })
    expect(all.written).toEqual([{ certificateId: 'c-1', atMs: NOW_MS }, ['k-1', { ...FIRST_SETTINGS, siteId: 'berlin' }]])
  })

  it('keeps what people have wished of it already, but for its site', async () => {
    const all = ports(LISTED, { shadow: { desired: { siteId: 'rome', targetCelsius: 3 }, hasReported: true } })
    await admit(event(), all)
    expect(all.written[1]).toEqual(['k-1', { ...FIRST_SETTINGS, targetCelsius: 3, siteId: 'berlin' }])
  })

  it('may claim again for an hour after its first claim', async () => {
    const all = ports(claimed(CLAIM_AGAIN_MS))
    expect(await admit(event(), all)).toMatchObject({ allow: true })
    expect(all.written[0]).toEqual({ certificateId: 'c-1', atMs: NOW_MS - CLAIM_AGAIN_MS })
  })

  it('is let in again that somebody has listed anew, and its hour begins', async () => {
    const all = ports({ ...claimed(CLAIM_AGAIN_MS * 2), state: 'listed' }, { shadow: { desired: {}, hasReported: true } })
    expect(await admit(event(), all)).toMatchObject({ allow: true })
    expect(all.written[0]).toEqual({ certificateId: 'c-1', atMs: NOW_MS })
  })

  it.each<[string, ListedKeg, readonly string[], readonly string[]]>([
    ['that it has claimed', claimed(1), ['c-0'], ['deactivate c-0', 'disconnect k-1', 'detach c-0', 'remove c-0']],
    ['that it has claimed, which is not attached yet', claimed(1), [], ['deactivate c-0', 'remove c-0']],
    ['that somebody has renewed from the one it claimed', claimed(1), ['c-0', 'c-2'], [
      'deactivate c-0', 'deactivate c-2', 'disconnect k-1', 'detach c-0', 'detach c-2', 'remove c-0', 'remove c-2',
    ]],
    ['from before it was listed anew', { ...claimed(1), state: 'listed' }, ['c-2'], [
      'deactivate c-2', 'disconnect k-1', 'detach c-2', 'remove c-2', 'deactivate c-0', 'remove c-0',
    ]],
    ['that another keg has, too: from it alone', LISTED, ['c-shared'], ['disconnect k-1', 'detach c-shared']],
    ['but for the one that it asks for once more', { ...claimed(1), certificateId: 'c-1' }, ['c-1'], []],
  ])('has every certificate taken away %s', async (_what, listed, attached, steps) => {
    const all = ports(listed, { attached })
    expect(await admit(event(), all)).toMatchObject({ allow: true })
    expect(all.done).toEqual(steps)
  })

  it('is not let in while a former certificate can\'t be taken away, and the next try takes it', async () => {
    const all = ports(claimed(1), { attached: ['c-0'], failsOnce: 'detach' })
    await expect(admit(event(), all)).rejects.toThrow('throttled')
    expect(await admit(event(), all)).toMatchObject({ allow: true })
    expect(all.done.at(-1)).toBe('remove c-0')
  })

  const used = { shadow: { desired: {}, hasReported: true } }
  it.each<[string, HookEvent, ReturnType<typeof ports>, RegExp]>([
    ['no serial number', event({ parameters: {} }), ports(LISTED), /no SerialNumber/],
    ['a serial number that no thing can have', event({ parameters: { SerialNumber: 'k/1' } }), ports(LISTED), /no SerialNumber/],
    ['the certificate of another', event({ certificatePem: OTHER }), ports(LISTED), /for another serial/],
    ['a certificate of two names', event({ certificatePem: TWO_NAMES }), ports(LISTED), /for another serial/],
    ['what is no certificate', event({ certificatePem: 'k-1' }), ports(LISTED), /for another serial/],
    ['another client id', event({ clientId: 'claim-k-2' }), ports(LISTED), /client id/],
    ['its own client id', event({ clientId: 'k-1' }), ports(LISTED), /client id/],
    ['a serial number that is not listed', event(), ports(undefined), /not listed/],
    ['the claim of another batch', event({ claimCertificateId: 'claim-2' }), ports(LISTED), /another claim/],
    ['an entry that is for no claim', event(), ports({ ...LISTED, claimCertificateId: undefined }), /does not say by which claim/],
    ['one that is blocked', event(), ports({ ...LISTED, state: 'blocked' }), /blocked/],
    ['one that has claimed more than an hour ago', event(), ports(claimed(CLAIM_AGAIN_MS + 1)), /hour ago/],
    ['one that is in use', event(), ports(claimed(1), { ...used, attached: ['c-0'] }), /in use/],
    ['one that somebody else has just claimed', event(), ports(LISTED, { lost: true, attached: ['c-9'] }), /somebody else/],
  ])('is refused with %s, and nothing is written', async (_what, asked, all, reason) => {
    expect(await admit(asked, all)).toEqual({ allow: false, reason: expect.stringMatching(reason) })
    expect([all.written, all.done]).toEqual([[], []])
  })
})

describe('a keg that renews its certificate', () => {
  const asked = (changes: Partial<HookEvent> = {}) => event({ clientId: 'k-1', claimCertificateId: 'c-0', ...changes })
  const renewal = (listed?: ListedKeg, { attached = ['c-0'], hasJob = true, ...more }: Around & { readonly hasJob?: boolean } = {}) =>
    ({ ...ports(listed, { attached, ...more }), jobs: { hasRotation: async (thingName: string) => thingName === 'k-1' && hasJob } })

  it.each<[string, ListedKeg | undefined]>([
    ['that claimed', claimed(CLAIM_AGAIN_MS * 2)], ['that is on no list', undefined],
  ])('gets one %s', async (_what, listed) => {
    expect(await renew(asked(), renewal(listed))).toEqual({ allow: true, parameters: {} })
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['one more than it goes by, which a renewal has left', ['c-0', 'c-2'], []],
    ['that one, and the one that it asks for once more', ['c-0', 'c-2', 'c-1'], []],
    ['several that renewals have left', ['c-2', 'c-0', 'c-3'], [
      'deactivate c-2', 'deactivate c-3', 'detach c-2', 'detach c-3', 'remove c-2', 'remove c-3',
    ]],
    ['several, and the one that it asks for once more', ['c-2', 'c-0', 'c-1', 'c-3'], [
      'deactivate c-2', 'deactivate c-3', 'detach c-2', 'detach c-3', 'remove c-2', 'remove c-3',
    ]],
    ['several, one of them of another keg, too', ['c-0', 'c-2', 'c-shared'], [
      'deactivate c-2', 'detach c-2', 'detach c-shared', 'remove c-2',
    ]],
  ])('has %s: its connection stays, and so do the one that it goes by and one other', async (_what, attached, steps) => {
    const all = renewal(undefined, { attached })
    expect(await renew(asked(), all)).toEqual({ allow: true, parameters: {} })
    expect(all.done).toEqual(steps)
  })

  it('is refused while what renewals have left can\'t be taken away, and the next try takes it', async () => {
    const all = renewal(undefined, { attached: ['c-0', 'c-2', 'c-3'], failsOnce: 'detach' })
    await expect(renew(asked(), all)).rejects.toThrow('throttled')
    expect(await renew(asked(), all)).toMatchObject({ allow: true })
    expect(all.done.slice(-4)).toEqual(['detach c-2', 'detach c-3', 'remove c-2', 'remove c-3'])
  })

  it.each<[string, HookEvent, ReturnType<typeof renewal>, RegExp]>([
    ['from another client', asked({ clientId: 'k-2' }), renewal(), /another than the keg/],
    ['by the certificate of another', asked({ claimCertificateId: 'c-9' }), renewal(), /not its own/],
    ['for another name', asked({ certificatePem: OTHER }), renewal(), /for another serial/],
    ['as a keg that is none', asked({ certificatePem: OTHER, clientId: 'k-2', parameters: { SerialNumber: 'k-2' } }), renewal(), /not its own/],
    ['that is blocked', asked(), renewal({ ...LISTED, state: 'blocked' }), /blocked/],
    ['without a job, as by a copy of its key', asked(), renewal(undefined, { hasJob: false, attached: ['c-0', 'c-2', 'c-3'] }), /no job/],
  ])('is refused %s, and nothing is taken away', async (_what, request, all, reason) => {
    expect(await renew(request, all)).toEqual({ allow: false, reason: expect.stringMatching(reason) })
    expect(all.done).toEqual([])
  })
})

const certificate = (certificateId: string) => ({ certificateId, certificateArn: `arn:aws:iot:eu-central-1:1:cert/${certificateId}` })

/** A registry of k-1 with these certificates; `c-shared` is k-2's, too, and `c-newer` the newest. It notes what was done. */
function registry(ids: readonly string[], { active = true, failsOnce }: { active?: boolean; failsOnce?: string } = {}) {
  const done: string[] = []
  const attached = new Set(ids)
  let failing = failsOnce
  const note = async (what: string, id: string) => {
    if (failing === what) {
      failing = undefined
      throw new Error('throttled')
    }
    done.push(`${what} ${id}`)
  }
  const certificates: CertificatePorts = {
    certificatesOf: async (thingName) => (thingName === 'k-1' ? [...attached].map(certificate) : []),
    thingsOf: async ({ certificateId }) => (certificateId === 'c-shared' ? ['k-1', 'k-2'] : ['k-1']),
    describe: async ({ certificateId }) => ({ isActive: active, createdAtMs: ['c-new', 'c-newer'].indexOf(certificateId) }),
    deactivate: ({ certificateId }) => note('deactivate', certificateId),
    detach: async ({ certificateId }) => {
      await note('detach', certificateId)
      attached.delete(certificateId)
    },
    remove: ({ certificateId }) => note('remove', certificateId),
    disconnect: (clientId) => note('disconnect', clientId),
  }
  return { certificates, done }
}

describe('a keg that goes by another certificate', () => {
  const told = (changes: object = {}) => Buffer.from(JSON.stringify({
    jobId: 'rotate-1', thingArn: 'arn:aws:iot:eu-central-1:1:thing/k-1', statusDetails: { certificateId: 'c-new' }, ...changes,
  }))

  it('has its former ones taken away: none is good for anything before the connection ends and one is deleted', async () => {
    const { certificates, done } = registry(['c-old', 'c-new', 'c-older'])
    expect(await retire(told(), certificates)).toEqual({ ok: true, kegId: 'k-1', retired: ['c-old', 'c-older'] })
    expect(done).toEqual([
      'deactivate c-old', 'deactivate c-older', 'disconnect k-1', 'detach c-old', 'detach c-older', 'remove c-old', 'remove c-older',
    ])
  })

  it('has nothing more taken away by an event that comes twice', async () => {
    const { certificates, done } = registry(['c-new'])
    expect(await retire(told(), certificates)).toMatchObject({ ok: true, retired: [] })
    expect(done).toEqual([])
  })

  it('keeps the one of a later renewal where an event comes late', async () => {
    const { certificates, done } = registry(['c-newer', 'c-old', 'c-new'])
    expect(await retire(told(), certificates)).toMatchObject({ ok: true, retired: ['c-old'] })
    expect(done).not.toContain('deactivate c-newer')
  })

  it('has one that another thing has as well taken from it alone', async () => {
    const { certificates, done } = registry(['c-shared', 'c-new'])
    await retire(told(), certificates)
    expect(done).toEqual(['disconnect k-1', 'detach c-shared'])
  })

  it.each(['deactivate', 'disconnect', 'detach'])('is done by the next try where %s fails', async (failsOnce) => {
    const { certificates, done } = registry(['c-old', 'c-new'], { failsOnce })
    await expect(retire(told(), certificates)).rejects.toThrow('throttled')
    expect(await retire(told(), certificates)).toMatchObject({ ok: true, retired: ['c-old'] })
    expect(done.slice(-4)).toEqual(['deactivate c-old', 'disconnect k-1', 'detach c-old', 'remove c-old'])
  })

  it.each<[string, Buffer, boolean, RegExp]>([
    ['what is no JSON', Buffer.from('k-1'), true, /names no keg/],
    ['no certificate', told({ statusDetails: {} }), true, /no certificate/],
    ['what is no thing', told({ thingArn: 'arn:aws:iot:eu-central-1:1:thinggroup/k-1' }), true, /names no keg/],
    ['a certificate of another', told({ statusDetails: { certificateId: 'c-9' } }), true, /none of k-1/],
    ['a keg that is none', told({ thingArn: 'arn:aws:iot:eu-central-1:1:thing/k-9' }), true, /none of k-9/],
    ['a certificate that is not active', told(), false, /not active/],
  ])('keeps all of them where it names %s, and the event is in quarantine', async (_what, payload, active, reason) => {
    const { certificates, done } = registry(['c-old', 'c-new'], { active })
    const store = memoryStore()
    const message = { payload: payload.toString('base64'), topic: '$aws/events/jobExecution/rotate-1/succeeded', receivedAtMs: NOW_MS }
    expect(await takeRotation(certificates, store)(message)).toMatchObject({ done: false, told: { reason: expect.stringMatching(reason) } })
    expect(done).toEqual([])
    expect((await store.quarantined({})).items).toMatchObject([{ flow: 'rotation', reason: expect.stringMatching(reason) }])
  })
})
