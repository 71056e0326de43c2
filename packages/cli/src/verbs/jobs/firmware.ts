import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { firmwareVersion, type JobDocument } from '@keg/message-schemas/keg'
import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { ReachedCloud } from '../../core/reach-cloud.ts'
import { textFlag } from '../../flags.ts'
import { UsageError, type Flags } from '../../verb.ts'

/** A build with its signature, not uploaded yet. */
export interface Firmware {
  readonly version: string
  readonly bytes: Buffer
  readonly sha256: string
  readonly signature: string
  /** Where it goes, below what the role that signs for kegs may read: the same build is the same object. */
  readonly objectKey: string
}

/** Reads and signs what the flags name. Throws `UsageError` for what can't be read, and for a key of another kind. */
export async function signedFirmware(flags: Flags): Promise<Firmware> {
  const [file, version, keyFile] = ['file', 'version', 'key'].map((name) => textFlag(flags, name))
  if (file === undefined || version === undefined || keyFile === undefined)
    throw new UsageError('A job of firmware needs --file FILE, --version V and --key KEYFILE.')
  if (!firmwareVersion.safeParse(version).success) throw new UsageError(`--version takes a version, as 1.3.0, not "${version}".`)
  const [bytes, key] = [await contentOf('file', file), signingKey(keyFile, await contentOf('key', keyFile))]
  if (bytes.length === 0) throw new UsageError(`--file ${file} is empty.`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    version, bytes, sha256, signature: sign(null, bytes, key).toString('base64'),
    objectKey: `firmware/${version}/${sha256}${extname(file)}`,
  }
}

/** Puts the build where kegs get it from, and answers its job document. */
export async function uploaded({ version, bytes, sha256, signature, objectKey }: Firmware, cloud: ReachedCloud): Promise<JobDocument> {
  const bucket = cloud.need('bucket', 'FirmwareBucketName')
  const s3 = new S3Client({ ...cloud.config, forcePathStyle: cloud.core !== undefined || cloud.config.endpoint !== undefined })
  try {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: objectKey, Body: bytes }))
    // AWS puts a URL in the place of this for each keg that asks: create-manage-jobs.html#create-manage-jobs-presigned-URLs
    const url = `\${aws:iot:s3-presigned-url:https://s3.${await s3.config.region()}.amazonaws.com/${bucket}/${objectKey}}`
    return { kind: 'firmware', version, url, sha256, signature }
  } finally {
    s3.destroy()
  }
}

const contentOf = (flag: string, file: string): Promise<Buffer> => readFile(file).catch((error: unknown) => {
  throw new UsageError(`--${flag}: ${error instanceof Error ? error.message : String(error)}`)
})

function signingKey(file: string, pem: Buffer): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch {
    throw new UsageError(`--key ${file} is no private key in PEM without a passphrase.`)
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new UsageError(`--key ${file} is a key of the kind ${key.asymmetricKeyType}: openssl genpkey -algorithm ed25519 makes one that kegs take.`)
  return key
}
