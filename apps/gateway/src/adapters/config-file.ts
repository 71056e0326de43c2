import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import * as z from 'zod'
import { gatewayConfig, type GatewayConfig } from '../config/config.ts'

/** Reads a configuration. Throws with what is wrong with it. */
export function readConfig(file: string): GatewayConfig {
  try {
    return gatewayConfig.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Error(error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error), {
      cause: error,
    })
  }
}

/** What is done with a configuration that was read again. */
export interface ConfigReader {
  /** What runs now. */
  readonly running: GatewayConfig
  /** Takes the kegs of a new one. */
  readonly take: (kegs: GatewayConfig['kegs']) => void
  /** A new one can't be used, for a reason: all stays as it is. */
  readonly refuse: (problem: string) => void
  readonly log: (line: string) => void
}

const LOOK_EVERY_MS = 1_000

/**
 * Reads the configuration again when its file changes and at each SIGHUP; its kegs are taken at once, the rest of it at the next start. The
 * function returned ends it.
 */
export function followConfig(file: string, reader: ConfigReader): () => void {
  const again = () => readAgain(file, reader)
  // By its state and not by events: a file that was replaced by another of its name is noticed, and so is one on a share.
  watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, again)
  process.on('SIGHUP', again)
  return () => {
    unwatchFile(file, again)
    process.off('SIGHUP', again)
  }
}

/** See {@link followConfig}. */
export function readAgain(file: string, { running, take, refuse, log }: ConfigReader): void {
  try {
    const { kegs, ...rest } = readConfig(file)
    const { kegs: _, ...before } = running
    const changed = Object.keys({ ...before, ...rest }).filter((name) => memberOf(before, name) !== memberOf(rest, name))
    if (changed.length > 0) log(`${file}: ${changed.join(', ')} changed: that is taken at the next start`)
    take(kegs)
  } catch (error) {
    const problem = `${file} can't be used, and the kegs stay as they are: ${error instanceof Error ? error.message : String(error)}`
    log(problem)
    refuse(problem)
  }
}

const memberOf = (config: object, name: string) => JSON.stringify(Object.entries(config).find(([key]) => key === name)?.[1])
