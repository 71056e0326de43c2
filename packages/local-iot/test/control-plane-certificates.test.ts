import {
  AttachPolicyCommand, AttachThingPrincipalCommand, CreateKeysAndCertificateCommand, CreatePolicyCommand, CreateThingCommand,
  DeleteCertificateCommand, DeletePolicyCommand, DeleteThingCommand, DescribeCertificateCommand, DetachPolicyCommand,
  DetachThingPrincipalCommand, GetPolicyCommand, ListThingPrincipalsCommand, UpdateCertificateCommand,
} from '@aws-sdk/client-iot'
import { describe, expect, it } from 'vitest'
import { errorOf } from './error-of.ts'
import { kegPolicy, useIot } from './start-iot.ts'

const started = useIot()

describe('certificates and policies', () => {
  let revoked: string | undefined
  it('are attached, and can be deleted only when nothing hangs on them', async () => {
    const { certificateArn = '', certificateId = '', certificatePem = '', keyPair } = await started.control.send(
      new CreateKeysAndCertificateCommand({ setAsActive: true }),
    )
    expect(certificatePem).toMatch(/^-----BEGIN CERTIFICATE-----/)
    expect(keyPair?.PrivateKey).toMatch(/^-----BEGIN RSA PRIVATE KEY-----/)
    expect(certificateArn).toBe(`arn:aws:iot:us-east-1:123456789012:cert/${certificateId}`)
    await started.control.send(new CreateThingCommand({ thingName: 'held' }))
    await started.control.send(new CreatePolicyCommand({ policyName: 'held', policyDocument: kegPolicy() }))
    await started.control.send(new AttachPolicyCommand({ policyName: 'held', target: certificateArn }))
    await started.control.send(new AttachThingPrincipalCommand({ thingName: 'held', principal: certificateArn }))
    expect((await started.control.send(new ListThingPrincipalsCommand({ thingName: 'held' }))).principals).toEqual([certificateArn])
    const described = await started.control.send(new DescribeCertificateCommand({ certificateId }))
    expect(described.certificateDescription).toMatchObject({ status: 'ACTIVE', certificatePem, creationDate: expect.any(Date) })

    expect(await errorOf(started.control.send(new DeleteThingCommand({ thingName: 'held' }))))
      .toMatchObject({ name: 'InvalidRequestException' })
    expect(await errorOf(started.control.send(new DeletePolicyCommand({ policyName: 'held' })))).toMatchObject({
      name: 'DeleteConflictException', status: 409,
    })
    expect(await errorOf(started.control.send(new DeleteCertificateCommand({ certificateId })))).toMatchObject({
      name: 'CertificateStateException', status: 406,
    })
    await started.control.send(new UpdateCertificateCommand({ certificateId, newStatus: 'INACTIVE' }))
    expect(await errorOf(started.control.send(new DeleteCertificateCommand({ certificateId }))))
      .toMatchObject({ name: 'DeleteConflictException' })
    await started.control.send(new DetachThingPrincipalCommand({ thingName: 'held', principal: certificateArn }))
    await started.control.send(new DetachPolicyCommand({ policyName: 'held', target: certificateArn }))
    await started.control.send(new DeleteCertificateCommand({ certificateId }))
    await started.control.send(new DeletePolicyCommand({ policyName: 'held' }))
    expect(await errorOf(started.control.send(new DescribeCertificateCommand({ certificateId }))))
      .toMatchObject({ name: 'ResourceNotFoundException' })
  })
  it.each([
    { newStatus: 'PENDING_TRANSFER' as const, error: { name: 'InvalidRequestException', status: 400 } },
    { newStatus: 'PENDING_ACTIVATION' as const, error: { name: 'InvalidRequestException', status: 400 } },
    { newStatus: 'REVOKED' as const, error: undefined },
    { newStatus: 'ACTIVE' as const, error: { name: 'CertificateStateException', status: 406 } },
  ])('go into the status $newStatus only where AWS lets them', async ({ newStatus, error }) => {
    revoked ??= (await started.control.send(new CreateKeysAndCertificateCommand({ setAsActive: true }))).certificateId
    const result = await errorOf(started.control.send(new UpdateCertificateCommand({ certificateId: revoked, newStatus })))
    if (error === undefined) expect(result).toBe('no error')
    else expect(result).toMatchObject(error)
  })
  it('keep the document as it was given', async () => {
    const policyDocument = kegPolicy()
    const created = await started.control.send(new CreatePolicyCommand({ policyName: 'kept', policyDocument }))
    expect(created).toMatchObject({ policyArn: 'arn:aws:iot:us-east-1:123456789012:policy/kept', policyVersionId: '1', policyDocument })
    expect(await started.control.send(new GetPolicyCommand({ policyName: 'kept' })))
      .toMatchObject({ policyDocument, defaultVersionId: '1' })
    expect(await errorOf(started.control.send(new CreatePolicyCommand({ policyName: 'kept', policyDocument }))))
      .toMatchObject({ name: 'ResourceAlreadyExistsException' })
  })
  it('refuse what is malformed or not there', async () => {
    expect(await errorOf(started.control.send(new CreatePolicyCommand({ policyName: 'bad', policyDocument: '{' })))).toMatchObject({
      name: 'MalformedPolicyException', status: 400,
    })
    expect(await errorOf(started.control.send(new GetPolicyCommand({ policyName: 'nowhere' }))))
      .toMatchObject({ name: 'ResourceNotFoundException' })
    expect(await errorOf(
      started.control.send(new AttachPolicyCommand({ policyName: 'kept', target: 'arn:aws:iot:us-east-1:123456789012:cert/ab' })),
    )).toMatchObject({ name: 'ResourceNotFoundException' })
    expect(await errorOf(started.control.send(new AttachThingPrincipalCommand({ thingName: 'nowhere', principal: 'x' }))))
      .toMatchObject({ name: 'ResourceNotFoundException' })
  })
})
