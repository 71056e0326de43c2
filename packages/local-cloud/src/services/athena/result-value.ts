import { isRecord } from '@keg/aws-service'
import type { ResultType } from './result-type.ts'

/** A value as text, the way Athena writes it; `undefined` for NULL. */
export function resultText(type: ResultType, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined
  switch (type.kind) {
    case 'list':
      return `[${(Array.isArray(value) ? (value as readonly unknown[]) : []).map((item) => nested(type.element, item)).join(', ')}]`
    case 'map': return `{${(Array.isArray(value) ? value.filter(isRecord) : []).map(({ key, value: item }) => `${nested(type.key, key)}=${nested(type.value, item)}`).join(', ')}}`
    case 'struct':
      return `{${type.fields.map(({ name, type: of }) => `${name}=${nested(of, isRecord(value) ? value[name] : undefined)}`).join(', ')}}`
    case 'scalar': return scalarText(type.name, value)
  }
}

function nested(type: ResultType, value: unknown): string {
  return resultText(type, value) ?? 'null'
}

function scalarText(name: string, value: unknown): string {
  if (name === 'DOUBLE' || name === 'FLOAT') return floatText(name === 'FLOAT' ? Math.fround(Number(value)) : Number(value), name)
  if (name === 'TIMESTAMP') return milliseconds(String(value))
  if (name === 'TIMESTAMP WITH TIME ZONE') return `${milliseconds(String(value).replace(/[+-]\d{2}(?::?\d{2})?$/, ''))} UTC`
  if (name === 'TIME') return milliseconds(String(value))
  if (name === 'BLOB') {
    return [...Buffer.from(
      String(value).replaceAll(/\\x([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1',
    )]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(' ')
  }
  return String(value)
}

/** As Java writes it: `1.0`, `1.0E10`. */
function floatText(value: number, name: string): string {
  if (!Number.isFinite(value)) return String(value)
  const shortest = name === 'FLOAT' ? shortestFloat(value) : String(value)
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) {
    const [mantissa = '', exponent = '0'] = Number(shortest).toExponential().split('e')
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`
  }
  return shortest.includes('.') ? shortest : `${shortest}.0`
}

/** The fewest digits that make the same 32 bits. */
function shortestFloat(value: number): string {
  for (let digits = 1; digits < 9; digits += 1) {
    const text = value.toPrecision(digits)
    if (Math.fround(Number(text)) === value) return String(Number(text))
  }
  return String(value)
}

function milliseconds(text: string): string {
  const [whole = '', fraction = ''] = text.split('.')
  return `${whole}.${fraction.padEnd(3, '0').slice(0, 3)}`
}
