import { randomUUID } from 'node:crypto'
import {
  CreatePackageCommand, CreatePackageVersionCommand, DeletePackageCommand, DeletePackageVersionCommand, GetPackageCommand,
  GetPackageConfigurationCommand, GetPackageVersionCommand, ListPackagesCommand, ListPackageVersionsCommand, ListTagsForResourceCommand,
  TagResourceCommand, UpdatePackageCommand, UpdatePackageConfigurationCommand, UpdatePackageVersionCommand,
} from '@aws-sdk/client-iot'
import { GetThingShadowCommand, UpdateThingShadowCommand } from '@aws-sdk/client-iot-data-plane'
import { describe, expect, it } from 'vitest'
import { refusalOf } from './error-of.ts'
import { useIot } from './start-iot.ts'

const started = useIot()
const validation = { name: 'ValidationException', status: 400 }
const conflict = { name: 'ConflictException', status: 409 }
const missing = { name: 'ResourceNotFoundException', status: 404 }
const validationOf = (part: string) => ({ name: 'ValidationException', message: expect.stringContaining(part) as string })
const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`

const add = (packageName: string, versionName?: string, input: object = {}): Promise<unknown> => (versionName === undefined
  ? started.control.send(new CreatePackageCommand({ packageName, ...input }))
  : started.control.send(new CreatePackageVersionCommand({ packageName, versionName, ...input })))
const act = (packageName: string, versionName: string, input: object) =>
  started.control.send(new UpdatePackageVersionCommand({ packageName, versionName, ...input }))
const update = (packageName: string, input: object) => started.control.send(new UpdatePackageCommand({ packageName, ...input }))

describe('a package', () => {
  it('is read, listed and tagged with its versions', async () => {
    await add('valve', undefined, { description: 'the valve’s firmware', tags: { site: 'berlin' } })
    const attributes = { url: 's3://firmware/valve' }
    expect(await add('valve', '1.0', { attributes, tags: { stage: 'test' } }))
      .toMatchObject({
        packageVersionArn: arn('package/valve/version/1.0'), packageName: 'valve', versionName: '1.0', attributes, status: 'DRAFT',
      })
    await add('valve', '1.1', { recipe: '{"reboot":true}', artifact: { s3Location: { bucket: 'b', key: 'k' } } })
    await act('valve', '1.0', { action: 'PUBLISH', description: 'first' })
    await update('valve', { defaultVersionName: '1.0' })
    expect(await started.control.send(new GetPackageCommand({ packageName: 'valve' })))
      .toMatchObject({
        packageArn: arn('package/valve'), description: 'the valve’s firmware', defaultVersionName: '1.0', creationDate: expect.any(Date),
      })
    expect(await started.control.send(new GetPackageVersionCommand({ packageName: 'valve', versionName: '1.0' }))).toMatchObject({
      status: 'PUBLISHED', description: 'first', attributes,
    })
    expect((await started.control.send(new ListPackagesCommand({}))).packageSummaries).toMatchObject([
      { packageName: 'valve', defaultVersionName: '1.0' },
    ])
    const versions = async (input: object) =>
      (await started.control.send(new ListPackageVersionsCommand({ packageName: 'valve', ...input }))).packageVersionSummaries
    expect(await versions({})).toMatchObject([{ versionName: '1.0', status: 'PUBLISHED' }, { versionName: '1.1', status: 'DRAFT' }])
    expect(await versions({ status: 'DRAFT' })).toMatchObject([{ versionName: '1.1' }])
    const resourceArn = arn('package/valve/version/1.0')
    await started.control.send(new TagResourceCommand({ resourceArn, tags: [{ Key: 'a', Value: 'b' }] }))
    expect((await started.control.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual([
      { Key: 'a', Value: 'b' }, { Key: 'stage', Value: 'test' },
    ])
  })
  it('is made once by its client token', async () => {
    const clientToken = randomUUID()
    await add('once', undefined, { clientToken })
    await add('once', undefined, { clientToken })
    expect(await refusalOf(add('once'))).toEqual(conflict)
    await add('once', '1', { clientToken })
    await add('once', '1', { clientToken })
    expect(await refusalOf(add('once', '1'))).toEqual(conflict)
  })
  it('goes after its versions, and no version while it is the default', async () => {
    await add('going')
    await add('going', '1')
    await act('going', '1', { action: 'PUBLISH' })
    await update('going', { defaultVersionName: '1' })
    const drop = () => started.control.send(new DeletePackageVersionCommand({ packageName: 'going', versionName: '1' }))
    const dropAll = () => started.control.send(new DeletePackageCommand({ packageName: 'going' }))
    expect([await refusalOf(drop()), await refusalOf(dropAll())]).toEqual([validation, validation])
    await update('going', { unsetDefaultVersion: true })
    await drop()
    await drop()
    await dropAll()
    expect(await refusalOf(started.control.send(new GetPackageCommand({ packageName: 'going' })))).toEqual(missing)
  })
})

// preparing-to-use-software-package-catalog.html#package-version-lifecycle
describe('a version', () => {
  it('goes from draft to published and deprecated and back, and is edited as a draft alone', async () => {
    await add('cycle')
    await add('cycle', '1')
    const edit = { attributes: { a: 'b' } }
    await act('cycle', '1', edit)
    expect(await refusalOf(act('cycle', '1', { action: 'DEPRECATE' }))).toEqual(validation)
    expect(await refusalOf(update('cycle', { defaultVersionName: '1' }))).toEqual(validation)
    for (const action of ['PUBLISH', 'DEPRECATE']) await act('cycle', '1', { action })
    for (const input of [edit, { recipe: '{}' }, { artifact: { s3Location: { bucket: 'b', key: 'k' } } }, { action: 'DEPRECATE' }]) {
      expect(await refusalOf(act('cycle', '1', input))).toEqual(validation)
    }
    await act('cycle', '1', { action: 'PUBLISH', description: 'again' })
    expect(await started.control.send(new GetPackageVersionCommand({ packageName: 'cycle', versionName: '1' }))).toMatchObject({
      status: 'PUBLISHED', description: 'again', ...edit,
    })
  })
  it.each<[string, () => Promise<unknown>, object]>([
    ['of no package', () => add('none', '1'), validation],
    [
      'with more than 3 KB of attributes',
      async () => { await add('large'); await add('large', '1', { attributes: { a: 'x'.repeat(3072) } }) }, validation,
    ],
    ['that is not there', () => act('none', '1', { action: 'PUBLISH' }), missing],
    ['as the default that is not there', async () => { await add('lone'); await update('lone', { defaultVersionName: '9' }) }, missing],
    ['as the default and not', () => update('lone', { defaultVersionName: '9', unsetDefaultVersion: true }), validation],
    ['with a name that the model refuses', () => add('a b'), validation],
    ['with a token that is too short', () => add('short', undefined, { clientToken: 'x' }), validation],
  ])('%s is refused', async (_, work, refusal) => expect(await refusalOf(work())).toEqual(refusal))
})

it('jobs are to tell what they installed, by a role', async () => {
  const configure = (versionUpdateByJobsConfig: object) =>
    started.control.send(new UpdatePackageConfigurationCommand({ versionUpdateByJobsConfig }))
  const configured = async () => (await started.control.send(new GetPackageConfigurationCommand({}))).versionUpdateByJobsConfig
  expect(await configured()).toEqual({ enabled: false })
  expect(await refusalOf(configure({ enabled: true }))).toEqual(validation)
  const roleArn = 'arn:aws:iam::123456789012:role/jobs'
  await configure({ enabled: true, roleArn })
  expect(await configured()).toEqual({ enabled: true, roleArn })
})

// preparing-jobs-for-service-package-catalog.html
it('a job that has brought a version to a thing tells it in the shadow $package', async () => {
  const { iot, control, data } = started
  const updates = { enabled: true, roleArn: 'arn:aws:iam::123456789012:role/jobs' }
  await control.send(new UpdatePackageConfigurationCommand({ versionUpdateByJobsConfig: updates }))
  await add('pump')
  await add('pump', '2')
  await iot.call('CreateThing', { thingName: 'pump-1' })
  const version = arn('package/pump/version/2')
  const create = () =>
    iot.call('CreateJob', { jobId: 'pump-2', targets: [arn('thing/pump-1')], document: '{}', destinationPackageVersions: [version] })
  await expect(create()).rejects.toMatchObject(validationOf('draft'))
  await act('pump', '2', { action: 'PUBLISH' })
  await create()
  await iot.publish('$aws/things/pump-1/jobs/pump-2/update', '{"status":"SUCCEEDED"}')
  const { payload } = await data.send(new GetThingShadowCommand({ thingName: 'pump-1', shadowName: '$package' }))
  expect(JSON.parse(Buffer.from(payload ?? []).toString())).toMatchObject({ state: { reported: { pump: { version: '2' } } } })
})

// preparing-to-use-software-package-catalog.html#reserved-named-shadow
describe('the shadow $package', () => {
  const report = (state: object) =>
    started.data.send(new UpdateThingShadowCommand({ thingName: 'keg-1', shadowName: '$package', payload: JSON.stringify({ state }) }))
  it('says which versions a thing has', async () => {
    await report({ reported: { valve: { version: '1.0', attributes: { installed: 'today' } }, gone: null } })
    const { payload } = await started.data.send(new GetThingShadowCommand({ thingName: 'keg-1', shadowName: '$package' }))
    expect(JSON.parse(Buffer.from(payload ?? []).toString())).toMatchObject({ state: { reported: { valve: { version: '1.0' } } } })
  })
  it.each([
    [{ reported: { valve: { version: '1.0', description: 'x' } } }], [{ reported: { valve: '1.0' } }],
    [{ desired: { valve: { version: '2.0' } } }],
  ])('refuses %j', async (state) => expect(await refusalOf(report(state))).toEqual({ name: 'InvalidRequestException', status: 400 }))
})
