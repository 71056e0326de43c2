import { checkTemplatePart } from '../functions/function-names.ts'
import type { Expression, Rule } from '../syntax/ast.ts'
import { parseTemplate } from '../syntax/parse-rule.ts'
import { printExpression } from '../syntax/print-rule.ts'
import { toText } from '../value/conversion.ts'
import { checkMade } from '../value/size.ts'
import { compileExpression } from './expression.ts'
import { RunFailure } from '../fault/run-failure.ts'
import type { Run } from './run.ts'

/** A text with its `${…}` compiled, see {@link compileTemplate}. */
export interface CompiledText {
  /** What stands in `${…}`. */
  readonly expressions: readonly Expression[]
  readonly render: (run: Run) => string
}

/**
 * Compiles a substitution template. An expression without a String form (Undefined, Null) fails the rendering: half a topic or key is no
 * topic. Throws RuleError.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-substitution-templates.html
 */
export function compileTemplate(text: string, rule: Rule): CompiledText {
  const template = parseTemplate(text, rule)
  const parts = template.map((part) => {
    if (typeof part === 'string') return () => part
    checkTemplatePart(part, rule)
    const evaluate = compileExpression(part, rule)
    const source = printExpression(part)
    return (run: Run) => {
      const value = evaluate(run)
      const rendered = toText(value)
      if (rendered === undefined)
        throw new RunFailure('NO_TEXT', `\${${source}} is ${value === null ? 'Null' : 'Undefined'} for this message.`)
      return rendered
    }
  })
  return {
    expressions: template.filter((part) => typeof part !== 'string'),
    render(run) {
      const texts = parts.map((part) => part(run))
      checkMade(texts.reduce((sum, { length }) => sum + length, 0), 'A template')
      return texts.join('')
    },
  }
}
