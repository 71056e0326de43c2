import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { GatewayHost } from './gateways.ts'
import type { SystemOptions } from './system.ts'

/** What is wrong with a command's flags, in a sentence for whoever typed them. */
export class FlagError extends Error {
  override readonly name = 'FlagError'
}

const COMMON = { dynamodb: { type: 'string' }, verbose: { type: 'boolean', default: false } } as const

/** The flags of a command, with those that every command has. Throws {@link FlagError} for one that it does not know. */
export function readFlags<const Options extends NonNullable<ParseArgsConfig['options']>>(options: Options, args: readonly string[]) {
  try {
    return parseArgs({ options: { ...options, ...COMMON }, args: [...args], strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new FlagError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/** The number in a flag's text. Throws {@link FlagError} for what is not whole, or below `least`. */
export function wholeNumber(name: string, text: string, least = 1): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < least)
    throw new FlagError(`--${name} is a whole number from ${least} up, got ${JSON.stringify(text)}`)
  return value
}

/** What the common flags say of the system. */
export function systemOptions(
  { dynamodb, verbose }: { readonly dynamodb?: string | undefined; readonly verbose?: boolean | undefined },
): SystemOptions {
  if (dynamodb !== undefined && dynamodb !== 'dynoxide' && dynamodb !== 'dynalite') {
    throw new FlagError(`--dynamodb is dynoxide or dynalite, got ${JSON.stringify(dynamodb)}`)
  }
  return { ...(dynamodb === undefined ? {} : { dynamodb }), ...(verbose ? { log: (line: string) => console.error(line) } : {}) }
}

/** The host of gateways in a flag's text; `standalone` where it is absent. Throws {@link FlagError} for any other. */
export function gatewayHost(text: string | undefined): GatewayHost {
  if (text === undefined || text === 'standalone' || text === 'greengrass') return text ?? 'standalone'
  throw new FlagError(`--host is standalone or greengrass, got ${JSON.stringify(text)}`)
}

/** An error in a sentence, with what it was caused by: `fetch failed` alone says nothing. */
export function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // An error of several attempts has no message of its own.
  const causes = error instanceof AggregateError ? error.errors : error.cause === undefined ? [] : [error.cause]
  return [error.message || error.name, ...causes.map(explained)].join(': ')
}

/** Runs a command; what goes wrong is one message, and exit code 2 where the flags are wrong, else 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(explained(error))
    process.exitCode = error instanceof FlagError ? 2 : 1
  }
}
