import {
  AcceptCertificateTransferCommand, AttachPolicyCommand, CancelCertificateTransferCommand, CreateCertificateFromCsrCommand,
  CreatePolicyCommand, DescribeCertificateCommand, DetachPolicyCommand, ListOutgoingCertificatesCommand, RejectCertificateTransferCommand,
  TransferCertificateCommand, UpdateCertificateCommand,
} from '@aws-sdk/client-iot'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { connect, refused } from './fleet.ts'
import { signingRequest } from './own-certificates.ts'
import { useIot } from './start-iot.ts'

const started = useIot()
const OTHER = '210987654321'
beforeAll(async () => {
  const statement = { Effect: 'Allow', Action: 'iot:*', Resource: '*' }
  await started.control.send(new CreatePolicyCommand({
    policyName: 'all', policyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
  }))
})

async function certificate(setAsActive = false) {
  const { pem, keyPem } = await signingRequest('CN=keg')
  const { certificateId = '', certificateArn = '', certificatePem = '' } =
    await started.control.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: pem, setAsActive }))
  return { certificateId, certificateArn, cert: certificatePem, key: keyPem }
}
const describe = async (certificateId: string) =>
  (await started.control.send(new DescribeCertificateCommand({ certificateId }))).certificateDescription
const transfer = (certificateId: string) => started.control.send(new TransferCertificateCommand({
  certificateId, targetAwsAccount: OTHER, transferMessage: 'for the other brewery',
}))
const outgoing = async () => (await started.control.send(new ListOutgoingCertificatesCommand({}))).outgoingCertificates ?? []

// transfer-cert.html
it('a certificate under transfer lets nobody in, and is its new account\'s once that has accepted it', async () => {
  const { certificateId, certificateArn: target, cert, key } = await certificate()
  expect(await transfer(certificateId)).toMatchObject({ transferredCertificateArn: `arn:aws:iot:us-east-1:${OTHER}:cert/${certificateId}` })
  expect(await describe(certificateId)).toMatchObject({ status: 'PENDING_TRANSFER', transferData: { transferMessage: 'for the other brewery' } })
  expect(await outgoing()).toMatchObject([{ certificateId, transferredTo: OTHER, transferMessage: 'for the other brewery' }])
  const device = { cert, key, ca: readFileSync(started.iot.caFile, 'utf8') }
  await started.control.send(new AttachPolicyCommand({ policyName: 'all', target }))
  await refused(started.iot, device, 'keg')
  await expect(started.control.send(new UpdateCertificateCommand({ certificateId, newStatus: 'ACTIVE' })))
    .rejects.toMatchObject({ name: 'CertificateStateException' })
  await started.control.send(new AcceptCertificateTransferCommand({ certificateId, setAsActive: true }))
  expect(await describe(certificateId)).toMatchObject({
    status: 'ACTIVE', ownedBy: OTHER, previousOwnedBy: '123456789012', transferData: { acceptDate: expect.any(Date) },
  })
  expect(await outgoing()).toEqual([])
  await (await connect(started.iot, device, 'keg')).endAsync()
})

it.each([
  ['rejected', (certificateId: string) => started.control.send(new RejectCertificateTransferCommand({ certificateId, rejectReason: 'not ours' })), {
    rejectReason: 'not ours', rejectDate: expect.any(Date),
  }],
  ['cancelled', (certificateId: string) => started.control.send(new CancelCertificateTransferCommand({ certificateId })), undefined],
])('comes back INACTIVE where its transfer is %s', async (_, end, transferData) => {
  const { certificateId } = await certificate()
  await transfer(certificateId)
  await end(certificateId)
  const described = await describe(certificateId)
  expect(described).toMatchObject({ status: 'INACTIVE', ownedBy: '123456789012' })
  if (transferData === undefined) expect(described?.transferData).toBeUndefined()
  else expect(described?.transferData).toMatchObject(transferData)
  expect(await outgoing()).toEqual([])
  await transfer(certificateId)
  expect(await outgoing()).toHaveLength(1)
  await started.control.send(new CancelCertificateTransferCommand({ certificateId }))
})

it('refuses what can\'t be transferred', async () => {
  const active = await certificate(true)
  await expect(transfer(active.certificateId)).rejects.toMatchObject({ name: 'CertificateStateException' })
  const { certificateId, certificateArn: target } = await certificate()
  await started.control.send(new AttachPolicyCommand({ policyName: 'all', target }))
  await expect(transfer(certificateId)).rejects.toMatchObject({ name: 'TransferConflictException' })
  await started.control.send(new DetachPolicyCommand({ policyName: 'all', target }))
  await transfer(certificateId)
  await expect(transfer(certificateId)).rejects.toMatchObject({ name: 'CertificateStateException' })
  await started.control.send(new AcceptCertificateTransferCommand({ certificateId }))
  await expect(started.control.send(new CancelCertificateTransferCommand({ certificateId })))
    .rejects.toMatchObject({ name: 'TransferAlreadyCompletedException' })
  await expect(transfer('0'.repeat(64))).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  await expect(started.control.send(new AcceptCertificateTransferCommand({ certificateId: active.certificateId })))
    .rejects.toMatchObject({ name: 'InvalidRequestException' })
})
