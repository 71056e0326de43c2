import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ask, connect, contents, openFleet, pendingCertificate, provisionTopic } from './fleet.ts'
import { movedClock } from './moved-clock.ts'
import { startIot } from './start-iot.ts'

it('goes on after a restart, and what ran out meanwhile is gone', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'keg-provisioning-'))
  const time = movedClock()
  try {
    const first = await startIot({ dataDir, clock: time })
    const holder = await openFleet(first.iot)
    const device = await connect(first.iot, holder, 'claim')
    const [kept, forgotten] = [await pendingCertificate(device), await pendingCertificate(device)]
    await device.endAsync()
    await first.iot.close()
    const second = await startIot({ dataDir, clock: time })
    const again = await connect(second.iot, holder, 'claim')
    expect(await ask(again, provisionTopic(), { certificateOwnershipToken: kept.token, parameters: { Serial: 'kept' } }))
      .toMatchObject({ kind: 'accepted' })
    await again.endAsync()
    await second.iot.close()
    time.advance(3_600_000)
    await using third = await startIot({ dataDir, clock: time })
    const { certificates } = await contents(third.iot)
    expect(certificates.map(({ certificateId }) => certificateId)).not.toContain(forgotten.certificateId)
    expect(certificates).toContainEqual({ certificateId: kept.certificateId, status: 'ACTIVE' })
    expect((await third.iot.call('ListThings', {})).things).toContainEqual(expect.objectContaining({ thingName: 'keg-kept' }))
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

