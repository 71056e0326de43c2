import { createDiskWatch } from '@keg/uplink'
import { DeviceError, isDeviceError, messageOf } from '../errors/device-error.ts'
import type { FirmwareSeal } from '../firmware/check-firmware.ts'
import type { FirmwareImage } from '../firmware/firmware-state.ts'
import { createFirmwareStore, type FirmwareFolder } from '../firmware/firmware-store.ts'
import type { IdentityFiles } from '../identity/identity-files.ts'
import type { ProgramModule, ProgramParts } from '../program.ts'
import { createRotationStore } from '../rotation/rotation-store.ts'
import type { Connect, DeviceTransport } from './device-transport.ts'
import { jobWork } from './job-work.ts'
import { createProbation } from './probation.ts'
import { runProgram, type RunningProgram } from './run-program.ts'
import type { SupervisorFiles } from './supervisor-files.ts'
import { createJudge, type Judge, type Trial } from './trial.ts'

/** How programs are loaded from files. */
export interface FirmwarePorts {
  readonly folder: FirmwareFolder
  /** Loads a file of the folder; rejects where its bytes are not what was signed, or no program. */
  readonly load: (file: string, seal: FirmwareSeal) => Promise<ProgramModule>
  readonly download: (url: string, signal: AbortSignal) => Promise<Uint8Array>
  /** Resolves once the process is ended, from then on, where a program blocks it. */
  readonly guard: () => Promise<void>
}

/** How a keg's certificate is renewed. */
export interface RotationPorts {
  readonly files: IdentityFiles
  readonly signingRequest: (commonName: string, keyPem: string) => Promise<string>
}

/** How the last process ended, by some keg's firmware: `fault` says how where it was this keg's, and is absent where it was another's. */
export interface LastEnd {
  readonly fault: string | undefined
}

/** What {@link createSupervisor} takes. */
export interface SupervisorParts {
  readonly kegId: string
  readonly files: SupervisorFiles
  readonly connect: Connect
  /** The program that runs where there is no other one that can. */
  readonly builtIn: ProgramModule
  /** What each boot of a program is handed besides its connection. */
  readonly program: Omit<ProgramParts, 'transport' | 'firmware' | 'reboot'>
  readonly firmware: FirmwarePorts | undefined
  readonly rotation: RotationPorts | undefined
  /** Absent: nobody's firmware is known to have ended it. */
  readonly lastEnd?: LastEnd | undefined
  /** How long something new has to prove itself, in milliseconds. */
  readonly healthMs: number
  readonly log: (line: string) => void
}

/** Starts a keg's program, and another one where a job brings it; takes it back where that one does not work. */
export interface Supervisor {
  /** What runs; absent while one follows the other. */
  readonly running: RunningProgram | undefined
  tick(nowMs: number, elapsedMs: number): void
  /** Changes nothing any more; resolves once no start is under way. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** A pour that was ordered is let end before another program starts, for so long. */
const MOST_WAIT_MS = 60_000

/** After so long what could not be started is started again. */
const RETRY_MS = 5_000

/**
 * A supervisor. The built-in program runs when this returns; one from a file takes a moment. Throws where a file can't be read or the
 * built-in program can't start.
 */
export function createSupervisor(parts: SupervisorParts): Supervisor {
  const { kegId, files, firmware: ports, program: { hardware }, healthMs, log } = parts
  const disk = createDiskWatch('firmware and certificates', log)
  const store = ports && createFirmwareStore(files.firmware, ports.folder)
  const rotation = parts.rotation && createRotationStore(files.rotation, parts.rotation.files)
  let running: RunningProgram | undefined
  let module: ProgramModule | undefined
  let changing: Promise<void> = Promise.resolve()
  let generation = 0
  let ending = false
  let stopping = false
  let wanted: { readonly byNext: boolean; waitedMs: number } | undefined
  let stalledMs: number | undefined
  let loadingMs: number | undefined
  let guarding = false
  let trial: (Trial & { readonly judge: Judge }) | undefined
  const probation = store && createProbation(store)

  function begin(next: Trial): void {
    trial = { ...next, judge: createJudge(healthMs) }
  }
  function want(byNext: boolean): void {
    if (trial === undefined) wanted ??= { byNext, waitedMs: 0 }
  }

  /** Chooses what is to run, and runs it. */
  function boot(byNext = false): void {
    const spent = store?.spent
    // A disk that does not take it must not keep a keg from starting.
    if (spent !== undefined) disk.trying(() => giveWay(spent))
    const { image, trial: tried } = store?.choose() ?? { image: null, trial: false }
    if (image !== null && !tried) disk.trying(() => probation?.begin())
    if (tried && store) {
      const pass = () => {
        store.confirm()
        probation?.begin()
      }
      begin({ what: `firmware ${image?.version}`, byNext: false, pass, fail: store.fail })
    } else if (byNext && rotation?.pending) {
      const { job } = rotation.pending
      begin({ what: 'the new certificate', byNext, pass: rotation.confirm, fail: (reason) => rotation.fail(job, reason) })
    }
    if (image === null || ports === undefined) launch(parts.builtIn)
    else loadAndLaunch(image, ports).catch((error: unknown) => log(`could not start again: ${messageOf(error)}`))
  }
  async function loadAndLaunch(image: FirmwareImage, { guard, load }: FirmwarePorts): Promise<void> {
    const mine = ++generation
    const unlessOver = (goOn: () => void) => {
      if (mine !== generation || stopping) return
      loadingMs = undefined
      startAgain(goOn)
    }
    try {
      // Threads take a while to start on a busy machine: no time of the firmware's.
      guarding = true
      await guard().finally(() => (guarding = false))
      if (mine === generation) loadingMs = 0
      const loaded = await load(image.file, image)
      if (loaded.version !== image.version)
        throw new DeviceError('BAD_FIRMWARE', `the firmware says it is ${loaded.version}, not ${image.version}`)
      unlessOver(() => launch(loaded))
    } catch (error) {
      unlessOver(() => thrown(error))
    }
  }
  /** What runs, or was to, has thrown. */
  function thrown(error: unknown): void {
    if (trial !== undefined) return giveUp(messageOf(error))
    if (!isDeviceError(error, 'BAD_FIRMWARE')) return crashed(messageOf(error))
    giveWay(messageOf(error))
    boot()
  }
  /** What is confirmed is no longer run. */
  function giveWay(reason: string): void {
    const { version } = store ?? {}
    store?.abandon(reason)
    log(`firmware ${version} gives way to ${store?.version === undefined ? 'the built-in program' : `firmware ${store.version}`}: ${reason}`)
  }
  function crashed(reason: string): void {
    log(`${store?.version === undefined ? 'the program' : `firmware ${store.version}`} crashed, and starts again in ${RETRY_MS / 1_000} s: ${reason}`)
    disk.trying(() => probation?.crashed(reason))
    change(() => void (stalledMs = 0))
  }
  function launch(next: ProgramModule): void {
    module = next
    let transport: DeviceTransport | undefined
    try {
      transport = parts.connect(trial?.byNext ? rotation?.files.next : undefined)
      running = runProgram({
        module: next, parts: { ...parts.program, reboot }, transport, jobs: files.jobs, log,
        work: (own, line) => jobWork({ program: own.program, firmware: firmwareParts(own.version), rotation: rotationParts(line) }),
      })
    } catch (error) {
      // Without a connection it did not come so far.
      if (trial === undefined && (next === parts.builtIn || transport === undefined)) throw error
      thrown(error)
    }
  }
  const firmwareParts = (version: string) => store && ports && { store, version, download: ports.download, tryStaged: () => want(false) }
  const rotationParts = ({ identity }: DeviceTransport) => identity && rotation && parts.rotation && {
    kegId, store: rotation, identity, signingRequest: parts.rotation.signingRequest, tryNext: () => want(true),
  }

  /** Starts something; where that fails, what is to run is chosen again after a while. */
  function startAgain(start: () => void): void {
    try {
      start()
    } catch (error) {
      stalled(error)
    }
  }
  function stalled(error: unknown): void {
    log(`could not start again: ${messageOf(error)}`)
    stalledMs = 0
    // No fault of the firmware, which did not come so far.
    disk.trying(() => probation?.spare())
  }
  /** Ends what runs, then goes on. The hardware runs on meanwhile, and a guest at the tap with it. */
  function change(then: () => void): void {
    const mine = ++generation
    const last = running
    running = undefined
    wanted = undefined
    stalledMs = undefined
    loadingMs = undefined
    hardware.cutOrders()
    const ended = changing.then(() => last?.close()).catch((error: unknown) => log(`could not close: ${messageOf(error)}`))
    changing = ended.then(() => {
      if (mine === generation && !stopping) startAgain(then)
    })
  }
  function reboot(): void {
    const same = module
    if (ending || running === undefined || same === undefined) return
    change(() => {
      launch(same)
      if (running !== undefined) log('rebooted')
    })
  }
  /** What is on trial failed: what was before it runs again. */
  function giveUp(reason: string): void {
    const failed = trial
    if (failed === undefined || !disk.trying(() => failed.fail(reason))) return
    trial = undefined
    log(`${failed.what} failed, the former takes over: ${reason}`)
    change(() => boot())
  }
  function judge(elapsedMs: number): void {
    const judged = trial
    if (judged === undefined || guarding) return
    const verdict = judged.judge.tick(elapsedMs, running?.healthy ?? false)
    if (verdict === undefined) return
    if (verdict !== 'passed') {
      // A certificate that does not connect is no fault of the firmware.
      disk.trying(() => probation?.spare())
      return giveUp(verdict.failed)
    }
    if (!disk.trying(judged.pass)) return
    trial = undefined
    log(`${judged.what} has proved itself`)
  }
  /** Goes over to what is wanted once nobody is at the tap; starts again what could not be started. */
  function goOver(elapsedMs: number): void {
    if (loadingMs !== undefined && trial === undefined && (loadingMs += elapsedMs) > healthMs)
      crashed(`it was not imported within ${healthMs / 1_000} s`)
    if (stalledMs !== undefined && (stalledMs += elapsedMs) > RETRY_MS) change(() => boot())
    if (wanted === undefined || trial !== undefined || running === undefined) return
    wanted.waitedMs += elapsedMs
    const { byNext, waitedMs } = wanted
    if (hardware.tapOpen && waitedMs <= MOST_WAIT_MS) return
    disk.trying(() => probation?.spare())
    change(() => boot(byNext))
  }

  if (parts.lastEnd !== undefined && store) {
    const { fault } = parts.lastEnd
    disk.trying(() => (fault === undefined ? store.spare() : store.crashed(fault)))
  }
  boot()
  return {
    get running() {
      return running
    },
    tick(nowMs, elapsedMs) {
      try {
        running?.program.tick(nowMs, elapsedMs)
        judge(elapsedMs)
        if (running !== undefined) disk.trying(() => probation?.tick(elapsedMs))
      } catch (error) {
        thrown(error)
      }
      running?.agent?.tick(nowMs)
      if (!ending) goOver(elapsedMs)
    },
    async settle() {
      ending = true
      disk.trying(() => probation?.spare())
      // A start that is under way is let come up: it has pours to send.
      await changing
      stopping = true
    },
    close: async () => running?.close(),
  }
}
