import 'reflect-metadata'
import { AttachPolicyCommand, CreateCertificateFromCsrCommand, DescribeCertificateCommand, type IoTClient } from '@aws-sdk/client-iot'
import { PemConverter, Pkcs10CertificateRequestGenerator } from '@peculiar/x509'
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { UsageError } from '../../verb.ts'

const { subtle } = globalThis.crypto
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** The files of a batch's claim certificate. */
export interface ClaimFiles {
  readonly certificateFile: string
  readonly privateKeyFile: string
}

/**
 * Sees to the claim certificate of a batch, and answers its id. Its key is made here and goes nowhere but into its file.
 * Throws `UsageError` for files that can't be read, are of another cloud, or of a claim that was revoked.
 */
export async function claimOf(batch: string, files: ClaimFiles, iot: IoTClient, policyName: string): Promise<string> {
  if (!existsSync(files.certificateFile)) await make(batch, files, iot)
  const certificateId = await idOf(files)
  const target = await arnOf(certificateId, files, iot)
  // To attach it again changes nothing: API_AttachPolicy.html.
  await iot.send(new AttachPolicyCommand({ policyName, target }))
  return certificateId
}

async function make(batch: string, { certificateFile, privateKeyFile }: ClaimFiles, iot: IoTClient): Promise<void> {
  // The key is on disk before its certificate is anywhere.
  if (!existsSync(privateKeyFile)) {
    const { privateKey } = await subtle.generateKey(EC, true, ['sign', 'verify'])
    const pem = PemConverter.encode(await subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY')
    await writeFile(privateKeyFile, `${pem}\n`, { mode: 0o600, flag: 'wx' })
  }
  const { certificatePem = '' } = await iot.send(new CreateCertificateFromCsrCommand({
    certificateSigningRequest: await requestFor(`CN=claim-${batch}`, privateKeyFile), setAsActive: true,
  }))
  await writeFile(certificateFile, certificatePem)
}

async function requestFor(name: string, privateKeyFile: string): Promise<string> {
  const key = createPrivateKey(await readFile(privateKeyFile))
  const imported = async (format: 'pkcs8' | 'spki', der: Buffer, usage: 'sign' | 'verify') =>
    subtle.importKey(format, der, EC, true, [usage])
  const keys = {
    privateKey: await imported('pkcs8', key.export({ format: 'der', type: 'pkcs8' }), 'sign'),
    publicKey: await imported('spki', createPublicKey(key).export({ format: 'der', type: 'spki' }), 'verify'),
  }
  return (await Pkcs10CertificateRequestGenerator.create({ name, keys, signingAlgorithm: EC })).toString('pem')
}

/** The id of a certificate is the SHA-256 of its bytes. */
async function idOf({ certificateFile, privateKeyFile }: ClaimFiles): Promise<string> {
  try {
    const certificate = new X509Certificate(await readFile(certificateFile))
    if (certificate.checkPrivateKey(createPrivateKey(await readFile(privateKeyFile))))
      return certificate.fingerprint256.replaceAll(':', '').toLowerCase()
  } catch (error) {
    throw new UsageError(`${certificateFile} and ${privateKeyFile} can't be read: ${String(error)}. Take another --dir.`)
  }
  throw new UsageError(`${privateKeyFile} is not the key of ${certificateFile}: take another --dir.`)
}

async function arnOf(certificateId: string, { certificateFile }: ClaimFiles, iot: IoTClient): Promise<string | undefined> {
  const { certificateDescription } = await iot.send(new DescribeCertificateCommand({ certificateId })).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'ResourceNotFoundException')
      throw new UsageError(`${certificateFile} is no certificate of this cloud: take another --dir.`)
    throw error
  })
  const { status, certificateArn } = certificateDescription ?? {}
  if (status !== 'ACTIVE') throw new UsageError(`${certificateFile} is ${status}: make another batch, in another --dir.`)
  return certificateArn
}
