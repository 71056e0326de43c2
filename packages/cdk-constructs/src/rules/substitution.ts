import { parseTemplate, RuleError, type Rule, type SqlVersion } from '@keg/rule-dsl'

/** A token of CDK in a text, whose value is known at deployment alone. It looks like a substitution template, and is none. */
const TOKEN = /\$\{Token\[[^\]]*\]\}/g
/** What stands for a token where a text is read: a name, so that it reads within SQL, too. */
export const STAND_IN = 'CDK_TOKEN'

/** Whether a text has tokens of CDK. */
export const hasTokens = (text: string): boolean => text.search(TOKEN) >= 0

/** The text with something harmless in place of each token of CDK. */
export const withoutTokens = (text: string, standIn: string = STAND_IN): string => text.replace(TOKEN, () => standIn)

/** Whether a text has a substitution template: `${…}` of AWS IoT, and no token of CDK. */
export const isTemplate = (text: string): boolean => withoutTokens(text).includes('${')

/** Whether all of a text is known here: neither templates nor tokens. */
export const isLiteral = (text: string): boolean => !text.includes('${')

/**
 * The text with `place` for each substitution template; tokens of CDK stay. What follows a template that can't be read, which is refused
 * anyway, is left out.
 */
export const withPlaces = (text: string, place: string): string => replaced(text, place, (literal) => literal)

/** The text as a resource of IAM: `*` for each substitution template, and a `*` or `?` of the text itself for no more than that. */
export const asResource = (text: string): string => replaced(text, '*', (literal) => literal.replace(/[*?]/g, '${$&}'))

function replaced(text: string, place: string, written: (literal: string) => string): string {
  const tokens: string[] = []
  const read = text.replace(TOKEN, (token) => `${STAND_IN}_${tokens.push(token) - 1}_`)
  return partsOf(read, place, written).replace(new RegExp(`${STAND_IN}_(\\d+)_`, 'g'), (_, index) => tokens[Number(index)] ?? '')
}

function partsOf(text: string, place: string, written: (literal: string) => string): string {
  try {
    return parseTemplate(text, standIn(text)).map((part) => (typeof part === 'string' ? written(part) : place)).join('')
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    return written(text.slice(0, Math.max(text.indexOf('${'), 0))) + place
  }
}

/** A statement that the template can be checked against where the rule's own can't be read: with every variable that the template names. */
export function standIn(template: string, version: SqlVersion = '2016-03-23'): Rule {
  const names = new Set([...template.matchAll(/@(\w+)/g)].map(([, name = '']) => name))
  return {
    version, variables: [...names].map((name) => ({ name, value: { kind: 'null' } })),
    select: { kind: 'items', items: [{ value: { kind: 'star' }, alias: undefined }] }, from: undefined, where: undefined,
  }
}

/** A statement as it can be checked: `undefined` where a token of CDK stands outside of quotes, and may be any SQL. */
export const readableStatement = (sql: string): string | undefined => (hasTokens(withoutQuoted(sql)) ? undefined : withoutTokens(sql))

const withoutQuoted = (sql: string): string => sql.replace(/'[^']*'|"[^"]*"/g, '')
