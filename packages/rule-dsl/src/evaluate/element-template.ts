import { parseElementTemplate } from '../syntax/parse-element-template.ts'
import { toText } from '../value/conversion.ts'
import { memberOf } from '../value/member.ts'
import { checkMade } from '../value/size.ts'
import type { SqlValue } from '../value/value.ts'
import { guarded, type RuleFailure } from './guard.ts'

/** The texts of a template with `@{…}`, one for each element in order. */
export type RenderEachResult = { readonly kind: 'rendered'; readonly texts: readonly string[] } | RuleFailure

/** Renders for what the rule put out. Never throws. */
export type RenderEach = (output: SqlValue | Uint8Array) => RenderEachResult

/** Compiles a value of the InfluxDB action; `undefined` for one without `@{…}`. Throws RuleError. */
export function compileElementTemplate(text: string): RenderEach | undefined {
  const template = parseElementTemplate(text)
  if (template === undefined) return undefined
  const { before, path, after } = template
  // What an element lacks is an empty text; nothing is looked up in the message.
  const render = (element: SqlValue) => before + (toText(path.reduce(memberOf, element)) ?? '') + after
  return (output) =>
    guarded(() => {
      const elements: readonly SqlValue[] = Array.isArray(output) ? output : [output instanceof Uint8Array ? undefined : output]
      let length = 0
      const texts = elements.map((element) => {
        const text = render(element)
        length += text.length
        checkMade(length, 'A template')
        return text
      })
      return { kind: 'rendered', texts }
    })
}
