import type { GroupWhyReport, QueryExplanation } from '@keg/local-iot'
import { oneLine } from '../../printable.ts'

/** A report for people: a sentence, then the query, a part a line, its terms with what the thing has. */
export function printGroupReport({ groupName, thingName, isMember, because, explanation }: GroupWhyReport): string {
  const head = `${thingName} is ${isMember ? '' : 'not '}in ${groupName}: ${because}.`
  return [head, ...(explanation === undefined ? [] : printPart(explanation, '  '))].map(oneLine).join('\n')
}

function printPart({ query, result, values, parts = [] }: QueryExplanation, indent: string): string[] {
  const has = values === undefined ? '' : values.length === 0 ? '  (it has no such field)' : `  (it has ${values.map(String).join(', ')})`
  return [`${indent}${query}  →  ${String(result)}${has}`, ...parts.flatMap((part) => printPart(part, `${indent}  `))]
}
