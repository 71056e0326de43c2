import type { CompiledTemplate, RenderResult } from '@keg/rule-dsl'
import { invalidRequest } from '../errors/service-exception.ts'
import { LastingFailure, type ActionInput, type ActionSetup } from './action.ts'

/** The template's text for this message. Rejects where it can't be rendered, so that the action fails. */
export async function render(template: CompiledTemplate, { message, context }: ActionInput): Promise<string> {
  const result = template.render(message, context)
  return rendered(result.kind === 'failed' && result.code === 'NEEDS_ASYNC' ? await template.renderAsync(message, context) : result)
}

/** The text that a template came to. Throws where it came to none, so that the action fails. */
export function rendered(result: RenderResult): string {
  if (result.kind === 'failed') throw new LastingFailure(`A substitution template failed: ${result.message}`)
  return result.text
}

/** Compiles fields of a configuration that may be templates; each is then rendered for a message, absent ones stay absent. */
export function fields<Texts extends Readonly<Record<string, string | undefined>>>(
  texts: Texts,
  setup: ActionSetup,
): (input: ActionInput) => Promise<Texts> {
  const compiled = Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [{ name, template: setup.template(text) }]))
  return async (input) => {
    const pairs = await Promise.all(compiled.map(async ({ name, template }) => [name, await render(template, input)] as const))
    // Each field that was there is there again, as text.
    return Object.fromEntries(pairs) as Texts
  }
}

export const isTemplate = (text: string): boolean => text.includes('${')

/** Refuses a rule whose field is none of the few values it may have; a template is looked at once it is rendered, by {@link chosen}. */
export function checkChoice(field: string, allowed: readonly string[], text: string | undefined): void {
  if (text === undefined || isTemplate(text) || allowed.includes(text)) return
  throw invalidRequest(`${field} must be one of ${allowed.join(', ')}, not ${text}`)
}

/** The rendered field as one of the values it may have; fails the action where it is none. */
export function chosen<Choice extends string>(field: string, allowed: readonly Choice[], text: string): Choice {
  const choice = allowed.find((one) => one === text)
  if (choice === undefined) throw new LastingFailure(`${field} came to ${JSON.stringify(text)}; it must be one of ${allowed.join(', ')}.`)
  return choice
}
