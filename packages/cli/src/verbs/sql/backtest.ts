import { ColdStoreError } from '@keg/cold-store'
import { randomUUID } from 'node:crypto'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { backtestRule, parseRule, RuleError, type BacktestReport, type StoredMessage } from '@keg/rule-dsl'
import { type ConformanceCase, messageOfCase } from '@keg/rule-dsl/testing'
import { given, textFlag } from '../../flags.ts'
import { oneLine } from '../../printable.ts'
import { UsageError, type Flags, type Terminal } from '../../verb.ts'
import { sqlFlag, versionFlag } from './check.ts'
import { coldFilesIn, coldMessages } from './cold-messages.ts'
import { linesOf } from '../../lines.ts'

/** `keg sql backtest`: a rule over stored messages. Exit code 1 for a statement or a line that is none. */
export async function backtest(flags: Flags, terminal: Terminal): Promise<number> {
  const directory = textFlag(flags, 'from-dir')
  if (directory === undefined) throw new UsageError('The stored messages are missing: --from-dir DIR.')
  const options = given({ version: versionFlag(flags) })
  const against = textFlag(flags, 'against')
  try {
    const rule = parseRule(sqlFlag(flags), options)
    const report = await backtestRule(
      rule, await storedMessages(directory), given({ against: against === undefined ? undefined : parseRule(against, options) }),
    )
    terminal.out(flags['json'] === true ? JSON.stringify(report) : told(report))
    return 0
  } catch (error) {
    if (!(error instanceof RuleError) && !(error instanceof StoredLineError) && !(error instanceof ColdStoreError)) throw error
    terminal.err(error.message)
    return 1
  }
}

/** A stored line that holds no message. */
class StoredLineError extends Error {
  override readonly name = 'StoredLineError'
}

/** The messages of a folder: those of its lines, then those of its copy of the cold store. */
async function storedMessages(directory: string): Promise<AsyncIterable<StoredMessage>> {
  const names = await readdir(directory, { recursive: true }).catch((error: unknown) => {
    throw new UsageError(`--from-dir: ${error instanceof Error ? error.message : String(error)}`)
  })
  const [lines, cold] = [names.filter((name) => name.endsWith('.jsonl')).sort(), coldFilesIn(directory, names)]
  if (lines.length + cold.length === 0) {
    throw new UsageError(
      `--from-dir: there are no .jsonl files in ${directory}, and nothing of the cold store (telemetry/day=…/, pours/day=…/).`,
    )
  }
  return inTurn(messagesInLines(directory, lines), coldMessages(cold, directory))
}

async function* inTurn<Item>(...all: readonly AsyncIterable<Item>[]): AsyncGenerator<Item> {
  for (const items of all) yield* items
}

async function* messagesInLines(directory: string, files: readonly string[]): AsyncGenerator<StoredMessage> {
  for (const file of files) {
    await using handle = await open(join(directory, file))
    let number = 0
    for await (const line of linesOf(handle.createReadStream({ autoClose: false }))) {
      number += 1
      if (line.trim() !== '') yield { place: `${file}:${number}`, ...messageIn(line, `${file}:${number}`) }
    }
  }
}

function messageIn(line: string, place: string): Omit<StoredMessage, 'place'> {
  try {
    // messageOfCase throws for members of other types.
    return messageOfCase(JSON.parse(line) as Omit<ConformanceCase, 'sql'>, { random: Math.random, newId: randomUUID })
  } catch (error) {
    throw new StoredLineError(`${place} holds no message: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function told({ messages, matched, notMatched, failed, failures, matches, different, differences = [] }: BacktestReport): string {
  const reasons = Object.entries(failures).map(([code, count]) => `${code} ${count}`)
  return [
    `${messages} messages: ${matched} matched, ${notMatched} did not, ${failed} failed${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}.`,
    ...matches.map(({ place, topic, result }) => `  ${place}  ${topic}  ${result}`),
    ...(different === undefined ? [] : [`${different} differ from the other rule.`]),
    ...differences.map(({ place, topic, before, result }) => `  ${place}  ${topic}  ${before}  →  ${result}`),
  ].map(oneLine).join('\n')
}
