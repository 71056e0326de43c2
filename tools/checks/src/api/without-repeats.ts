/**
 * A report without the types that its entry does not export and an earlier report of the same package shows, exported there or not.
 * Its warnings still name them.
 */
export function withoutRepeats(report: string, earlier: readonly string[]): string {
  const shown = new Set(earlier.flatMap(blocksOf).map(declarationOf))
  return blocksOf(report).filter((block) => !(isUnexported(block) && shown.has(declarationOf(block)))).join('\n\n')
}

/** Each declaration, and each other part, has empty lines around and none inside. */
const blocksOf = (report: string): string[] => report.split('\n\n')

const isUnexported = (block: string): boolean => /^(?:abstract class|class|const|enum|function|interface|namespace|type) /m.test(block)

/** What is declared, without the warnings about it, which name the entry. */
const declarationOf = (block: string): string =>
  block.split('\n').filter((line) => !/^\s*\/\/(?:$| Warning: )/.test(line)).join('\n').replace(/^export /m, '')
