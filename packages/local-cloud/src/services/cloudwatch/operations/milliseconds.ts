/** A time as requests have it: in seconds. */
export function milliseconds(time: Date | number): number {
  return typeof time === 'number' ? Math.round(time * 1000) : time.getTime()
}
