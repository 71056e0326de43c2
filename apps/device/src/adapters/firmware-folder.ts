import { writeWholeFile } from '@keg/uplink/whole-file'
import { createPublicKey } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkFirmware, type FirmwareSeal } from '../firmware/check-firmware.ts'
import type { FirmwareFolder } from '../firmware/firmware-store.ts'

/** A folder whose files can be run. */
export interface RunnableFolder extends FirmwareFolder {
  /** Where a file is; throws where it can't be read or its bytes are not what was signed. */
  checked(name: string, seal: FirmwareSeal): string
}

/** A folder of firmware on the disk, whose files are signed by the key of `publicKeyPem`. */
export function firmwareFolder(dir: string, publicKeyPem: string): RunnableFolder {
  const publicKey = createPublicKey(publicKeyPem)
  const pathOf = (name: string) => join(dir, name)
  return {
    checked(name, seal) {
      checkFirmware(readFileSync(pathOf(name)), seal, publicKey)
      return pathOf(name)
    },
    write(name, bytes, seal) {
      checkFirmware(bytes, seal, publicKey)
      mkdirSync(dir, { recursive: true })
      writeWholeFile(pathOf(name), bytes, { durable: true })
    },
    keepOnly(names) {
      for (const name of filesIn(dir)) if (!names.includes(name)) rmSync(pathOf(name), { force: true })
    },
  }
}

function filesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir)
  } catch {
    // Not made before there is a firmware.
    return []
  }
}
