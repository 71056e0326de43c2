import { fork } from 'node:child_process'
import { once } from 'node:events'
import { inWorkspace } from './workspace.ts'

/** One of our programs, running as a process of its own. */
export interface Program<Ready> {
  /** What it said when it could be told to stop. */
  readonly ready: Ready
  /** Rejects when the program ends before it was stopped. */
  readonly failed: Promise<never>
  /** Asks it to end, and waits for it. Throws when it ended otherwise. */
  stop(): Promise<void>
  /** Ends it at once. */
  kill(): Promise<void>
}

/** How a program is started. */
export interface ProgramStart {
  readonly args: readonly string[]
  /** More of its environment. */
  readonly environment?: Readonly<Record<string, string>>
  /** Where it runs; absent = here. */
  readonly cwd?: string
}

/** Starts a program of the workspace. `what` names it in errors. */
export async function startProgram<Ready>(
  what: string, main: string, { args, environment = {}, cwd }: ProgramStart, log: (line: string) => void,
): Promise<Program<Ready>> {
  // `fork` gives the program a channel to us: when we die, however that is, the channel closes and the program ends, too.
  const program = fork(inWorkspace(main), [...args], {
    env: { ...process.env, ...environment },
    ...(cwd === undefined ? {} : { cwd }),
    execArgv: ['--conditions=@keg/source', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own, which the terminal's Ctrl-C does not reach: it is for us to end it, in our order.
    detached: true,
  })
  let lastComplaint = ''
  for (const stream of [program.stdout, program.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = text.trimEnd().split('\n')
      lines.forEach(log)
      if (stream === program.stderr) lastComplaint = lines.find((line) => /\w*Error\b/.test(line))?.trim() ?? lastComplaint
    })
  }
  const ended = once(program, 'exit').then(([code, signal]: unknown[]) => ({ code, signal }))
  let stopping = false
  const failed = ended.then(({ code, signal }) => {
    if (stopping) return new Promise<never>(() => undefined)
    throw new Error(`The ${what} program ended by itself (${how(code, signal)})${lastComplaint === '' ? '.' : `: ${lastComplaint}`}`)
  })
  // What it sends is what its `main.ts` says.
  const [ready] = (await Promise.race([once(program, 'message'), failed])) as [Ready]
  // Whoever does not look at `failed` still learns of it from `stop`.
  failed.catch(() => undefined)
  const end = async (signal: NodeJS.Signals) => {
    stopping = true
    program.kill(signal)
    return ended
  }
  return {
    ready,
    failed,
    stop: async () => {
      const { code, signal } = await end('SIGTERM')
      if (code !== 0) throw new Error(`The ${what} program did not end well (${how(code, signal)}).`)
    },
    kill: async () => void (await end('SIGKILL')),
  }
}

const how = (code: unknown, signal: unknown) => (signal === null ? `exit code ${String(code)}` : String(signal))
