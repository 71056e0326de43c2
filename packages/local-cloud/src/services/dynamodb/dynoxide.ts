import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CloudError } from '../../ground/cloud-error.ts'
import type { CloudLogEntry } from '../../ground/cloud-log-entry.ts'
import { makePrivateFile } from '../private-file.ts'
import type { ProcessGuard } from '../process-guard.ts'
import { batchesInOneCommit } from './batch-in-one-commit.ts'
import type { DynamoDbEngine } from './dynamodb-engine.ts'
import { keptEngine, type EngineProcess } from './kept-engine.ts'
import { nodeHttpEngine } from './node-http-engine.ts'
import { portsClosedToBrowsers, unreachablePlace, type Place } from './unreachable-place.ts'

const ATTEMPTS = 3

/** Where its data are unless they outlive the run, and who ends it with this process. */
export type EngineGuard = Pick<ProcessGuard, 'directory' | 'watch'>

/** What dynoxide is started with. */
export interface DynoxideOptions {
  /** Its data outlive the run here. Absent: they go with the guard's folder. */
  readonly dataDir?: string | undefined
  /** Default: the optional package's, else whatever is on the PATH. */
  readonly program?: string
  readonly log: (entry: CloudLogEntry) => void
}

/**
 * DynamoDB by dynoxide, a native binary, as a child process with its data in a file, so that another process can go on where one was
 * killed. It lets everybody in, and listens where browsers do not go. Throws `CloudError`: `ENGINE_MISSING` where there is no binary,
 * `ENGINE_FAILED` where it doesn't start.
 * @see https://github.com/nubo-db/dynoxide
 */
export async function startDynoxide(
  guard: EngineGuard, { dataDir = guard.directory, program = binary(), log }: DynoxideOptions,
): Promise<DynamoDbEngine> {
  return batchesInOneCommit(await keptEngine(() => startProcess(guard, program, join(dataDir, 'dynamodb.sqlite')), log))
}

async function startProcess(guard: EngineGuard, program: string, file: string): Promise<EngineProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const place = await unreachablePlace()
    if (place === undefined) {
      throw new CloudError(
        'ENGINE_FAILED',
        `dynoxide finds no port that is closed to browsers: one of ${portsClosedToBrowsers.join(', ')} has to be free on 127.0.0.1.`,
      )
    }
    try {
      return await start(guard, program, place, file)
    } catch (error) {
      // Somebody else can take the port between our look and its start.
      if (attempt === ATTEMPTS || !(error instanceof CloudError) || error.code === 'ENGINE_MISSING') throw error
    }
  }
}

async function start(guard: EngineGuard, program: string, place: Place, file: string): Promise<EngineProcess> {
  makePrivateFile(file)
  // A session of its own: the terminal's Ctrl-C must not stop it while we drain.
  const child = spawn(program, ['--host', place.host, '--port', String(place.port), '--db-path', file], {
    stdio: ['ignore', 'ignore', 'pipe'], detached: true,
  })
  guard.watch(child)
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    child.once('error', (error) => resolve(error.message))
  })
  await listening(child)
  const engine = nodeHttpEngine(place, async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  })
  return { engine, ended }
}

/** The binary of the optional package where it was installed, else whatever `dynoxide` is on the PATH. */
function binary(): string {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide')
  } catch {
    return 'dynoxide'
  }
}

async function listening(child: ChildProcess): Promise<void> {
  const lines: string[] = []
  const output = child.stderr === null ? undefined : createInterface(child.stderr)
  const failure = new Promise<never>((_, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => reject(cause.code === 'ENOENT' ? missing(cause) : failed(lines, cause)))
    child.once('exit', () => reject(failed(lines)))
  })
  // Once it listens, a later exit must not become an unhandled rejection.
  failure.catch(() => undefined)
  const started = new Promise<void>((resolve) => {
    output?.on('line', (line) => {
      lines.push(line)
      if (line.includes('listening')) resolve()
    })
  })
  await Promise.race([started, failure])
}

function missing(cause: Error): CloudError {
  const message = 'There is no dynoxide: neither the package @dynoxide/linux-x64 (linux on x64 only) nor a `dynoxide` on the PATH. '
    + 'Install it (https://github.com/nubo-db/dynoxide), leave the option `dynamodb` out to use dynalite, or name a running DynamoDB with `dynamodbEndpoint`.'
  return new CloudError('ENGINE_MISSING', message, { cause })
}

function failed(lines: readonly string[], cause?: Error): CloudError {
  return new CloudError('ENGINE_FAILED', `dynoxide did not start: ${lines.join(' ') || (cause?.message ?? 'it exited')}`, { cause })
}
