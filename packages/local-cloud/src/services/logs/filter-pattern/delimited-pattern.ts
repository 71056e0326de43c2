import { compare, operand } from './condition.ts'
import type { FilterPattern } from './filter-pattern.ts'
import { FilterPatternError } from './filter-pattern-error.ts'

/** `'...'` stands for any number of fields. */
type Field = '...' | { readonly name: string; readonly test: (value: string) => boolean }

/**
 * `[ip, user, ..., status_code = 4* || status_code = 5*, bytes > 1000]`: the fields of a line, parted by blanks; text in brackets or quotes
 * is one.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html#matching-terms-space-delimited-log-events
 */
export function delimitedPattern(pattern: string): FilterPattern {
  if (!pattern.endsWith(']')) throw new FilterPatternError('Invalid space-delimited pattern: no closing bracket')
  const fields = split(pattern.slice(1, -1)).map(readField)
  const gap = fields.indexOf('...')
  if (gap !== fields.lastIndexOf('...')) throw new FilterPatternError('Invalid space-delimited pattern: one ellipsis at most')
  const match = (message: string) => {
    const values = fieldsOf(message)
    if (gap < 0 ? values.length !== fields.length : values.length < fields.length - 1) return undefined
    const found: Record<string, string> = {}
    for (const [index, field] of fields.entries()) {
      if (field === '...') continue
      const value = values[gap >= 0 && index > gap ? index + values.length - fields.length : index] ?? ''
      if (!field.test(value)) return undefined
      found[`$${field.name}`] = value
    }
    return found
  }
  return { match, value: (message, selector) => match(message)?.[selector] }
}

/** Splits at commas outside of quotes and regular expressions. */
function split(text: string): string[] {
  return [...text.matchAll(/(?:"(?:\\.|[^"\\])*"|%(?:\\.|[^%\\])*%|[^,])+/g)].map(([part]) => part.trim())
}

function readField(written: string): Field {
  if (written === '...') return '...'
  const name = /^\$?([\w.-]+)/.exec(written)?.[1]
  if (name === undefined) throw new FilterPatternError(`Invalid field '${written}'`)
  if (new RegExp(`^\\$?${name}$`).test(written)) return { name, test: () => true }
  const either = written.split('||').map((part) => part.split('&&').map((condition) => readCondition(condition.trim(), name)))
  return { name, test: (value) => either.some((all) => all.every((test) => test(value))) }
}

function readCondition(condition: string, name: string): (value: string) => boolean {
  const [, named, relation = '', right = ''] = /^\$?([\w.-]+)\s*(!=|<=|>=|=|<|>)\s*(.+)$/.exec(condition) ?? []
  if (named !== name) throw new FilterPatternError(`Invalid condition '${condition}' of field ${name}`)
  return compare(relation, operand(right))
}

function fieldsOf(message: string): string[] {
  return [...message.matchAll(/"([^"]*)"|\[([^\]]*)\]|(\S+)/g)].map(([, quoted, bracketed, bare]) => quoted ?? bracketed ?? bare ?? '')
}
