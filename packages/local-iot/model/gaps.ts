import { readServiceModel } from './schema.ts'

const START = '<!-- operations: made by model/generate.ts -->'
const END = '<!-- end of operations -->'
const LINE_LENGTH = 130

/** `KNOWN-GAPS.md` with its count and list of operations as they are now. */
export function withMissingOperations(gaps: string, implemented: readonly string[]): string {
  const [before, rest = ''] = gaps.split(START)
  const after = rest.slice(rest.indexOf(END) + END.length)
  const { operations } = readServiceModel()
  const missing = operations.map(({ name }) => name).filter((name) => !implemented.includes(name))
  const count = `${implemented.length} of the ${operations.length} in the service models are here (\`src/operations/index.ts\` is the list).`
  return `${before}${START}\n${count} Each of these answers 501 \`NotImplementedException\` by its name:\n\n${wrapped(missing)}\n${END}${after}`
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
