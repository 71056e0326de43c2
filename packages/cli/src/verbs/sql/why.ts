import { randomUUID } from 'node:crypto'
import { explainRuleAsync, parseRule, printExplanation, RuleError } from '@keg/rule-dsl'
import { given, textFlag } from '../../flags.ts'
import { UsageError, type Flags, type Terminal } from '../../verb.ts'
import { sqlFlag, versionFlag } from './check.ts'

/** `keg sql why`: how the rule came to its result on one message, with every operand's value. Exit code 1 for a statement that is none. */
export async function why(flags: Flags, terminal: Terminal): Promise<number> {
  const sql = sqlFlag(flags)
  const payload = textFlag(flags, 'payload')
  if (payload === undefined) throw new UsageError("The message is missing: --payload '{…}'.")
  try {
    const rule = parseRule(sql, given({ version: versionFlag(flags) }))
    // Without a topic, the rule's own filter is one that matches.
    const message = { topic: textFlag(flags, 'topic') ?? rule.from ?? '', payload: new TextEncoder().encode(payload) }
    const context = { nowMs: Date.now(), random: Math.random, newId: randomUUID, ...given({ clientId: textFlag(flags, 'client-id') }) }
    terminal.out(printExplanation(await explainRuleAsync(rule, message, context)))
    return 0
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    terminal.err(`${error.at === undefined ? '' : `${error.at.line}:${error.at.column} `}${error.code}: ${error.message}`)
    return 1
  }
}
