import { beforeEach, expect, it } from 'vitest'
import { ManualClock } from '@keg/mqtt-broker/testing'
import { UsageMeter } from '../metering/usage-meter.ts'
import { ShadowRates } from '../shadows/shadow-rates.ts'
import { createShadowService, type ShadowService } from '../shadows/shadow-service.ts'
import { IotState } from '../state/iot-state.ts'
import { setPackageConfiguration } from './package-configuration.ts'
import { versionKey } from './catalogue.ts'
import { reportInstalled } from './report-installed.ts'

const roleArn = 'arn:aws:iam::123456789012:role/jobs'
let state: IotState
let shadows: ShadowService
beforeEach(() => {
  const clock = new ManualClock()
  const meter = new UsageMeter(() => clock.nowMs())
  shadows = createShadowService({
    clock, meter, publish: () => undefined, rates: new ShadowRates('off', clock, () => undefined), records: new Map(),
  })
  state = new IotState({ region: 'us-east-1', accountId: '123456789012', clock, newId: () => 'id' })
  const times = { createdAtMs: 0, updatedAtMs: 0 }
  for (const [versionName, status] of [['1', 'PUBLISHED'], ['2', 'DEPRECATED'], ['3', 'DRAFT']] as const) {
    state.packageVersions.set(versionKey('valve', versionName), { packageName: 'valve', versionName, status, ...times })
  }
})
const install = (...versions: string[]) =>
  reportInstalled({ state, shadows }, 'keg-1', versions.map((name) => state.arn(`package/valve/version/${name}`)))

it('tells the version in the shadow $package, where the account wants it', async () => {
  expect([await install('1'), shadows.names('keg-1')]).toEqual([false, []])
  setPackageConfiguration(state, { enabled: true, roleArn })
  expect(await install('2')).toBe(true)
  const answer = await shadows.request('get', { thingName: 'keg-1', shadowName: '$package' }, new Uint8Array())
  if (answer.rejected !== undefined) throw new Error(answer.rejected.message)
  expect(JSON.parse(new TextDecoder().decode(answer.accepted))).toMatchObject({ state: { reported: { valve: { version: '2' } } } })
})

it.each([
  ['3', 'ValidationException'], ['9', 'ResourceNotFoundException'], ['1/x', 'ValidationException'],
])('refuses version %s', async (version, name) => {
  setPackageConfiguration(state, { enabled: true, roleArn })
  await expect(install(version)).rejects.toMatchObject({ name })
})
