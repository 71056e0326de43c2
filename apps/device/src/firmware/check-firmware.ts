import { createHash, verify, type KeyObject } from 'node:crypto'
import { DeviceError } from '../errors/device-error.ts'

/** What a firmware's bytes must be. */
export interface FirmwareSeal {
  /** In hexadecimal. */
  readonly sha256: string
  /** Ed25519 over the bytes, in base64. */
  readonly signature: string
}

/** Throws a DeviceError `BAD_FIRMWARE` unless checksum and signature fit the bytes. */
export function checkFirmware(bytes: Uint8Array, { sha256, signature }: FirmwareSeal, publicKey: KeyObject): void {
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== sha256.toLowerCase())
    throw new DeviceError('BAD_FIRMWARE', `the checksum of the firmware is ${found}, not ${sha256}: the file is another one`)
  if (!verify(null, bytes, publicKey, Buffer.from(signature, 'base64')))
    throw new DeviceError('BAD_FIRMWARE', 'the signature does not fit the firmware: it was not signed by the key that this keg trusts')
}
