import type { ParseArgsOptionsConfig } from 'node:util'

/** The flags of a command line, as `parseArgs` reads them. */
export type Flags = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** What a verb may do to the world outside. */
export interface Terminal {
  /** A line on stdout: what was asked for. */
  out(line: string): void
  /** A line on stderr: what happens meanwhile, and what goes wrong. */
  err(line: string): void
  /**
   * Resolves when the user wants the command to end, as by Ctrl-C. A verb that calls it ends by itself from then on; until then a signal
   * ends the process at once.
   */
  untilInterrupted(): Promise<void>
}

/** One verb of `keg`, a file each. */
export interface Verb {
  /** As `keg run DIR [--json]`. */
  readonly usage: string
  /** What `--help` says about it, flag by flag. */
  readonly help: string
  readonly flags: ParseArgsOptionsConfig
  /** Names of the arguments: those in brackets, at the end, may be left out. */
  readonly arguments: readonly string[]
  /** Resolves with the exit code. Throws `UsageError` for a flag whose value makes no sense. */
  run(flags: Flags, args: readonly string[], terminal: Terminal): Promise<number>
}

/** A command line that can't be understood: its message is one line, the exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
