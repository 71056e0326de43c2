import { RunFailure } from '../fault/run-failure.ts'
import type { SqlNumber } from '../value/value.ts'
import type { FunctionContext } from './function-context.ts'
import { fnOptional, fn, int, string } from './signature.ts'
import { formatTime } from './time/format-time.ts'
import { parseTime } from './time/parse-time.ts'
import { timeZone } from './time/time-zone.ts'

/** A pattern may come from a payload; those that mean something are far shorter. */
const MAX_PATTERN_LENGTH = 1000
/** What a call costs beside a step of a regular expression: a zone's name is asked of `Intl`. */
const STEPS = 1000

function checkPattern(pattern: string, { effort }: FunctionContext): void {
  if (pattern.length > MAX_PATTERN_LENGTH)
    throw new RunFailure('FUNCTION_FAILED', `A time pattern has at most ${MAX_PATTERN_LENGTH} characters.`)
  effort.searches(STEPS)
}

function format(pattern: string, epochMs: SqlNumber, zoneId: string | undefined, context: FunctionContext): string | undefined {
  checkPattern(pattern, context)
  const zone = timeZone(zoneId ?? 'UTC')
  return zone === undefined ? undefined : formatTime(pattern, Number(epochMs), zone)
}

function parse(text: string, pattern: string, context: FunctionContext): number | undefined {
  checkPattern(pattern, context)
  return parseTime(text, pattern)
}

export const timeFunctions = {
  parse_time: fnOptional([string, int], [string], format),
  time_to_epoch: fn([string, string], parse),
}
