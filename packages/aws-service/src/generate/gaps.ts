const START = '<!-- operations: made by model/generate.ts -->'
const END = '<!-- end of operations -->'
const LINE_LENGTH = 130

/** Operations whose effect shows in nothing but their own Get and List. */
export interface StoredOnly {
  readonly because: string
  readonly operations: readonly string[]
}

/** What a page of known gaps says about the operations that are missing. */
export interface GapsText {
  /** Every operation of the service. */
  readonly all: readonly string[]
  readonly implemented: readonly string[]
  /** Implemented ones that keep what they are given and do nothing by it; absent = it is not told which. */
  readonly storedOnly?: readonly StoredOnly[]
  /** Where the implemented operations are listed. */
  readonly list: string
  /** What a missing operation answers, for example 'answers 501 `NotImplementedException` by its name'. */
  readonly answer: string
}

/** Returns the page `gaps` with its count and its list of missing operations brought up to date. */
export function withMissingOperations(gaps: string, text: GapsText): string {
  const { all, implemented, storedOnly, list, answer } = text
  const missing = all.filter((name) => !implemented.includes(name))
  const count = `${implemented.length} of the ${all.length} in the service models are here (\`${list}\` is the list).`
  const columns = storedOnly === undefined ? '' : `\n\n${countsOf(text)}\n\n${columnsOf(text, storedOnly)}\n\nMissing.`
  const others = missing.length === 0 ? '' : ` Each of these ${answer}:\n\n${wrapped(missing)}`
  return between(gaps, `${count}${columns}${others}`)
}

/** Returns the page with its table of counts brought up to date. */
export const withCounts = (page: string, text: Omit<GapsText, 'list' | 'answer'>): string => between(page, countsOf(text))

function between(page: string, text: string): string {
  const [before, rest = ''] = page.split(START)
  return `${before}${START}\n${text}\n${END}${rest.slice(rest.indexOf(END) + END.length)}`
}

function countsOf({ all, implemented, storedOnly = [] }: Omit<GapsText, 'list' | 'answer'>): string {
  const stored = storedOnly.flatMap(({ operations }) => operations).length
  const row = [all.length, implemented.length - stored, stored, all.length - implemented.length].join(' | ')
  return `| operations in the service models | acts | stored only | missing |\n|---|---|---|---|\n| ${row} |`
}

function columnsOf({ implemented }: GapsText, storedOnly: readonly StoredOnly[]): string {
  const stored = new Set(storedOnly.flatMap(({ operations }) => operations))
  const reasons = storedOnly.map(({ because, operations }) => `- ${because}:\n${wrapped(operations, '  ')}`)
  return [
    'Stored only: what these keep shows in nothing but their own Get and List.', reasons.join('\n'),
    'Acts: a message, a membership, a refusal, a log entry, or what a device is given, depends on these.',
    wrapped(implemented.filter((name) => !stored.has(name)).toSorted()),
  ].join('\n\n')
}

function wrapped(names: readonly string[], indent = ''): string {
  const lines: string[] = ['']
  for (const [index, name] of names.entries()) {
    const text = `${name}${index === names.length - 1 ? '.' : ','}`
    const line = lines.at(-1) ?? ''
    if (line.length + text.length < LINE_LENGTH) lines[lines.length - 1] = line === '' ? text : `${line} ${text}`
    else lines.push(text)
  }
  return lines.map((line) => `${indent}${line}`).join('\n')
}
