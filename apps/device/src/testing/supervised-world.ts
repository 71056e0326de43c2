import { createMemoryShadowService } from '@keg/shadow-client/memory'
import type { LineState } from '@keg/uplink'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { identityFiles } from '../adapters/identity-files.ts'
import { checkFirmware } from '../firmware/check-firmware.ts'
import type { FirmwareFolder } from '../firmware/firmware-store.ts'
import type { FirmwareState } from '../firmware/firmware-state.ts'
import type { CertificateFiles } from '../identity/identity-files.ts'
import type { JobsState } from '../jobs/jobs-file.ts'
import type { Program, ProgramModule } from '../program.ts'
import type { RotationState } from '../rotation/rotation-state.ts'
import type { DeviceTransport } from '../supervisor/device-transport.ts'
import { createSupervisor, type Supervisor, type SupervisorParts } from '../supervisor/supervisor.ts'
import { memory } from './memory.ts'
import { memoryAuthority, memoryFiles } from './memory-identities.ts'
import { memoryJobs } from './memory-jobs.ts'
import type { Life } from './mortal.ts'

const own: CertificateFiles = { certificateFile: 'certificate.pem', privateKeyFile: 'private.key' }
const turns = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** What can be thrown that does not even say what it is. */
export const ODD_THROWS: Readonly<Record<string, () => unknown>> = {
  'an object without a prototype': () => Object.create(null),
  'an error whose message throws': () => Object.defineProperty(new Error('mute'), 'message', { get: () => {
    throw new Error('ill when read')
  } }),
  'an error whose message is no text': () => Object.assign(new Error('bare'), { message: Object.create(null) as unknown }),
  'a proxy that was revoked': () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
}

/** A program that throws so in a tick. */
const throwsIn = (thrown: () => unknown) => () => ({ tick: (): never => {
  throw thrown()
} })

/** Programs that a firmware's bytes stand for, by what is wrong with them. */
const ILLS: Readonly<Record<string, (program: Program) => Partial<Program>>> = {
  fine: () => ({}),
  start: () => {
    throw new Error('ill at start')
  },
  tick: throwsIn(() => new Error('ill in a tick')),
  ...Object.fromEntries(Object.entries(ODD_THROWS).map(([what, thrown]) => [what, throwsIn(thrown)])),
  health: () => ({ get healthy(): boolean {
    throw new Error('ill when asked')
  } }),
  liar: () => ({ healthy: true }),
  silent: () => ({ healthy: false }),
  close: () => ({ healthy: false, close: () => Promise.reject(new Error('ill at the end')) }),
}

/** The disk of a keg, the cloud it belongs to, and its supervisor, which may be killed and started again. */
export function supervisedWorld() {
  const full = { disk: false }
  const disk = { jobs: memory<JobsState>(), firmware: memory<FirmwareState>(() => full.disk), rotation: memory<RotationState>() }
  const jobs = memoryJobs()
  const files = memoryFiles()
  const authority = memoryAuthority(files.contents)
  const folder = new Map<string, Uint8Array>()
  const signer = generateKeyPairSync('ed25519')
  const shelf = new Map<string, Uint8Array>()
  const downloads: string[] = []
  const failing: { download?: Error; guard?: Promise<undefined> } = {}
  /** What versions fall ill of later. */
  const illnesses = new Map<string, string>()
  /** What runs now, each with the certificate that it connected by. */
  const running = new Set<{ readonly version: string; readonly certificateId: string | undefined }>()
  const log: string[] = []
  let last: Supervisor | undefined
  const hardware = { tapOpen: false, cutOrders: () => undefined }
  // It has a certificate of its own from before.
  files.operations.write(own.privateKeyFile, 'first key')
  const first = authority.issue(authority.named('first key'))
  authority.provisioned.add(first.certificateId)
  files.operations.write(own.certificateFile, first.certificatePem)

  /** A program that connects and is well, but for its illness. */
  const moduleOf = (version: string, ill = 'fine'): ProgramModule => ({
    version,
    startProgram({ transport: { line } }) {
      const me = { version, certificateId: (line as { certificateId?: string }).certificateId }
      const well: Program = {
        tick: () => true,
        get healthy() {
          return line.state === 'connected'
        },
        reported: true, settle: async () => 0, applySettings: async () => undefined,
        async close() {
          running.delete(me)
          await line.close()
        },
      }
      const program = Object.defineProperties(well, Object.getOwnPropertyDescriptors(ILLS[illnesses.get(version) ?? ill]?.(well) ?? {}))
      running.add(me)
      if (ill !== 'liar') line.start()
      return program
    },
  })
  function layLine(certificateFiles: CertificateFiles = own): DeviceTransport {
    const handlers: ((state: LineState, reason: string) => void)[] = []
    const certificateId = authority.admitted(certificateFiles)
    let state: LineState = 'disconnected'
    const tell = (now: LineState) => {
      state = now
      for (const handler of handlers) handler(now, now)
    }
    const line = {
      certificateId,
      get state() {
        return state
      },
      publish: async () => undefined, subscribe: async () => undefined,
      onState: (handler: (state: LineState, reason: string) => void) => void handlers.push(handler),
      start: () => certificateId !== undefined && tell('connected'),
      close: async () => tell('disconnected'),
    }
    return { line, shadow: createMemoryShadowService({ nowSec: () => 0 }).transport(), jobs: jobs.port(), identity: authority.port() }
  }
  /** A document for a firmware on the shelf; `ill` says what is wrong with it. */
  function firmware(version: string, ill = 'fine') {
    const bytes = new TextEncoder().encode(JSON.stringify({ version, ill }))
    const url = `https://shelf/${version}`
    shelf.set(url, bytes)
    return {
      kind: 'firmware', version, url, sha256: createHash('sha256').update(bytes).digest('hex'),
      signature: sign(null, bytes, signer.privateKey).toString('base64'),
    }
  }

  /** A process: it runs until it is killed. */
  function start(life: Life, over: Partial<SupervisorParts>) {
    const kept: FirmwareFolder = life.effects({
      write(name, bytes, seal) {
        checkFirmware(bytes, seal, signer.publicKey)
        folder.set(name, bytes)
      },
      keepOnly(names) {
        for (const name of folder.keys()) if (!names.includes(name)) folder.delete(name)
      },
    } satisfies FirmwareFolder)
    const parts: SupervisorParts = {
      kegId: 'k-1', builtIn: moduleOf('built-in'), healthMs: 1_000, log: (line) => log.push(line),
      files: { jobs: life.effects(disk.jobs), firmware: life.effects(disk.firmware), rotation: life.effects(disk.rotation) },
      connect: life.effect((certificateFiles?: CertificateFiles) => {
        const { jobs: port, identity, ...rest } = layLine(certificateFiles)
        return { ...rest, ...(port && { jobs: life.effects(port) }), ...(identity && { identity: life.effects(identity) }) }
      }),
      firmware: {
        folder: kept, guard: async () => failing.guard,
        load: life.effect(async (file, seal) => {
          const bytes = folder.get(file) ?? new Uint8Array()
          checkFirmware(bytes, seal, signer.publicKey)
          const { version, ill } = JSON.parse(new TextDecoder().decode(bytes)) as { version: string; ill: string }
          if ((illnesses.get(version) ?? ill) === 'import') throw new Error('ill when imported')
          if (ill === 'version') return moduleOf('another')
          return (illnesses.get(version) ?? ill) === 'hang' ? new Promise<never>(() => undefined) : moduleOf(version, ill)
        }),
        download: life.effect(async (url) => {
          downloads.push(url)
          if (failing.download !== undefined) throw failing.download
          return shelf.get(url) ?? new Uint8Array()
        }),
      },
      rotation: { files: identityFiles(own, life.effects(files.operations)), signingRequest: authority.signingRequest },
      // The parts of hardware that a supervisor looks at.
      program: { hardware } as unknown as SupervisorParts['program'],
      ...over,
    }
    running.clear()
    return (last = createSupervisor(parts))
  }
  /** Lets a process run until something is so, or it is killed; starts it first. Answers whether it came to that. */
  async function live(life: Life, isSo: () => boolean, mostTicks = 200, over: Partial<SupervisorParts> = {}): Promise<boolean> {
    try {
      const supervisor = start(life, over)
      for (let tick = 0; tick < mostTicks && !life.dead; tick++) {
        if (isSo()) return true
        supervisor.tick(tick * 100, 100)
        await turns()
      }
    } catch (error) {
      // A supervisor that can't start ends its process, as one that was killed does.
      if (!life.dead) throw error
    }
    return false
  }
  /** Stops the process that ran last, as SIGTERM does; `live` leaves it as one that was killed. */
  async function stop(): Promise<void> {
    await last?.settle()
    await last?.close()
  }
  return { disk, full, downloads, failing, jobs, files, authority, folder, hardware, running, illnesses, log, own, firmware, live, stop }
}
