import { parseArgs } from 'node:util'
import { UsageError, type Flags, type Terminal, type Verb } from '../verb.ts'
import { verbs } from './registry.ts'

/** Runs a command line without its `keg`, and answers the exit code: 0 done, 1 failed, 2 not understood. */
export async function command(line: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = line
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') return overview(terminal)
    const entry = Object.hasOwn(verbs, name) ? verbs[name] : undefined
    if (entry === undefined) throw new UsageError(`There is no "keg ${name}"; keg --help lists what there is.`)
    return await perform(name, await entry.load(), rest, terminal)
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(error.message)
      return 2
    }
    // These say what is wrong and how to mend it; where in our code they were thrown helps nobody.
    if (error instanceof Error && ['CloudError', 'LocalIotError'].includes(error.name)) {
      terminal.err(error.message)
      return 1
    }
    // An AWS client says by its error's name what the service, or the way there, refused.
    if (!(error instanceof Error && '$metadata' in error)) throw error
    terminal.err(`${error.name}: ${error.message}`)
    return 1
  }
}

function overview(terminal: Terminal): number {
  const width = Math.max(...Object.keys(verbs).map(({ length }) => length))
  const lines = Object.entries(verbs).map(([name, { summary }]) => `  keg ${name.padEnd(width)}  ${summary}`)
  terminal.out(['Usage: keg VERB …', '', ...lines, '', 'keg VERB --help says more.'].join('\n'))
  return 0
}

async function perform(name: string, verb: Verb, rest: readonly string[], terminal: Terminal): Promise<number> {
  const { flags, args } = parse(name, verb, rest)
  if (flags['help'] === true) {
    terminal.out(`Usage: ${verb.usage}\n\n${verb.help}`)
    return 0
  }
  const needed = verb.arguments.filter((argument) => !argument.startsWith('[')).length
  if (args.length < needed || args.length > verb.arguments.length) throw new UsageError(`Usage: ${verb.usage}`)
  return verb.run(flags, args, terminal)
}

function parse(name: string, verb: Verb, rest: readonly string[]): { flags: Flags; args: readonly string[] } {
  try {
    const options = { ...verb.flags, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true, allowNegative: true })
    return { flags: values, args: positionals }
  } catch (error) {
    // parseArgs says what is wrong in its first sentence, and how to escape a dash in the next.
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/)
    throw new UsageError(`keg ${name}: ${reason.replace(/\.$/, '')}; keg ${name} --help lists the flags.`)
  }
}
