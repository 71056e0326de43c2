import { messageOf } from '../errors/device-error.ts'
import { createJobAgent, type JobAgent, type JobWork } from '../jobs/job-agent.ts'
import type { JobsState } from '../jobs/jobs-file.ts'
import type { Durable } from '@keg/uplink'
import type { Program, ProgramModule, ProgramParts } from '../program.ts'
import type { DeviceTransport } from './device-transport.ts'

/** A program that runs, and the jobs over its connection. */
export interface RunningProgram {
  readonly program: Program
  readonly version: string
  readonly agent: JobAgent | undefined
  /** Whether it says that it is well, and is connected, which a program can't say for itself. */
  readonly healthy: boolean
  readonly connected: boolean
  /** Over its connection. */
  readonly publish: DeviceTransport['line']['publish']
  close(): Promise<void>
}

/** What {@link runProgram} takes. */
export interface RunParts {
  readonly module: ProgramModule
  readonly parts: Omit<ProgramParts, 'transport' | 'firmware'>
  readonly transport: DeviceTransport
  readonly jobs: Durable<JobsState>
  readonly work: (running: Pick<RunningProgram, 'program' | 'version'>, transport: DeviceTransport) => JobWork
  readonly log: (line: string) => void
}

/** How long a program may take to close before its connection is taken from it. */
const CLOSE_MS = 15_000

/** Starts a program on its connection. Throws what the program throws, without a connection left behind. */
export function runProgram({ module, parts, transport, jobs, work, log }: RunParts): RunningProgram {
  const { version } = module
  let agent: JobAgent | undefined
  // Before the program starts, which may be connected at once.
  transport.line.onState((state) => state === 'connected' && agent?.connected())
  const closeAll = async (program?: Program) => {
    agent?.close()
    transport.identity?.close()
    if (program !== undefined && (await closed(program))) return
    await transport.line.close()
  }
  const running: { program?: Program } = {}
  try {
    if (transport.jobs !== undefined) {
      const lazily: JobWork = (document, job) => {
        // Jobs come by the connection, which the program has.
        if (running.program === undefined) throw new TypeError('a job came before its program')
        return work({ program: running.program, version }, transport)(document, job)
      }
      agent = createJobAgent({ port: transport.jobs, memory: jobs, work: lazily, log, online: () => transport.line.state === 'connected' })
    }
    const program = module.startProgram({ ...parts, transport, firmware: version })
    running.program = program
    return {
      program, version, agent, publish: transport.line.publish,
      get healthy() {
        return program.healthy && transport.line.state === 'connected'
      },
      get connected() {
        return transport.line.state === 'connected'
      },
      close: () => closeAll(program),
    }
  } catch (error) {
    closeAll().catch((failure: unknown) => log(`could not close: ${messageOf(failure)}`))
    throw error
  }
}

/** Whether a program closed by itself, in time: one from a file may be anything. */
async function closed(program: Program): Promise<boolean> {
  const tooLate = AbortSignal.timeout(CLOSE_MS)
  const late = new Promise<false>((resolve) => tooLate.addEventListener('abort', () => resolve(false), { once: true }))
  try {
    return await Promise.race([program.close().then(() => true), late])
  } catch {
    return false
  }
}
