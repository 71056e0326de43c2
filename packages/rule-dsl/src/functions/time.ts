import type { SqlNumber } from '../value/value.ts'
import { fnOptional, fn, int, string } from './signature.ts'
import { formatTime } from './time/format-time.ts'
import { parseTime } from './time/parse-time.ts'
import { timeZone } from './time/time-zone.ts'

function format(pattern: string, epochMs: SqlNumber, zoneId = 'UTC'): string | undefined {
  const zone = timeZone(zoneId)
  return zone === undefined ? undefined : formatTime(pattern, Number(epochMs), zone)
}

export const timeFunctions = {
  parse_time: fnOptional([string, int], [string], (pattern, epochMs, zone) => format(pattern, epochMs, zone)),
  time_to_epoch: fn([string, string], (text, pattern) => parseTime(text, pattern)),
}
