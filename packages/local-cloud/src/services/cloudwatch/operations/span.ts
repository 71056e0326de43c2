import type { Span } from '../metric-data.ts'
import { invalid } from '../refusal.ts'
import { milliseconds } from './milliseconds.ts'

/**
 * From when to when values are asked for: it begins at a full minute or, for shorter periods, at a full one of these. Throws
 * `ServiceException`.
 */
export function readSpan(
  { StartTime, EndTime }: { readonly StartTime: Date | number; readonly EndTime: Date | number }, periodMs: number,
): Span {
  const [startMs, endMs] = [milliseconds(StartTime), milliseconds(EndTime)]
  if (startMs >= endMs) throw invalid('The parameter StartTime must be less than the parameter EndTime.')
  const stepMs = Math.min(periodMs, 60_000)
  return { startMs: Math.floor(startMs / stepMs) * stepMs, endMs }
}
