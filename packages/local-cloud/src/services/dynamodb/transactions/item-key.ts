/** Attributes of an item, as `{ pk: { S: 'k-1' } }`. */
export type Attributes = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Two keys of a table are the same item exactly if this text is the same. */
export function keyText(key: Attributes): string {
  return JSON.stringify(Object.keys(key).sort().map((name) => [
    name, ...Object.entries(key[name] ?? {}).flatMap(([type, value]) => [type, type === 'N' ? numberText(String(value)) : value]),
  ]))
}

/** The same for all spellings of a number: `1`, `1.0` and `+10e-1`. */
function numberText(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text.trim()) ?? []
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  let end = digits.length
  // From the end: a regular expression would begin anew at each zero in the middle.
  while (digits[end - 1] === '0') end -= 1
  const significant = digits.slice(0, end)
  if (significant === '') return '0'
  return `${sign === '-' ? '-' : ''}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`
}
