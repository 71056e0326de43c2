import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'

/** Sees to it that no child process and no temporary folder outlives this process, whatever kills it. */
export interface ProcessGuard {
  /** The folder that goes when this process goes. */
  readonly directory: string
  /** Kills `child` when this process dies. */
  watch(child: ChildProcess): void
  /** Removes the folder; every child has to be gone by then. */
  close(): Promise<void>
}

/**
 * A shell that holds the other end of a pipe to us: `+pid` and `-pid` lines say whom to kill once the pipe breaks,
 * which it does even when this process gets SIGKILL. It ignores the terminal's Ctrl-C, so that we can drain first.
 */
const script = `
trap '' INT TERM HUP
pids=''
while read -r sign pid; do
  if [ "$sign" = + ]; then pids="$pids $pid"; continue; fi
  kept=''
  for each in $pids; do [ "$each" = "$pid" ] || kept="$kept $each"; done
  pids=$kept
done
for each in $pids; do kill -9 "$each" 2>/dev/null; done
rm -rf "$1"
`

/** Guards `directory`, a temporary folder of this process's own. Without a POSIX shell it only removes it on `close`. */
export function guardProcess(directory: string): ProcessGuard {
  const shell = process.platform === 'win32'
    ? undefined
    : spawn('sh', ['-c', script, 'keg-guard', directory], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  // Without a shell there is no guard, and nothing else is lost.
  const gone = shell === undefined ? undefined : once(shell, 'exit').catch(() => undefined)
  shell?.stdin.on('error', () => undefined)
  // The guard lives as long as we do, and must not be what keeps us alive.
  shell?.unref()
  return {
    directory,
    watch(child) {
      const { pid } = child
      if (pid === undefined) return
      shell?.stdin.write(`+ ${pid}\n`)
      child.once('exit', () => shell?.stdin.writable === true && shell.stdin.write(`- ${pid}\n`))
    },
    async close() {
      shell?.ref()
      shell?.stdin.end()
      await gone
      await rm(directory, { recursive: true, force: true })
    },
  }
}
