import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CloudError } from '../../cloud-error.ts'
import type { ProcessGuard } from '../process-guard.ts'
import { httpEngine, type DynamoDbEngine } from './dynamodb-engine.ts'

const HOST = '127.0.0.1'
const ATTEMPTS = 3

/**
 * DynamoDB by dynoxide, a native binary, as a child process with its data in memory, or in a file of `dataDir`.
 * Throws `CloudError`: `ENGINE_MISSING` where there is no binary, `ENGINE_FAILED` where it doesn't start.
 * @see https://github.com/nubo-db/dynoxide
 */
export async function startDynoxide(guard: ProcessGuard, dataDir?: string, program = binary()): Promise<DynamoDbEngine> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(guard, program, ['--port', String(await freePort()), ...(dataDir === undefined ? [] : ['--db-path', join(dataDir, 'dynamodb.sqlite')])])
    } catch (error) {
      // Somebody else can take the port between our look and its start.
      if (attempt === ATTEMPTS || !(error instanceof CloudError) || error.code === 'ENGINE_MISSING') throw error
    }
  }
}

async function start(guard: ProcessGuard, program: string, options: readonly [flag: '--port', port: string, ...others: string[]]): Promise<DynamoDbEngine> {
  // A session of its own: the terminal's Ctrl-C must not stop it while we drain.
  const child = spawn(program, ['--host', HOST, ...options], { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  guard.watch(child)
  await listening(child)
  return httpEngine(`http://${HOST}:${options[1]}`, async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  })
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

/** A port that was free a moment ago: dynoxide does not tell which one it got when asked for port 0. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new CloudError('ENGINE_FAILED', 'No free port for DynamoDB.')
  return address.port
}
