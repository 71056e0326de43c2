/**
 * A number as its sender wrote it, where JavaScript's own would be another one: `12345678901234567890`, `1e400`. JSON.stringify prints it
 * so. It stands where the type `Json` says number, in what `/document` reads of bytes.
 */
export class ExactNumber {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }

  /** Whether `other` is the same number; one that JavaScript holds never is. */
  equals(other: unknown): boolean {
    return other instanceof ExactNumber && canonicalNumber(this.text) === canonicalNumber(other.text)
  }

  toJSON(): unknown {
    // In Node 22, Chrome 114, Firefox 135, Safari 18.4 and later; TypeScript's libraries do not declare it yet.
    return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(this.text)
  }
}

/** The one way to write a number's value: its digits without zeros at either end, and the power of ten. `Infinity` stays. */
export function canonicalNumber(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(text) ?? []
  const digits = whole + fraction
  let start = 0
  while (digits[start] === '0') start += 1
  if (start === digits.length) return digits === '' ? text : '0'
  let end = digits.length
  while (digits[end - 1] === '0') end -= 1
  return `${sign}${digits.slice(start, end)}e${BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - end)}`
}
