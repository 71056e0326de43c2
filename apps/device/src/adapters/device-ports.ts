import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { claimCertificate, type ClaimLine } from '../claim/claim-certificate.ts'
import type { DeviceConfig, KegEntry } from '../config.ts'
import type { Gate } from '../gate.ts'
import type { DevicePorts } from '../supervisor/device.ts'
import { claimLine } from './claim-line.ts'
import { connect } from './connect.ts'
import { download } from './download.ts'
import { firmwareFolder } from './firmware-folder.ts'
import { identityFiles } from './identity-files.ts'
import { loadProgram } from './load-program.ts'
import { procMachine } from './proc-machine.ts'
import { signingRequest } from './signing-request.ts'
import type { Watchdog } from './watchdog.ts'

/** What a keg's connection, its certificate and its firmware are on a real machine. */
export function devicePorts(
  config: DeviceConfig, entry: KegEntry, { log, watchdog }: { readonly log: (line: string) => void; readonly watchdog: Watchdog },
): Pick<DevicePorts, 'connect' | 'firmware' | 'rotation' | 'machine'> {
  return {
    connect: (files) => connect(config, entry, log, files),
    rotation: { files: identityFiles(entry), signingRequest },
    machine: procMachine(),
    ...(config.firmware && { firmware: firmwarePorts(join(entry.dataDir, 'firmware'), config.firmware.publicKeyFile, watchdog) }),
  }
}

function firmwarePorts(dir: string, publicKeyFile: string, { guard }: Watchdog) {
  const folder = firmwareFolder(dir, readFileSync(publicKeyFile, 'utf8'))
  return {
    folder, download, guard,
    load: async (...file: Parameters<typeof folder.checked>) => loadProgram(folder.checked(...file)),
  }
}

/** Has a keg provisioned by its claim, where it has one and no certificate yet. Answers whether it may start. */
export async function claimed(
  config: DeviceConfig, entry: KegEntry,
  ports: { readonly log: (line: string) => void; readonly random: () => number; readonly gate: Gate }, signal: AbortSignal,
): Promise<boolean> {
  const { claim, kegId } = entry
  if (claim === undefined) return true
  return claimCertificate({
    kegId, template: claim.template, files: identityFiles(entry), signingRequest, random: ports.random, signal,
    connect: (ends) => throughGate(ports.gate, () => claimLine(config, entry, claim, ends)),
    pause: (delayMs, ends) => delay(delayMs, undefined, { signal: ends }),
    log: (line) => ports.log(`${kegId}: ${line}`),
  })
}

/** Connects when there is room, which is taken until the connection is closed. */
function throughGate(gate: Gate, open: () => Promise<ClaimLine>): Promise<ClaimLine> {
  return new Promise((resolve, reject) => {
    gate.enter((leave) => {
      open().then(
        (line) => resolve({ ...line, close: () => line.close().finally(leave) }),
        (error: unknown) => {
          leave()
          reject(error)
        },
      )
    })
  })
}
