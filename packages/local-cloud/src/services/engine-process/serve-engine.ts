import type { EngineAnswer, EngineQuestion } from './engine-protocol.ts'

/** Between two looks at how much memory the process takes. */
const LOOK_MS = 25

/**
 * Answers the questions of the parent, one after the other; run in a process of its own by `EngineProcess`, which says in the first
 * argument how many megabytes the process may take in all. What takes more ends the process, as does the parent's end.
 */
export function serveEngine(answer: (ask: unknown) => Promise<unknown>): void {
  const maxBytes = Number(process.argv[2]) * 1024 * 1024
  // Native code allocates beside JavaScript's heap, where no limit of Node's reaches.
  setInterval(() => {
    if (process.memoryUsage.rss() > maxBytes) say({ exhausted: true }, end)
  }, LOOK_MS).unref()
  process.on('disconnect', end)
  process.on('message', ({ id, ask }: EngineQuestion) => {
    answer(ask).then((value) => say({ id, value }), (error: unknown) => say({ id, error: errorOf(error) }))
  })
  say({ started: true })
}

/** Not by `process.exit`, which waits for native threads. */
function end(): void {
  process.kill(process.pid, 'SIGKILL')
}

function say(message: EngineAnswer, sent?: () => void): void {
  process.send?.(message, undefined, undefined, sent)
}

function errorOf(error: unknown): { name: string; message: string } {
  if (error instanceof Error) return { name: error.name, message: error.message }
  // JSONata throws objects.
  const message: unknown = typeof error === 'object' && error !== null && 'message' in error ? error.message : error
  return { name: 'Error', message: String(message) }
}
