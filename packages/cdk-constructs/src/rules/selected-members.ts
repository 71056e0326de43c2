import { checkRule, type MessageSchema, type Rule, type Selection } from '@keg/rule-dsl'

type SelectItem = Extract<Selection, { kind: 'items' }>['items'][number]

/**
 * Whether what a rule puts out may have a member of this name: `false` where no message gives it one, `undefined` where that can't be told:
 * a `*` without a schema, the members of a field.
 */
export function mayHaveMember({ select, ...rule }: Rule, name: string, schema: MessageSchema | undefined): boolean | undefined {
  if (select.kind === 'value')
    return select.value.kind === 'object' ? select.value.members.some((member) => member.name === name) : undefined
  const answers = select.items.map((item) => givesMember(item, name, (field) => hasField({ ...rule, select }, field, schema)))
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? undefined : false
}

function givesMember({ value, alias }: SelectItem, name: string, hasField: (name: string) => boolean | undefined): boolean | undefined {
  if (alias !== undefined) return alias[0] === name
  switch (value.kind) {
    case 'star': return hasField(name)
    case 'spread': return undefined
    case 'object': return value.members.some((member) => member.name === name)
    case 'attribute': case 'member': case 'variable': case 'call': return value.name === name
    default: return false
  }
}

function hasField(rule: Rule, name: string, schema: MessageSchema | undefined): boolean | undefined {
  if (schema === undefined) return undefined
  const asked: Rule = {
    ...rule, variables: [], where: undefined, select: { kind: 'items', items: [{ value: { kind: 'attribute', name }, alias: undefined }] },
  }
  return !checkRule(asked, { schema }).some(({ code }) => code === 'UNKNOWN_FIELD')
}
