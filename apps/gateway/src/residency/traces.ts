/** A value shorter than this is anywhere by chance. */
const SHORTEST = 4
/** In base64 a value looks different by its place: these digits of its first group are not its own alone. */
const SHARED_DIGITS = [0, 2, 3] as const
const GROUP = 3

/** Whether a text holds one of these values: as it is, in base64 at any place, or in hex. Values under four characters are passed over. */
export function holdsTrace(text: string, values: readonly string[]): boolean {
  const lower = text.toLowerCase()
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/')
  return values.some((value) => value.length >= SHORTEST && (text.includes(value) || lower.includes(hexOf(value)) || base64Of(value).some((form) => base64.includes(form))))
}

const hexOf = (value: string): string => Buffer.from(value).toString('hex')

function base64Of(value: string): readonly string[] {
  const bytes = Buffer.from(value)
  return SHARED_DIGITS.map((digits, shift) => {
    const whole = bytes.length + shift - ((bytes.length + shift) % GROUP)
    return Buffer.concat([Buffer.alloc(shift), bytes]).subarray(0, whole).toString('base64').slice(digits)
  })
}

/** Whether a trace stands in a text or key anywhere in a value; numbers are what they measure. */
export function holdsTraceWithin(value: unknown, values: readonly string[]): boolean {
  if (typeof value === 'string') return holdsTrace(value, values)
  if (Array.isArray(value)) return value.some((each) => holdsTraceWithin(each, values))
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, each]) => holdsTrace(key, values) || holdsTraceWithin(each, values))
}
