const START = '<!-- operations: made by model/generate.ts -->'
const END = '<!-- end of operations -->'
const LINE_LENGTH = 130

/** What a page of known gaps says about the operations that are missing. */
export interface GapsText {
  /** Every operation of the service. */
  readonly all: readonly string[]
  readonly implemented: readonly string[]
  /** Where the implemented operations are listed. */
  readonly list: string
  /** What a missing operation answers, for example 'answers 501 `NotImplementedException` by its name'. */
  readonly answer: string
}

/** Returns the page `gaps` with its count and its list of missing operations brought up to date. */
export function withMissingOperations(gaps: string, { all, implemented, list, answer }: GapsText): string {
  const [before, rest = ''] = gaps.split(START)
  const after = rest.slice(rest.indexOf(END) + END.length)
  const missing = all.filter((name) => !implemented.includes(name))
  const count = `${implemented.length} of the ${all.length} in the service models are here (\`${list}\` is the list).`
  const others = missing.length === 0 ? '' : ` Each of these ${answer}:\n\n${wrapped(missing)}`
  return `${before}${START}\n${count}${others}\n${END}${after}`
}

function wrapped(names: readonly string[]): string {
  const lines: string[] = ['']
  for (const [index, name] of names.entries()) {
    const text = `${name}${index === names.length - 1 ? '.' : ','}`
    const line = lines.at(-1) ?? ''
    if (line.length + text.length < LINE_LENGTH) lines[lines.length - 1] = line === '' ? text : `${line} ${text}`
    else lines.push(text)
  }
  return lines.join('\n')
}
